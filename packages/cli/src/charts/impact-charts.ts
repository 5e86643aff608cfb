import type { GroupImpact, Impact } from '@jingzhun/rules/impact';
import { bandText, groupName, isTouched } from '../impact/group-tables.ts';
import { hasDifference, type ImpactLabels } from '../impact/impact-labels.ts';
import { grouped } from '../wording/labels.ts';
import type { BarChart } from './bar-chart.ts';

/** More bars than these nobody reads; the table has them all. */
const mostBars = 30;

/** The tables of an impact as charts: money by measure, households by type and village, the distribution. Empty ones are left out. */
export function impactCharts(impact: Impact<'type' | 'village'>, labels: ImpactLabels): BarChart[] {
  return [
    ...moneyCharts(impact, labels),
    groupChart('type', impact.groups.type, labels),
    groupChart('village', impact.groups.village, labels),
    ...distributionCharts(impact, labels),
  ].filter(({ bars }) => bars.length > 0);
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${grouped(value)}`;

function moneyCharts({ rules, money }: Impact, labels: ImpactLabels): BarChart[] {
  return money.filter(hasDifference).map((measure, place) => {
    const unit = labels.unit(measure);
    const bars = rules.flatMap(({ rule, money: own }) =>
      own
        .filter((each) => each.unit === measure.unit && each.every === measure.every && each.difference.certain !== 0)
        .map(({ difference }) => ({
          label: labels.rule(rule),
          values: [{ value: difference.certain, text: signed(difference.certain) }],
        })),
    );
    return {
      name: `measures-${place + 1}`,
      title: labels.say({ zh: `按措施的差额，${unit}`, en: `Difference by measure (${unit})` }),
      description: described(bars),
      unit,
      bars: bars.slice(0, mostBars),
    };
  });
}

function groupChart(heading: 'type' | 'village', groups: readonly GroupImpact[], labels: ImpactLabels): BarChart {
  const count = ({ households }: GroupImpact): number => households.gains.households + households.loses.households;
  const all = groups.filter((group) => isTouched(group) && count(group) > 0).sort((a, b) => count(b) - count(a));
  const most = all.length > mostBars ? { zh: `（前 ${mostBars}）`, en: `, the first ${mostBars}` } : { zh: '', en: '' };
  const bars = all.slice(0, mostBars).map(({ group, households: { gains, loses } }) => ({
    label: groupName(heading, group, labels),
    values: [gains.households, -loses.households]
      .filter((value) => value !== 0)
      .map((value) => ({ value, text: grouped(Math.abs(value)) })),
  }));
  const by = heading === 'type' ? { zh: '户类型', en: 'household type' } : { zh: '行政村', en: 'village' };
  return {
    name: heading === 'type' ? 'types' : 'villages',
    title: labels.say({
      zh: `按${by.zh}${most.zh}：左受损，右得益`,
      en: `By ${by.en}${most.en}: losing left, gaining right`,
    }),
    description: described(bars),
    unit: labels.say({ zh: '户', en: 'households' }),
    counts: true,
    bars,
  };
}

function distributionCharts({ distribution }: Impact, labels: ImpactLabels): BarChart[] {
  return distribution.map((each, place) => {
    const unit = labels.unit(each);
    const bars = each.bands.map((band) => ({
      label: bandText(band),
      // Those who lose stand on the side of losses.
      values: [{ value: band.to <= 0 ? -band.households : band.households, text: grouped(band.households) }],
    }));
    return {
      name: `distribution-${place + 1}`,
      title: labels.say({ zh: `每户变化，${unit}`, en: `Change per household (${unit})` }),
      description: described(bars),
      unit: labels.say({ zh: '户', en: 'households' }),
      counts: true,
      bars,
    };
  });
}

const described = (bars: BarChart['bars']): string =>
  bars.map(({ label, values }) => `${label}: ${values.map(({ value }) => signed(value)).join(', ')}`).join('; ');
