import { findingKinds, type Impact, type RuleImpact } from '@jingzhun/rules/impact';
import { grouped } from '../wording/labels.ts';
import type { CauseLines } from './cause-lines.ts';
import type { ImpactLabels } from './impact-labels.ts';
import { findingKindWords } from './kind-words.ts';
import type { TableView } from './table-view.ts';

const mostInView = 20;

const touches = ({ households, subjects }: RuleImpact): boolean => households > 0 || findingsOf(subjects) > 0;

/** What was changed in the rules that touch somebody, by clause. */
export function changeTable({ rules }: Impact, causes: CauseLines, labels: ImpactLabels): TableView[] {
  const title = labels.say({ zh: '改了什么', en: 'What was changed' });
  return causeTable(title, rules.filter(touches), causes, labels);
}

/** Rules that differ and touch nobody of this roster. */
export function unaffectedTable({ rules }: Impact, causes: CauseLines, labels: ImpactLabels): TableView[] {
  const title = labels.say({
    zh: '有变、但本花名册无人受影响的规定',
    en: 'Provisions that change and affect nobody of this roster',
  });
  const others = rules.filter((rule) => !touches(rule));
  return causeTable(title, others, causes, labels);
}

function causeTable(
  title: string,
  rules: readonly RuleImpact[],
  causes: CauseLines,
  labels: ImpactLabels,
): TableView[] {
  if (rules.length === 0) return [];
  const head = [
    { zh: '规定', en: 'provision' },
    { zh: '条款', en: 'clause' },
    { zh: '改动', en: 'change' },
  ];
  return [
    {
      title: rules.length > mostInView ? `${title}（${rules.length}）` : title,
      head: head.map((each) => labels.say(each)),
      rows: rules.map((rule) => [labels.rule(rule.rule), rule.clause, causesOf(rule, causes, labels)]),
      folded: rules.length > mostInView,
    },
  ];
}

/** A measure's row: whom it touches, and its money. Those that touch somebody. */
export function measureTable({ rules }: Impact, labels: ImpactLabels): TableView[] {
  const touching = rules.filter(touches);
  if (touching.length === 0) return [];
  const all = touching.flatMap(({ money }) => money);
  const head = [
    { zh: '措施', en: 'measure' },
    { zh: '谁受影响', en: 'who is affected' },
    { zh: '户数', en: 'households' },
    { zh: '原', en: 'before' },
    { zh: '现', en: 'after' },
  ];
  return [
    {
      title: labels.say({ zh: '按措施', en: 'By measure' }),
      head: [...head.map((each) => labels.say(each)), ...labels.differenceHeads(all)],
      right: [2, 3, 4, 5, 6],
      rows: touching.map((rule) => [
        labels.rule(rule.rule),
        whoText(rule, labels),
        grouped(rule.households),
        labels.sums(rule.money, 'before'),
        labels.sums(rule.money, 'after'),
        ...labels.differences(rule.money, all),
      ]),
    },
  ];
}

const causesOf = ({ rule }: RuleImpact, causes: CauseLines, labels: ImpactLabels): string =>
  (causes.get(rule) ?? []).join(labels.say({ zh: '；', en: '; ' }));

const findingsOf = (subjects: RuleImpact['subjects']): number =>
  findingKinds.reduce((sum, kind) => sum + (kind === 'still-not-met' ? 0 : subjects[kind]), 0);

/** `新享受：12 人；金额增加：300 人` */
function whoText({ subjects, gives, asks, causes }: RuleImpact, labels: ImpactLabels): string {
  const entity = labels.entity(asks[0] ?? '');
  const counter = asks[0] === 'person' ? '人' : asks[0] === 'household' ? '户' : `个${entity}`;
  const ends = causes.some(({ what }) => what === 'removed' || what === 'leaves-force');
  return findingKinds
    .filter((kind) => kind !== 'still-not-met' && subjects[kind] > 0)
    .map((kind) => {
      const { zh, en } = ends && kind === 'becomes-known' ? endsUnsettled : findingKindWords(kind, gives);
      const count = grouped(subjects[kind]);
      return labels.say({ zh: `${zh}：${count} ${counter}`, en: `${en}: ${count} (${entity})` });
    })
    .join(labels.say({ zh: '；', en: '; ' }));
}

/** Of a rule that is no longer there, nothing is settled: nobody is asked any more. */
const endsUnsettled = { zh: '原为待定、现无此项', en: 'was not settled, and is asked no more' };
