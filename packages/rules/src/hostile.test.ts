import { describe, expect, it } from 'vitest';
import { toSql } from './sql/index.ts';
import { entries, rosterEntries, runEngine } from './testing/hostile-entries.ts';
import { fareOf, frozen } from './testing/hostile-outcome.ts';
import { hostileValues } from './testing/hostile-values.ts';
import { codesOf, day, leaf, loadTiny, onePolicy, tinyRule } from './testing/tiny-policy.ts';

const values = hostileValues(200_000);

describe('a value made to harm', () => {
  it.each([...entries.filter(({ name }) => name !== 'locateQuotes'), ...rosterEntries])(
    '$name: is taken or refused in both languages, and neither changed nor run',
    ({ ask }) => {
      for (const { name, make } of values)
        expect([name, fareOf(ask, frozen(make()))]).toEqual([name, expect.any(String)]);
    },
  );

  it('is refused before json-rules-engine sees it', async () => {
    for (const { make } of values)
      await expect(
        runEngine(make()).catch((error: { code?: string }) => error.code ?? error),
      ).resolves.not.toBeInstanceOf(Error);
  });
});

describe('a policy made to harm', () => {
  const laughs = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [
      `c${level}`,
      level === 0
        ? leaf('household.registered', 'equal', true)
        : { all: new Array(10).fill({ condition: `c${level - 1}` }) },
    ]),
  );

  it('whose named conditions multiply is refused', () => {
    expect(
      codesOf({ conditions: laughs, rules: { 'tiny.rule.one': tinyRule({ when: { condition: 'c39' } }) } }),
    ).toContain('too-many-parts');
  });

  it('has its first thousand faults told, not all', () => {
    const wrong = { any: new Array(1000).fill({ fact: 'household', operator: 'equal', value: 1 }) };
    const rules = Object.fromEntries(['one', 'two'].map((name) => [`tiny.rule.${name}`, tinyRule({ when: wrong })]));
    const codes = codesOf({ rules });
    expect(codes).toHaveLength(1001);
    expect(codes.at(-1)).toBe('more-faults');
  });

  it('that names many numbers is compiled all the same', () => {
    const many = Array.from({ length: 900 }, (_, at) => leaf('household.perCapitaNetIncome', 'equal', at));
    const policy = onePolicy({ when: { any: many } });
    expect(toSql(policy, { on: day, dialect: 'duckdb' }).rules).toHaveLength(1);
  });

  it.each(['duckdb', 'postgres', 'spark'] as const)('cannot leave its place in SQL of %s', (dialect) => {
    const hostile = "x'; DROP TABLE household; --\n\\'; DROP TABLE person; --";
    const title = { zh: `${hostile}\u2028DROP`, en: hostile };
    const { policy, text } = loadTiny({
      rules: { 'tiny.rule.one': tinyRule({ title, when: leaf('household.gridCell', 'equal', hostile) }) },
    });
    const { statements, dictionary } = toSql(policy, { on: day, dialect, text });
    const quoted = dialect === 'spark' ? /'(?:[^'\\]|\\.)*'/gs : /'(?:[^']|'')*'/gs;
    for (const { sql } of [...statements, ...dictionary]) {
      const bare = sql.replaceAll(/^\s*--.*$/gm, '').replaceAll(quoted, "''");
      expect(bare).not.toMatch(/DROP|;/);
    }
  });
});
