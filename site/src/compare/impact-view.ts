import type {
  BoundaryTable,
  FindingImpact,
  HouseholdImpact,
  HouseholdKind,
  Impact,
  MoneyChange,
  RuleImpact,
} from '@jingzhun/rules/impact';
import { householdKinds } from '@jingzhun/rules/impact';
import { type Case, codesOf } from '@jingzhun/schemas';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import { say } from '../calculator/say.ts';
import { upperFirst } from '../calculator/upper-first.ts';
import { inMeasure } from '../policies/in-measure.ts';
import { maskName } from '../roster/mask.ts';
import { grouped } from './grouped.ts';
import { type Affected, changesOf, type Study } from './study.ts';
import type { AffectedPage, AffectedRow, BarsView, BoundaryView, Count, MoneyView } from './views.ts';
import type { Voices } from './voices.ts';

export function countsOf({ byHousehold }: Impact): Readonly<Record<HouseholdKind, Count>> {
  return Object.fromEntries(householdKinds.map((kind) => [kind, byHousehold[kind]])) as Record<HouseholdKind, Count>;
}

/** The net sums of all households, one for each unit and period that changes. */
export function moneyOf({ money }: Pick<Impact, 'money'>, voices: Voices): MoneyView[] {
  return money.filter(differs).map((each) => {
    const { certain, possible } = each.difference;
    return {
      certain: voices.sum(certain, each, true),
      sign: Math.sign(certain),
      ...(possible === certain ? {} : { possible: voices.sum(possible, each, true) }),
    };
  });
}

const differs = ({ difference }: MoneyChange): boolean => difference.certain !== 0 || difference.possible !== 0;

/** How many households each measure affects, and what each adds or takes, the largest first. */
export function barsOf({ rules, money }: Impact, voices: Voices): BarsView[] {
  const { bars } = voices.words;
  const labelOf = ({ rule, clause }: RuleImpact) => ({ label: voices.rule(rule), clause });
  const counted = (title: string, of: readonly RuleImpact[]): BarsView => ({
    title,
    labelColumn: bars.measure,
    valueColumn: bars.households,
    bars: [...of]
      .sort((a, b) => b.households - a.households)
      .map((each) => ({ ...labelOf(each), value: each.households, shown: grouped(each.households) })),
  });
  const affecting = rules.filter(({ households }) => households > 0);
  const sums = money
    .filter(({ difference }) => difference.certain !== 0)
    .map((measure): BarsView => {
      const own = affecting.flatMap((rule) => {
        const sum = rule.money.find(({ unit, every }) => unit === measure.unit && every === measure.every);
        return sum === undefined || sum.difference.certain === 0 ? [] : [{ rule, sum }];
      });
      return {
        title: say(bars.money, { unit: voices.unit(measure) }),
        labelColumn: bars.measure,
        valueColumn: bars.difference,
        bars: own
          .sort((a, b) => Math.abs(b.sum.difference.certain) - Math.abs(a.sum.difference.certain))
          .map(({ rule, sum }) => ({
            ...labelOf(rule),
            value: sum.difference.certain,
            shown: voices.sum(sum.difference.certain, sum, true),
          })),
      };
    });
  return [
    counted(
      bars.affected,
      affecting.filter(({ gives }) => gives),
    ),
    ...sums,
    counted(
      bars.other,
      affecting.filter(({ gives }) => !gives),
    ),
  ].filter((each) => each.bars.length > 0);
}

/** Some of those who are affected. Names are masked here, before they leave the worker. */
export function affectedPage(
  study: Study,
  { kind, offset, limit }: { kind: HouseholdKind | undefined; offset: number; limit: number },
  voices: Voices,
): AffectedPage {
  const own = kind === undefined ? study.affected : study.affected.filter((each) => each.kind === kind);
  const shown = own.slice(offset, offset + limit);
  const rules = new Map(study.impact.rules.map((rule) => [rule.rule, rule]));
  const changes = changesOf(study, shown);
  return {
    total: own.length,
    rows: changes.map((each) => rowOf(each, (shown[each.index] as Affected).entry, rules, voices)),
  };
}

function rowOf(
  household: HouseholdImpact,
  entry: RosterHousehold,
  rules: ReadonlyMap<string, RuleImpact>,
  voices: Voices,
): AffectedRow {
  const { words } = voices;
  const own = entry.case.household;
  return {
    row: entry.rows[0] ?? household.index + 1,
    who: maskName(headOf(entry.case) ?? '') || '—',
    village: own?.villageName ?? '—',
    type: codesOf('householdType').find(({ code }) => code === own?.type)?.[voices.language] ?? '—',
    kind: words.households[household.kind],
    money: household.money
      .filter(({ difference }) => difference.certain !== 0)
      .map((each) => voices.sum(each.difference.certain, each, true)),
    findings: groupsOf(household.findings, rules).map((same) => {
      const [first] = same as [FindingImpact];
      const rule = rules.get(first.rule);
      const text = kindText(rule, first.kind, voices);
      const persons = first.entity === 'person' && same.length > 1 ? say(words.persons, { count: same.length }) : '';
      return {
        title: voices.rule(first.rule),
        clause: rule?.clause ?? '',
        text: [text, amountText(first, voices), persons].filter(Boolean).join(words.comma),
      };
    }),
  };
}

/** How a finding differs. Of a rule that has ended nothing is settled: nobody is asked any more. */
function kindText(rule: RuleImpact | undefined, kind: FindingImpact['kind'], { words }: Voices): string {
  const ends = rule?.causes.some(({ what }) => what === 'removed' || what === 'leaves-force');
  if (ends && kind === 'becomes-known') return words.endsUnsettled;
  return (rule?.gives === false ? words.tests : words.gives)[kind];
}

/** The same of several persons together; what gives something first, the largest sums before the others. */
function groupsOf(findings: readonly FindingImpact[], rules: ReadonlyMap<string, RuleImpact>): FindingImpact[][] {
  const groups = [...Map.groupBy(findings, ({ rule, kind }) => `${rule} ${kind}`).values()];
  const weight = ([first]: readonly FindingImpact[]): number => {
    const [sum] = first?.money ?? [];
    return (
      (rules.get(first?.rule ?? '')?.gives ? 1 : 0) + (sum === undefined ? 0 : 1 + Math.abs(sum.difference.certain))
    );
  };
  return groups.sort((a, b) => weight(b) - weight(a));
}

/** `2,500 元/年 → 3,000 元/年`, of one subject. */
function amountText({ money }: Pick<FindingImpact, 'money'>, voices: Voices): string {
  return money
    .filter(differs)
    .map((each) => `${voices.sum(each.before.possible, each)} → ${voices.sum(each.after.possible, each)}`)
    .join(voices.words.list);
}

function headOf({ household }: Case): string | null | undefined {
  const members = household?.members ?? [];
  return (members.find(({ relation }) => relation === 'head') ?? members[0])?.name;
}

/** The made-up cases beside each line that was moved. */
export function boundaryViews(
  tables: readonly BoundaryTable[],
  { rules }: Pick<Impact, 'rules'>,
  voices: Voices,
): BoundaryView[] {
  const { words, after } = voices;
  return tables.map(({ rule, fact, rows }) => {
    const own = rules.find((each) => each.rule === rule);
    const label = fact === null ? '' : after.describe.fact(fact);
    return {
      title: voices.rule(rule),
      clause: own?.clause ?? '',
      ...(fact === null ? {} : { fact: upperFirst(after.fact(fact, voices.about(rule))) }),
      rows: rows.map((row) => ({
        value: fact === null ? '—' : inMeasure(after.describe.value(fact, row.value), label, after.language),
        before: standing(row.before, row.money, 'before', voices),
        after: standing(row.after, row.money, 'after', voices),
        result: row.kind === null ? words.households.same : kindText(own, row.kind, voices),
      })),
    };
  });
}

function standing(
  status: BoundaryTable['rows'][number]['before'],
  money: readonly MoneyChange[],
  side: 'before' | 'after',
  voices: Voices,
): string {
  const word = voices.words.standings[status];
  if (status !== 'met') return word;
  const sums = money.filter((each) => each[side].certain !== 0).map((each) => voices.sum(each[side].certain, each));
  return [word, ...sums].join(voices.words.comma);
}
