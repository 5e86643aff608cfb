import { useEffect, useState } from 'preact/hooks';
import type { RequestName, Requests } from '../../protocol.ts';
import type { ResultsContext } from './results-context.ts';

/** The worker's answer to a request that is quick, asked again once the roster was decided anew; the one before stands until the next is there. */
export function useAnswer<Name extends RequestName>(
  { client, summary }: Pick<ResultsContext, 'client' | 'summary'>,
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
  }, [client, summary, name, sent]);
  return answer;
}
