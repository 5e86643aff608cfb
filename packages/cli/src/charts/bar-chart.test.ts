import { describe, expect, it } from 'vitest';
import { type BarChart, chartsSvg } from './bar-chart.ts';

const chart = (change: Partial<BarChart> = {}): BarChart => ({
  name: 'villages',
  title: '按行政村',
  description: '一村: +3, -4',
  unit: '户',
  counts: true,
  bars: [
    {
      label: '一村',
      values: [
        { value: 3, text: '3' },
        { value: -4, text: '4' },
      ],
    },
  ],
  ...change,
});

const bars = (svg: string) =>
  [...svg.matchAll(/<rect class="(up|down)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, side, x, width]) => ({
    side,
    x: Number(x),
    width: Number(width),
  }));

describe('a bar chart', () => {
  it('draws gains to the right of 0 and losses to its left, as long as they are', () => {
    const [up, down] = bars(chartsSvg([chart()]));
    expect([up?.side, down?.side]).toEqual(['up', 'down']);
    expect((down?.x ?? 0) + (down?.width ?? 0)).toBeCloseTo(up?.x ?? 0, 0);
    expect((up?.width ?? 0) / (down?.width ?? 1)).toBeCloseTo(3 / 4, 2);
  });

  it('is named and described for those who do not see it', () => {
    const svg = chartsSvg([chart(), chart({ name: 'types' })]);
    expect(svg).toContain('role="img" aria-labelledby="villages-title villages-desc types-title types-desc"');
    expect(svg).toContain('<desc id="villages-desc">一村: +3, -4</desc>');
  });

  it('keeps text a text, and leaves out what XML cannot hold', () => {
    const label = `<script>"&'\u0000\ud800\uffff`;
    const svg = chartsSvg([chart({ bars: [{ label, values: [{ value: 1, text: '1' }] }] })]);
    expect(svg).toContain('&lt;script&gt;&quot;&amp;&#39;\ufffd</text>');
  });

  it('counts in whole numbers, without a minus on the side of losses', () => {
    const ticks = [...chartsSvg([chart()]).matchAll(/class="tick"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(ticks.every((text) => /^\d+$/.test(text ?? ''))).toBe(true);
    const money = chartsSvg([
      chart({ counts: false, bars: [{ label: '甲', values: [{ value: -80_000, text: '' }] }] }),
    ]);
    expect(money).toContain('>-80,000<');
  });
});
