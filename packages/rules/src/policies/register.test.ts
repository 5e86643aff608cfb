import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPolicyFolder } from '../../../cli/src/policy-folder.ts';
import { policiesRoot, policyIds } from '../../scripts/bundled-policies.ts';
import { loadPolicy } from '../load/index.ts';
import type { ProvisionText } from '../model/policy.ts';

const shared = new URL('../../../../../shared/', import.meta.url).pathname;
const present = existsSync(`${shared}provisions`) && existsSync(`${shared}sources`);
if (!present) console.warn('The register of provisions is not there: the policies are not held against it.');

interface Provision {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly clause: string;
  readonly also_clauses?: readonly string[];
  readonly quote: string | readonly string[];
  readonly computable: string;
  readonly anomalies: readonly string[];
  readonly effective: { readonly from: string | null; readonly to: string | null };
}

const bare = (text: string): string => text.replace(/\s/gu, '');
const digest = (text: string): string => createHash('sha256').update(bare(text)).digest('hex');
const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

it('the register is there where it has to be', () => {
  if (process.env.CI) expect(present).toBe(true);
});

// Vitest looks into a group that it skips, so without the register there is none.
describe.each(present ? policyIds : [])('%s and the register', (id) => {
  const folder = readPolicyFolder(`${policiesRoot}${id}`);
  const { policy, text } = loadPolicy(folder);
  const register = parse(readFileSync(`${shared}provisions/${id}.yaml`, 'utf8')) as {
    document: { sha256: string; published: string | null; document_anomalies?: readonly string[] };
    provisions: readonly Provision[];
  };
  const source = readFileSync(`${shared}sources/${id}.txt`, 'utf8');
  const expected = register.provisions;
  const encoded = text.sections.flatMap(({ provisions }) => provisions);
  const byId = new Map(encoded.map((provision) => [provision.id, provision]));
  const of = ({ id }: Provision): ProvisionText => byId.get(id) as ProvisionText;
  const rules = new Map(policy.rules.map((rule) => [rule.id as string, rule]));
  const pairs = expected.filter(({ id }) => byId.has(id)).map((provision) => ({ ...provision, provision }));

  it('hold the same provisions, each once', () => {
    const ids = encoded.map((provision) => provision.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.toSorted()).toEqual(expected.map((provision) => provision.id).toSorted());
    expect(expected.length).toBeGreaterThan(0);
  });

  it('speak of the same text', () => {
    expect(createHash('sha256').update(source).digest('hex')).toBe(text.document.sha256);
    expect(text.document.sha256).toBe(register.document.sha256);
    expect(text.document.published).toBe(register.document.published);
    expect(text.document.anomalies.length).toBeGreaterThanOrEqual((register.document.document_anomalies ?? []).length);
  });

  it.each(pairs)('$id is of the same kind, subject, place and degree', ({ provision }) => {
    const { kind, subject, clause, computable } = of(provision);
    expect({ kind, subject, clause, computable }).toEqual({
      kind: provision.kind,
      subject: provision.subject,
      clause: provision.clause,
      computable: provision.computable,
    });
    const rule = rules.get(provision.id);
    expect(rule !== undefined, 'what is computable is a rule').toBe(provision.computable !== 'none');
    if (rule !== undefined) expect(rule.alsoClauses ?? []).toEqual(provision.also_clauses ?? []);
    if (computable !== 'full') {
      expect(of(provision).why?.zh).toBeTruthy();
      expect(of(provision).why?.en).toBeTruthy();
    }
  });

  it.each(pairs)('$id cites the words of the source', ({ provision }) => {
    const quotes = listOf(provision.quote);
    expect(listOf(of(provision).quoteSha256).toSorted()).toEqual(quotes.map(digest).toSorted());
    for (const quote of quotes) expect(bare(source)).toContain(bare(quote));
  });

  it.each(pairs.filter(({ anomalies }) => anomalies.length > 0))('$id tells its anomalies', ({ provision }) => {
    // Where the recomputation shows a difference, its explanation tells it too.
    const { anomalies, reconcile } = of(provision);
    const told = [...anomalies, ...reconcile.flatMap(({ conflict }) => conflict ?? [])];
    const agreeing = provision.anomalies.filter((anomaly) => /: consistent\.$/.test(anomaly)).length;
    expect(told.length).toBeGreaterThanOrEqual(provision.anomalies.length - agreeing);
    for (const { zh, en } of told) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]{2}/);
    }
    for (const anomaly of provision.anomalies.filter((each) => /: consistent\.$/.test(each))) {
      expect(
        reconcile.some(({ agrees }) => agrees),
        anomaly,
      ).toBe(true);
    }
  });

  it('agree on force where the register does not infer it to be otherwise', () => {
    for (const provision of pairs) {
      const rule = rules.get(provision.id);
      if (rule === undefined) continue;
      expect(rule.force.from, provision.id).toBe(provision.effective.from);
      // The day of a deadline and the year of a plan figure end nothing: both stay askable to the end of the plan.
      const { to } = provision.effective;
      const endsNothing = rule.due !== undefined || rule.kind === 'deadline' || rule.kind === 'plan-figure';
      if (endsNothing) expect((rule.force.to ?? '9') >= (to ?? '9'), provision.id).toBe(true);
      else expect(rule.force.to, provision.id).toBe(to);
    }
  });

  it('every figure that a parameter prints is cited from a sentence of the source', () => {
    const digests = new Set(register.provisions.flatMap(({ quote }) => listOf(quote)).map(digest));
    for (const { data } of folder.sections) {
      const { parameters = {} } = data as { parameters?: Record<string, { values?: { quoteSha256?: string }[] }> };
      for (const [name, { values = [] }] of Object.entries(parameters))
        for (const { quoteSha256 } of values) expect(digests.has(String(quoteSha256)), name).toBe(true);
    }
  });
});

describe.runIf(present)('no sentence of a source is copied', () => {
  /** Stretches of 22 signs inside one clause: marks that do not end one, and spaces, left out. */
  const stretches = (text: string): string[] =>
    [
      ...bare(text)
        .replace(/[“”‘’、《》()（）]/g, '')
        .matchAll(/[\p{Script=Han}\d%]{22,}/gu),
    ].flatMap(([run]) => Array.from({ length: run.length - 21 }, (_, start) => run.slice(start, start + 22)));
  const sources = present ? readdirSync(`${shared}sources`) : [];
  // The name of a document is no sentence of it.
  const titles = sources.flatMap((file) => {
    const register = `${shared}provisions/${file.replace(/txt$/, 'yaml')}`;
    return existsSync(register) ? [String(parse(readFileSync(register, 'utf8')).document.title)] : [];
  });
  const copied = new Set(sources.flatMap((file) => stretches(readFileSync(`${shared}sources/${file}`, 'utf8'))));
  for (const title of titles) for (const each of stretches(title)) copied.delete(each);
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );

  it.each(files(policiesRoot.replace(/\/$/, '')).map((file) => file.slice(policiesRoot.length)))('%s', (file) => {
    expect(copied.size).toBeGreaterThan(1000);
    expect(stretches(readFileSync(`${policiesRoot}${file}`, 'utf8')).filter((each) => copied.has(each))).toEqual([]);
  });
});
