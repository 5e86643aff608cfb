import { findingKinds, type Impact, type RuleImpact } from '@jingzhun/rules/impact';
import { grouped } from '../wording/labels.ts';
import type { CauseLines } from './cause-lines.ts';
import type { ImpactLabels } from './impact-labels.ts';
import { findingKindWords } from './kind-words.ts';
import type { TableView } from './table-view.ts';

const mostInView = 20;

/** A measure's row: its cause, whom it touches, its money. Those that touch somebody. */
export function measureTable({ rules }: Impact, causes: CauseLines, labels: ImpactLabels): TableView[] {
  const touching = rules.filter(({ households, subjects }) => households > 0 || findingsOf(subjects) > 0);
  if (touching.length === 0) return [];
  const all = touching.flatMap(({ money }) => money);
  return [
    {
      title: labels.say({ zh: '按措施', en: 'By measure' }),
      head: [
        { zh: '措施', en: 'measure' },
        { zh: '条款', en: 'clause' },
        { zh: '改了什么', en: 'what was changed' },
        { zh: '谁受影响', en: 'who is affected' },
        { zh: '户数', en: 'households' },
        { zh: '原', en: 'before' },
        { zh: '现', en: 'after' },
      ]
        .map((each) => labels.say(each))
        .concat(labels.differenceHeads(all)),
      right: [4, 5, 6, 7, 8],
      rows: touching.map((rule) => [
        labels.rule(rule.rule),
        rule.clause,
        causesOf(rule, causes, labels),
        whoText(rule, labels),
        grouped(rule.households),
        labels.sums(rule.money, 'before'),
        labels.sums(rule.money, 'after'),
        ...labels.differences(rule.money, all),
      ]),
    },
  ];
}

/** Rules that differ and touch nobody of this roster. */
export function unaffectedTable({ rules }: Impact, causes: CauseLines, labels: ImpactLabels): TableView[] {
  const others = rules.filter(({ households, subjects }) => households === 0 && findingsOf(subjects) === 0);
  if (others.length === 0) return [];
  return [
    {
      title: labels.say({
        zh: '含义有变、但不影响本花名册的规定',
        en: 'Provisions that differ and affect nobody of this roster',
      }),
      head: [
        { zh: '规定', en: 'provision' },
        { zh: '条款', en: 'clause' },
        { zh: '改了什么', en: 'what was changed' },
      ].map((each) => labels.say(each)),
      rows: others.map((rule) => [labels.rule(rule.rule), rule.clause, causesOf(rule, causes, labels)]),
      folded: others.length > mostInView,
    },
  ];
}

const causesOf = ({ rule }: RuleImpact, causes: CauseLines, labels: ImpactLabels): string =>
  (causes.get(rule) ?? []).join(labels.say({ zh: '；', en: '; ' }));

const findingsOf = (subjects: RuleImpact['subjects']): number =>
  findingKinds.reduce((sum, kind) => sum + (kind === 'still-not-met' ? 0 : subjects[kind]), 0);

/** `新享受 12 人，金额增加 300 人` */
function whoText({ subjects, gives, asks }: RuleImpact, labels: ImpactLabels): string {
  const entity = labels.entity(asks[0] ?? '');
  const counter = asks[0] === 'person' ? '人' : asks[0] === 'household' ? '户' : `个${entity}`;
  return findingKinds
    .filter((kind) => kind !== 'still-not-met' && subjects[kind] > 0)
    .map((kind) => {
      const { zh, en } = findingKindWords(kind, gives);
      const count = grouped(subjects[kind]);
      return labels.say({ zh: `${zh} ${count} ${counter}`, en: `${en}: ${count} (${entity})` });
    })
    .join(labels.say({ zh: '，', en: ', ' }));
}
