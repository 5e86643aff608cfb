import type { JSX } from 'preact';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import { grouped } from '../grouped.ts';
import type { Count, OutcomeView } from '../views.ts';
import { besides } from './besides.ts';

/** The four numbers, and in a line what is in none of them. */
export function Numbers({
  words,
  outcome,
}: {
  readonly words: CompareWords;
  readonly outcome: OutcomeView;
}): JSX.Element {
  const { counts, money, provisions } = outcome;
  const own = words.outcome;
  const others = besides(outcome, words);
  return (
    <>
      <dl class="numbers">
        <Households {...{ words }} label={own.gained} count={counts.gains} of="gained" />
        <Households {...{ words }} label={own.lost} count={counts.loses} of="lost" />
        <div data-number="net">
          <dt>{own.net}</dt>
          {money.length === 0 && <dd class="number">{own.noMoney}</dd>}
          {money.map(({ certain, possible, sign }) => (
            <dd key={certain} class={sign < 0 ? 'number falls' : 'number'}>
              <span>
                <Figures text={certain} />
              </span>
              {possible !== undefined && (
                <span class="hint">
                  <Figures text={say(own.possible, { sum: possible })} />
                </span>
              )}
            </dd>
          ))}
        </div>
        <Households {...{ words }} label={own.same} count={counts.same} of="same" />
      </dl>
      {others.length > 0 && <p>{say(own.also, { list: others.join(words.list) })}</p>}
      <p class="quiet">
        {say(provisions.equal === 0 ? own.proofAll : own.proof, {
          changed: provisions.changed,
          all: provisions.changed + provisions.equal,
        })}
      </p>
    </>
  );
}

interface HouseholdsProps {
  readonly words: CompareWords;
  readonly label: string;
  readonly count: Count;
  readonly of: string;
}

function Households({ words, label, count: { households, persons }, of }: HouseholdsProps): JSX.Element {
  return (
    <div data-number={of}>
      <dt>{label}</dt>
      <dd class="number">{say(words.outcome.households, { count: grouped(households) })}</dd>
      <dd class="hint">{say(words.outcome.persons, { count: grouped(persons) })}</dd>
    </div>
  );
}
