import { scaleLinear } from 'd3-scale';
import { grouped } from '../wording/labels.ts';
import { clip, width } from '../wording/width.ts';

/** Bars that go right from 0 for what is gained, left for what is lost. */
export interface BarChart {
  /** Name of its file, and unique on a page: letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** In words what the bars show, for those who do not see them. */
  readonly description: string;
  /** What the axis counts. */
  readonly unit: string;
  /** Do both sides count the same thing? Then the axis has no minus. */
  readonly counts?: boolean;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  /** Above 0 to the right, below 0 to the left. */
  readonly values: readonly { readonly value: number; readonly text: string }[];
}

const wide = 760;
const rowHeight = 26;
const margin = { top: 58, right: 84, bottom: 28 };
/** Columns of a label: a Chinese character takes two. */
const labelColumns = 34;
const columnWidth = 6.6;

const style = `text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;fill:#1f2328}.title{font-size:15px;font-weight:600}.unit,.tick{fill:#59636e;font-size:11px}.grid{stroke:#d1d9e0}.zero{stroke:#59636e}.up{fill:#1a7f37}.down{fill:#bc4c00}.page{fill:#fff}@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.unit,.tick{fill:#9198a1}.grid{stroke:#3d444d}.zero{stroke:#9198a1}.up{fill:#3fb950}.down{fill:#f0883e}.page{fill:#0d1117}}`;

/** Charts below one another, as one SVG: no script, nothing loaded, readable on light and dark. */
export function chartsSvg(charts: readonly BarChart[]): string {
  const drawn = charts.map(drawing);
  const tall = drawn.reduce((sum, { height }) => sum + height, 0);
  let top = 0;
  const parts = drawn.map(({ text, height }) => {
    const part = `<g transform="translate(0 ${top})">${text}</g>`;
    top += height;
    return part;
  });
  const ids = charts.flatMap(({ name }) => [`${name}-title`, `${name}-desc`]).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}" role="img" aria-labelledby="${ids}"><style>${style}</style><rect class="page" width="${wide}" height="${tall}"/>${parts.join('')}</svg>\n`;
}

function drawing({ name, title, description, unit, counts, bars }: BarChart): {
  readonly text: string;
  readonly height: number;
} {
  const values = bars.flatMap((bar) => bar.values.map(({ value }) => value));
  const left =
    Math.round(Math.min(labelColumns, Math.max(...bars.map(({ label }) => width(label)))) * columnWidth) + 20;
  const hasLosses = values.some((value) => value < 0);
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values)])
    .nice(5)
    .range([left + (hasLosses ? margin.right : 0), wide - margin.right]);
  const height = margin.top + bars.length * rowHeight + margin.bottom;
  const bottom = height - margin.bottom;
  const ticks = scale
    .ticks(5)
    // Nobody counts half a household.
    .filter((tick) => counts !== true || Number.isInteger(tick))
    .map((tick) => {
      const x = rounded(scale(tick));
      return `<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${x}" x2="${x}" y1="${margin.top - 4}" y2="${bottom}"/><text class="tick" x="${x}" y="${margin.top - 9}" text-anchor="middle">${grouped(counts === true ? Math.abs(tick) : tick)}</text>`;
    })
    .join('');
  const rows = bars.map((bar, place) => rowText(bar, margin.top + place * rowHeight, left, scale)).join('');
  const text = `<title id="${name}-title">${escaped(title)}</title><desc id="${name}-desc">${escaped(description)}</desc><text class="title" x="12" y="22">${escaped(title)}</text><text class="unit" x="${wide - 12}" y="22" text-anchor="end">${escaped(unit)}</text>${ticks}${rows}`;
  return { text, height };
}

function rowText({ label, values }: Bar, top: number, left: number, scale: (value: number) => number): string {
  const middle = top + rowHeight / 2 + 4;
  const name = `<text x="${left - 8}" y="${middle}" text-anchor="end">${escaped(clip(label, labelColumns))}</text>`;
  return (
    name +
    values
      .map(({ value, text }) => {
        const [from, to] = [scale(Math.min(0, value)), scale(Math.max(0, value))];
        const [x, anchor] = value < 0 ? [from - 5, 'end'] : [to + 5, 'start'];
        return `<rect class="${value < 0 ? 'down' : 'up'}" x="${rounded(from)}" y="${top + 4}" width="${rounded(to - from)}" height="${rowHeight - 8}"/><text x="${rounded(x)}" y="${middle}" text-anchor="${anchor}">${escaped(text)}</text>`;
      })
      .join('')
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stays text. What XML cannot hold is left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"']/g, (each) => entities[each] ?? '');
