import {
  type Band,
  type Distribution,
  type GroupImpact,
  type HouseholdKind,
  householdKinds,
} from '@jingzhun/rules/impact';
import { grouped } from '../wording/labels.ts';
import { hasDifference, type ImpactLabels } from './impact-labels.ts';
import { householdKindHeads } from './kind-words.ts';
import type { TableView } from './table-view.ts';

const headings = {
  type: { zh: '户类型', en: 'household type' },
  village: { zh: '行政村', en: 'village' },
} as const;

/** What a group is called; one that is not stated says so. */
export function groupName(heading: keyof typeof headings, group: string | null, labels: ImpactLabels): string {
  if (group === null) return labels.say({ zh: '未填', en: 'not stated' });
  return heading === 'type' ? labels.value('household.type', group) : group;
}

export const isTouched = ({ households, money }: GroupImpact): boolean =>
  householdKinds.some((kind) => kind !== 'same' && households[kind].households > 0) || money.some(hasDifference);

/** Households by what becomes of them, and the money, group by group. */
export function groupTable(
  heading: keyof typeof headings,
  groups: readonly GroupImpact[],
  labels: ImpactLabels,
): TableView[] {
  if (!groups.some(isTouched)) return [];
  const kinds = householdKinds.filter((kind) => groups.some(({ households }) => households[kind].households > 0));
  const all = groups.flatMap(({ money }) => money);
  const name = labels.say(headings[heading]);
  const untouched = groups.filter((group) => !isTouched(group)).length;
  return [
    {
      title: labels.say({ zh: `按${headings[heading].zh}`, en: `By ${headings[heading].en}` }),
      ...(untouched > 0
        ? {
            note: labels.say({
              zh: `另有 ${grouped(untouched)} 组无变化。`,
              en: `${grouped(untouched)} more without any change.`,
            }),
          }
        : {}),
      head: [name, ...kinds.map((kind) => kindHead(kind, labels)), ...labels.differenceHeads(all)],
      right: [...kinds, '', ''].map((_, place) => place + 1),
      rows: groups
        .filter(isTouched)
        .map(({ group, households, money }) => [
          groupName(heading, group, labels),
          ...kinds.map((kind) => grouped(households[kind].households)),
          ...labels.differences(money, all),
        ]),
    },
  ];
}

const kindHead = (kind: HouseholdKind, labels: ImpactLabels): string =>
  labels.say({ zh: `${householdKindHeads[kind].zh}（户）`, en: householdKindHeads[kind].en });

/** `+500`, or `+500 … +1,000` */
export function bandText({ from, to }: Band): string {
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${grouped(value)}`;
  return from === to ? signed(from) : `${signed(from)} … ${signed(to)}`;
}

/** How many households get more or less by how much. */
export function distributionTables(distribution: readonly Distribution[], labels: ImpactLabels): TableView[] {
  return distribution.map((each) => {
    const unit = labels.unit(each);
    return {
      title: labels.say({ zh: `每户变化的分布，${unit}`, en: `Change per household (${unit})` }),
      note: labels.say({
        zh: '只计可确定的金额；不变的户未列。',
        en: 'Certain amounts only; households without a change are left out.',
      }),
      head: [
        labels.say({ zh: `每户变化，${unit}`, en: `change (${unit})` }),
        labels.say({ zh: '户数', en: 'households' }),
      ],
      right: [0, 1],
      rows: each.bands.map((band) => [bandText(band), grouped(band.households)]),
    };
  });
}
