import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import { upperFirst } from '../../../calculator/upper-first.ts';
import { type Bar, Bars } from '../../../charts/Bars.tsx';
import type { GroupTally, RuleTally, Sum, Tally } from '../../protocol-results.ts';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

/** More bars than one looks through. */
const mostGroups = 20;

/** How many, and how much, by policy and by village group: each figure is a table as well. */
export function Charts(context: ResultsContext): JSX.Element | null {
  const { words, query } = context;
  const tally = useAnswer(context, 'tally', { scope: query.scope, filter: query.filter });
  if (tally === undefined) return null;
  const { charts } = words;
  const money = tally.sums.filter(({ unit, certain }) => unit === 'yuan' && certain !== 0);
  return (
    <>
      <p class="hint" role="status">
        {say(charts.filtered, { count: grouped(tally.households) })}
      </p>
      <div class="results-charts">
        <MetByRule {...context} tally={tally} />
        {money.map((sum) => (
          <MoneyByRule key={sum.every} {...context} tally={tally} sum={sum} />
        ))}
        {tally.groups.length > 1 && <ByGroup {...context} tally={tally} money={money} />}
      </div>
    </>
  );
}

interface ChartProps extends ResultsContext {
  readonly tally: Tally;
}

function MetByRule({ tally, words, text, summary }: ChartProps): JSX.Element {
  const { charts } = words;
  const bars = tally.rules
    .filter(({ households }) => households.met > 0)
    .sort((a, b) => b.households.met - a.households.met)
    .map(({ rule, households }) => ({
      label: ruleLabel(rule),
      value: households.met,
      shown: say(charts.householdCount, { count: grouped(households.met) }),
    }));
  return (
    <Bars
      title={charts.metByRule}
      labelColumn={charts.rule}
      valueColumn={charts.households}
      bars={bars}
      empty={charts.empty}
    />
  );

  /** Two policies may have one title: the clause tells them apart. */
  function ruleLabel(rule: string): string {
    const title = text.rule(rule);
    const alike = tally.rules.filter((each) => text.rule(each.rule) === title).length > 1;
    const clause = summary.rules.find((each) => each.rule === rule)?.clause;
    return alike && clause !== undefined ? `${title} ${clause}` : title;
  }
}

function MoneyByRule({ tally, sum, words, text }: ChartProps & { readonly sum: Sum }): JSX.Element {
  const { charts } = words;
  const bars = tally.rules
    .map((rule) => ({ label: text.rule(rule.rule), own: sumIn(rule, sum) }))
    .filter(({ own }) => own.certain > 0)
    .sort((a, b) => b.own.certain - a.own.certain)
    .map(({ label, own }) => ({ label, value: own.certain, shown: text.certainAmount(own) }));
  return (
    <Bars
      title={say(charts.moneyByRule, { every: text.every(sum.every) })}
      labelColumn={charts.rule}
      valueColumn={charts.amount}
      bars={bars}
      empty={charts.empty}
    />
  );
}

function ByGroup({ tally, words, text, money }: ChartProps & { readonly money: readonly Sum[] }): JSX.Element {
  const { charts } = words;
  const place = tally.groups.some(({ group }) => group !== null) ? charts.group : charts.village;
  const heading = upperFirst(place);
  const nameOf = ({ village, group }: GroupTally): string =>
    [text.place(village), ...(group === null ? [] : [group])].join(' ');
  const bars = (measure: (group: GroupTally) => Pick<Bar, 'value' | 'shown'>): Bar[] =>
    tally.groups
      .map((group) => ({ label: nameOf(group), chinese: group.village !== null, ...measure(group) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, mostGroups);
  const left = tally.groups.length - mostGroups;
  return (
    <>
      {money.map((sum) => (
        <Bars
          key={sum.every}
          title={say(charts.moneyByGroup, { place, every: text.every(sum.every) })}
          labelColumn={heading}
          valueColumn={charts.amount}
          bars={bars((group) => {
            const own = sumIn(group, sum);
            return { value: own.certain, shown: text.certainAmount(own) };
          })}
          empty={charts.empty}
        />
      ))}
      <Bars
        title={say(charts.metByGroup, { place })}
        labelColumn={heading}
        valueColumn={charts.households}
        bars={bars(({ met }) => ({ value: met, shown: say(charts.householdCount, { count: grouped(met) }) }))}
        empty={charts.empty}
      />
      {left > 0 && <p class="hint">{say(charts.smaller, { place, most: mostGroups, count: grouped(left) })}</p>}
    </>
  );
}

const sumIn = ({ sums }: Pick<RuleTally, 'sums'>, { unit, every }: Sum): Sum =>
  sums.find((sum) => sum.unit === unit && sum.every === every) ?? { unit, every, certain: 0, possible: 0, unpriced: 0 };
