import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { faulty, jingzhun, policies } from './run-jingzhun.ts';

describe.concurrent('policies', () => {
  test('lists policies and provisions as JSON', async () => {
    const { code, out, err } = await jingzhun(['policies', '--json', '--policies', policies]);
    expect([code, err]).toEqual([0, '']);
    const [first, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect(Object.keys(first)).toEqual(['id', 'title', 'document', 'jurisdiction', 'releases', 'provisions']);
    expect(first).toMatchObject({ id: 'sample-2020', document: '虚构〔2020〕1号', jurisdiction: { county: '虚构县' } });
    expect(first.provisions).toHaveLength(5);
    expect(first.provisions[0]).toEqual({
      id: 'sample.aid.student',
      kind: 'entitlement',
      subject: 'person',
      clause: '一',
      computable: 'full',
      inForce: { from: '2020-01-01', to: '2021-12-31' },
    });
    expect(first.provisions[3]).toMatchObject({ id: 'sample.principle.self-help', computable: 'none', inForce: null });
  });

  test('shows one with readings, reasons and figures that differ', async () => {
    const { out } = await jingzhun(['policies', 'sample-2020', '--lang', 'en', '--policies', policies]);
    expect(out).toContain('→ The stage of school decides.');
    expect(out).toContain('– An appeal without anything to test.');
    expect(out.replace(/\s+/g, ' ')).toContain(
      '≠ households: printed 3 households, recomputed 6 households, differs. Differs on purpose.',
    );
  });

  test('has the embedded ones without a folder', async () => {
    const { code, out } = await jingzhun(['policies', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toContain('ruyuan-2016');
  });

  test('names the area of each in the language of the list', async () => {
    const chinese = await jingzhun(['policies', '--lang', 'zh']);
    expect(chinese.out).toContain('广东省韶关市乳源瑶族自治县');
    const english = await jingzhun(['policies', '--lang', 'en']);
    expect(english.out).toContain('Ruyuan Yao Autonomous County, Shaoguan, Guangdong');
    expect(english.out).not.toContain('广东省');
  });

  test('answers a misspelt id with the nearest', async () => {
    const { code, err } = await jingzhun(['policies', 'ruyuan-2061']);
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean ruyuan-2016?')]);
    expect(err, 'no option was written').not.toContain('--policy');
  });
});

describe.concurrent('check', () => {
  test('finds nothing wrong with a sound policy and runs its tests', async () => {
    const { code, out } = await jingzhun(['check', '--policies', policies, '--lang', 'en']);
    expect([code, out]).toEqual([0, 'sample-2020: sound, 2 tests\n']);
  });

  test('names file, line, place and the right form in both languages, and ends with 1', async () => {
    const { code, out } = await jingzhun(['check', '--policies', faulty]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^broken-2020\/1-aid\.yaml:9 {2}rules\.broken\.aid\.when .*person\.schoolStage.*\| .*person\.schoolStage/m,
    );
  });

  test('gives faults as JSON', async () => {
    const { out } = await jingzhun(['check', '--policies', faulty, '--json']);
    expect(JSON.parse(out)).toMatchObject([
      { id: 'broken-2020', problems: [{ file: 'broken-2020/1-aid.yaml', line: 9 }] },
    ]);
  });

  test('refuses an unknown id and a folder without policies', async () => {
    expect((await jingzhun(['check', 'sampel-2020', '--policies', policies])).err).toContain('sample-2020');
    expect((await jingzhun(['check', '--policies', '/nowhere-at-all'])).code).toBe(2);
  });
});

describe.concurrent('the command', () => {
  test.each([['--help'], ['policies', '--help'], ['decide', '--help'], ['roster', '--help'], ['check', '--help']])(
    'explains itself with examples: %s %s',
    async (...args) => {
      const { code, out } = await jingzhun(args);
      expect([code, out]).toEqual([0, expect.stringMatching(/Examples:\n {2}jingzhun /)]);
    },
  );

  test('says which version it is', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await jingzhun(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test('answers an unknown command with the nearest', async () => {
    const { code, err } = await jingzhun(['polices']);
    expect([code, err]).toEqual([2, expect.stringContaining('policies')]);
  });

  test('is silent when its reader leaves', async () => {
    const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));
    const child = spawn(process.execPath, [bin, 'policies', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

const register = new URL('../../../../shared/provisions/', import.meta.url).pathname;
const documents = existsSync(register) ? readdirSync(register).filter((name) => /-\d{4}\.yaml$/.test(name)) : [];
if (documents.length === 0) console.warn('The register is not there: the list of provisions is not held against it.');

test('the register is there where it has to be', () => {
  if (process.env.CI) expect(documents).toHaveLength(5);
});

describe.each(documents)('policies --json and %s', (name) => {
  test('list the same provisions, of the same kind, subject, clause and degree, and say why one is not computed', async () => {
    const id = name.replace('.yaml', '');
    const { out } = await jingzhun(['policies', id, '--json']);
    const [{ provisions }] = JSON.parse(out);
    const expected = parse(readFileSync(`${register}${name}`, 'utf8')).provisions.map(
      ({ id, kind, subject, clause, computable }: Record<string, string>) => ({
        id,
        kind,
        subject,
        clause,
        computable,
      }),
    );
    const listed = provisions.map(({ inForce: _, why: __, ...each }: Record<string, unknown>) => each);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(listed.toSorted(byId)).toEqual(expected.toSorted(byId));
    for (const { computable, inForce, why } of provisions) {
      expect(inForce === null).toBe(computable === 'none');
      expect(why === undefined).toBe(computable === 'full');
    }
  });

  test('the page of the policy tells every anomaly, in both languages', async () => {
    const id = name.replace('.yaml', '');
    const { [camel(`${id}-text`)]: text } = await import(`../../rules/src/policies/${id}.text.gen.ts`);
    const bare = (words: string) => words.replace(/\s+/g, '');
    for (const language of ['zh', 'en'] as const) {
      const { out } = await jingzhun(['policies', id, '--lang', language]);
      const page = bare(out);
      const all = text.sections.flatMap(({ provisions }: { provisions: { anomalies: object[] }[] }) =>
        provisions.flatMap(({ anomalies }) => anomalies),
      );
      for (const anomaly of [...text.document.anomalies, ...all]) expect(page).toContain(bare(anomaly[language]));
    }
  });
});

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
