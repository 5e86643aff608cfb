import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import { upperFirst } from '../../../calculator/upper-first.ts';
import type { FactToAsk } from '../../protocol-results.ts';
import { grouped, type ResultsContext } from './results-context.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import { useAnswer } from './use-answer.ts';

interface ToAskProps extends ResultsContext {
  /** Shows the households that lack a fact. */
  readonly show: (fact: string) => void;
}

/** What is missing: household by household, and once for all. */
export function ToAsk({ client, summary, words, query, text, show }: ToAskProps): JSX.Element {
  const facts = useAnswer({ client, summary }, 'toAsk', { scope: query.scope });
  const isOwn = ({ fact }: FactToAsk): boolean => /^(household|person)\./.test(fact);
  const own = facts?.filter(isOwn) ?? [];
  const once = facts?.filter((each) => !isOwn(each)) ?? [];
  if (facts?.length === 0) return <p class="empty">{words.ask.none}</p>;
  return (
    <>
      {own.length > 0 && (
        <>
          <p class="results-lead">{words.ask.lead}</p>
          <Facts {...{ words, text, show }} facts={own} caption={words.ask.caption} />
        </>
      )}
      {once.length > 0 && (
        <>
          <h3>{words.ask.once}</h3>
          <p class="results-lead">{words.ask.onceLead}</p>
          <Facts {...{ words, text, show }} facts={once} caption={words.ask.onceCaption} />
        </>
      )}
    </>
  );
}

interface FactsProps extends Pick<ToAskProps, 'words' | 'text' | 'show'> {
  readonly facts: readonly FactToAsk[];
  readonly caption: string;
}

function Facts({ facts, caption, words, text, show }: FactsProps): JSX.Element {
  const { ask } = words;
  /** Household and person have some facts of one name. */
  const nameOf = (fact: string): string => {
    const name = upperFirst(text.fact(fact));
    const alike = facts.some((each) => each.fact !== fact && text.fact(each.fact) === text.fact(fact));
    return alike ? say(fact.startsWith('person.') ? ask.person : ask.household, { fact: name }) : name;
  };
  return (
    <ScrollRegion class="scroll" label={caption}>
      <table class="plain results-ask">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{ask.fact}</th>
            <th scope="col" class="numeric">
              {ask.settles}
            </th>
            <th scope="col" class="numeric">
              {ask.households}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {facts.map(({ fact, households, settles }) => (
            <tr key={fact}>
              <th scope="row">{nameOf(fact)}</th>
              <td class="numeric" data-label={ask.settles}>
                {grouped(settles)}
              </td>
              <td class="numeric" data-label={ask.households}>
                {grouped(households)}
              </td>
              <td>
                <button
                  type="button"
                  class="results-open"
                  aria-label={say(ask.showOf, { fact: nameOf(fact) })}
                  onClick={() => show(fact)}
                >
                  {ask.show}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
