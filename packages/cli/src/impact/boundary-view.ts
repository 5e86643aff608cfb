import type { BoundaryTable, Impact } from '@jingzhun/rules/impact';
import type { ImpactLabels } from './impact-labels.ts';
import { findingKindWords, standingWords } from './kind-words.ts';
import type { TableView } from './table-view.ts';

const allMet = { zh: '条件均满足', en: 'all conditions met' };
const notMet = { zh: '条件未满足', en: 'conditions not met' };

/** Made-up cases at the thresholds, whether or not the roster has such a household. */
export function boundaryTables(
  tables: readonly BoundaryTable[],
  { rules }: Pick<Impact, 'rules'>,
  labels: ImpactLabels,
): TableView[] {
  if (tables.length === 0) return [];
  const byId = new Map(rules.map((rule) => [rule.rule, rule]));
  return [
    {
      title: labels.say({ zh: '分界处的情形', en: 'Cases at the boundaries' }),
      note: labels.say({
        zh: '虚构的情形，其他条件均已满足；花名册中未必有这样的户。',
        en: 'Made-up cases that meet all other conditions; the roster need not have such a household.',
      }),
      head: [
        { zh: '规定', en: 'provision' },
        { zh: '情形', en: 'case' },
        { zh: '原', en: 'before' },
        { zh: '现', en: 'after' },
        { zh: '变化', en: 'change' },
        { zh: '差额', en: 'difference' },
      ].map((each) => labels.say(each)),
      right: [5],
      rows: tables.flatMap(({ rule, fact, rows }) =>
        rows.map(({ value, before, after, kind, money }) => [
          labels.rule(rule),
          fact === null
            ? labels.say(before === 'met' || after === 'met' ? allMet : notMet)
            : `${labels.fact(fact, byId.get(rule)?.asks[0])} ${labels.value(fact, value)}`,
          labels.say(standingWords[before]),
          labels.say(standingWords[after]),
          kind === null
            ? labels.say({ zh: '不变', en: 'unchanged' })
            : labels.say(findingKindWords(kind, byId.get(rule)?.gives ?? true)),
          labels.sums(money, 'difference', 'possible'),
        ]),
      ),
      folded: tables.reduce((sum, { rows }) => sum + rows.length, 0) > 40,
    },
  ];
}
