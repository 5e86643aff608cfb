import { type HouseholdKind, householdKinds, type Impact } from '@jingzhun/rules/impact';
import type { Language } from '../language.ts';
import { grouped } from '../wording/labels.ts';
import { affectedTable } from './affected.ts';
import { boundaryTables } from './boundary-view.ts';
import { causeLines } from './cause-lines.ts';
import { distributionTables, groupTable } from './group-tables.ts';
import { hasDifference, ImpactLabels } from './impact-labels.ts';
import { householdKindWords } from './kind-words.ts';
import { changeTable, measureTable, unaffectedTable } from './measure-tables.ts';
import type { ImpactStudy } from './study.ts';
import type { TableView } from './table-view.ts';

/** All that is shown of an impact, in words. */
export interface ImpactView {
  readonly title: string;
  readonly sides: string;
  /** Sentences: who gains and loses, what it costs, what is proven. */
  readonly headline: readonly string[];
  readonly tables: readonly TableView[];
}

const mostVillages = 15;

export function impactView(study: ImpactStudy, language: Language): ImpactView {
  const { impact, boundaries, affected, before, after } = study;
  const { groups } = impact;
  const labels = new ImpactLabels(before, after, language);
  const causes = causeLines(impact, { before, after }, labels);
  return {
    title: labels.say({ zh: `政策调整的影响：${labels.title()}`, en: `Impact of the change: ${labels.title()}` }),
    sides: sidesText(impact, labels),
    headline: headline(impact, labels),
    tables: [
      ...changeTable(impact, causes, labels),
      ...measureTable(impact, labels),
      ...groupTable('type', groups.type, labels),
      ...groupTable('village', groups.village, labels).map((table) => ({
        ...table,
        folded: table.rows.length > mostVillages,
      })),
      ...distributionTables(impact.distribution, labels),
      ...boundaryTables(boundaries, impact, labels),
      ...unaffectedTable(impact, causes, labels),
      ...affectedTable(affected, labels),
    ],
  };
}

function sidesText({ before, after }: Impact, labels: ImpactLabels): string {
  const side = ({ policy, release, on, assessedOn }: Impact['before']): string =>
    `${policy} ${release} · ${on}${assessedOn === on ? '' : labels.say({ zh: `（情况截至 ${assessedOn}）`, en: ` (facts of ${assessedOn})` })}`;
  return `${side(before)} → ${side(after)}`;
}

const personsIn = (count: number): string => `${grouped(count)} person${count === 1 ? '' : 's'}`;

const told: readonly HouseholdKind[] = householdKinds.filter((kind) => kind !== 'same');

/** The first lines: what a reader has to know who reads no further. */
function headline(impact: Impact, labels: ImpactLabels): string[] {
  const { households, persons, refused, byHousehold, rules, equalRules, money } = impact;
  const affected = told.filter((kind) => byHousehold[kind].households > 0);
  const parts = affected.map((kind) => {
    const own = byHousehold[kind];
    const words = householdKindWords[kind];
    return labels.say({
      zh: `${grouped(own.households)} 户（${grouped(own.persons)} 人）${words.zh}`,
      en: `${grouped(own.households)} (${personsIn(own.persons)}) ${words.en}`,
    });
  });
  const same = grouped(byHousehold.same.households);
  const rest =
    byHousehold.same.households === 0
      ? { zh: '', en: '' }
      : { zh: `；其余 ${same} 户不变`, en: `; the other ${same} stay as they are` };
  const lines = [
    affected.length === 0
      ? labels.say({
          zh: `花名册 ${grouped(households)} 户 ${grouped(persons)} 人，无一户受影响。`,
          en: `None of the ${grouped(households)} households (${personsIn(persons)}) of the roster is affected.`,
        })
      : labels.say({
          zh: `花名册 ${grouped(households)} 户 ${grouped(persons)} 人中：${parts.join('，')}${rest.zh}。`,
          en: `Of ${grouped(households)} households (${personsIn(persons)}): ${parts.join(', ')}${rest.en}.`,
        }),
  ];
  for (const each of money.filter(hasDifference)) {
    const { before, after, difference } = each;
    const open =
      difference.possible === difference.certain
        ? { zh: '', en: '' }
        : {
            zh: `；待定的若都符合，差额为 ${labels.sum(difference.possible, each, true)}`,
            en: `; ${labels.sum(difference.possible, each, true)} if all that is not settled turns out to be met`,
          };
    lines.push(
      labels.say({
        zh: `所变措施可确定的合计由 ${labels.sum(before.certain, each)} 变为 ${labels.sum(after.certain, each)}，差额 ${labels.sum(difference.certain, each, true)}${open.zh}。`,
        en: `The measures that change come to ${labels.sum(after.certain, each)} in place of ${labels.sum(before.certain, each)}: ${labels.sum(difference.certain, each, true)}${open.en}.`,
      }),
    );
  }
  lines.push(
    labels.say({
      zh: `两边共 ${rules.length + equalRules} 条规定：${rules.length} 条的结论或金额可能不同；其余 ${equalRules} 条没有变，对任何人的结果都一样（由规则内容即可断定，不必逐户测算）。`,
      en: `Of ${rules.length + equalRules} provisions on both sides, ${rules.length} can come out differently; the other ${equalRules} are unchanged and find the same for everyone (their content proves it, no household need be counted).`,
    }),
  );
  if (refused > 0) {
    lines.push(
      labels.say({
        zh: `另有 ${grouped(refused)} 户资料有误，未计入。`,
        en: `${grouped(refused)} more household(s) have faulty facts and are not counted.`,
      }),
    );
  }
  return lines;
}
