import { useEffect, useState } from 'preact/hooks';

/** What is done within this time, in milliseconds, needs no word that it is being done. */
const patience = 150;

/** Whether something has been going on for so long that it should be said. */
export function useSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isGoingOn]);
  return isSlow && isGoingOn;
}
