import { expect, test } from 'vitest';
import { catalogue } from './catalogue.gen.ts';
import { doubtsOf } from './doubts.ts';
import { provisionsOf } from './release.ts';

const texts = await Promise.all(Object.values(catalogue).map(({ text }) => text()));

test('what the document and a provision both tell is listed once, with the provision', () => {
  const linked = texts.flatMap((text) =>
    doubtsOf(text).flatMap(({ told, at }) =>
      told && at.length > 0 ? [`${told.zh} → ${at.map(({ id }) => id).join(' ')}`] : [],
    ),
  );
  expect(linked).toMatchInlineSnapshot(`
    [
      "九个到户、六个精准、八项工程、五个一批、四看、五优先、六进、七不进只提名称，全文没有列出内容。 → huayang.obligation.town-plan",
      "二1的“省玫府”是“省政府”识别错误。 → hubei.obligation.publicity",
      "三4的“1 0万元”数字中间多一个空格，应为10万元。 → hubei.funding.unit-100k-per-year",
      "二(一)4的“缀学”应为“辍学”。 → ruyuan.education-aid.no-dropout",
      "二(二)11“行政村村生活垃圾”多一个“村”字。 → ruyuan.village.refuse-90",
      "第七部分的日期都丢了“年”字，有的还夹着空格，如“20144月”是2014年4月，“20141 2月”是2014年12月，“201 51月”是2015年1月。 → sichuan.deadline.whole-work-2014-12 sichuan.deadline.stage-1-preparation sichuan.deadline.stage-7-update",
      "二(六)的“返贫则迸”应为“返贫则进”。 → sichuan.principle.entry-and-exit",
      "四(二)5“致贫原因”之后的句号应为逗号，“明确”之后的顿号多余。 → sichuan.process.precise-support",
      "八(一)的“-定实施细则”应为“制定实施细则”。 → sichuan.responsibility.city",
      "八(四)标题之后的顿号应为句号。 → sichuan.responsibility.village",
    ]
  `);
});

test('what provisions alone tell is read there: the list says where, and no place is lost', () => {
  for (const text of texts) {
    const doubts = doubtsOf(text);
    const whole = text.document.anomalies.length;
    const listed = doubts.slice(whole);
    expect(doubts.slice(0, whole).map(({ told }) => told)).toEqual(text.document.anomalies);
    expect(listed.filter(({ told, at }) => told || at.length !== 1)).toEqual([]);
    const named = new Set(doubts.flatMap(({ at }) => at.map(({ id }) => id)));
    const doubtful = provisionsOf(text).filter(({ anomalies }) => anomalies.length > 0);
    expect(doubtful.filter(({ id }) => !named.has(id))).toEqual([]);
    expect(listed.length).toBe(new Set(listed.map(({ at }) => at[0]?.id)).size);
  }
});
