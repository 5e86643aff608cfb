import { useEffect, useState } from 'preact/hooks';
import type { RequestName, Requests, RosterClient } from '../../protocol.ts';

/** The worker's answer to a request that is quick; the one before stands until the next is there. */
export function useAnswer<Name extends RequestName>(
  client: RosterClient,
  name: Name,
  send: Requests[Name]['send'],
): Requests[Name]['answer'] | undefined {
  const [answer, setAnswer] = useState<Requests[Name]['answer']>();
  const sent = JSON.stringify(send);
  // What is sent counts by its content.
  useEffect(() => {
    let current = true;
    client.ask(name, send).then(
      (found) => {
        if (current) setAnswer(found);
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      current = false;
    };
  }, [client, name, sent]);
  return answer;
}
