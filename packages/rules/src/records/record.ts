import { type Case, checkCase, type DecisionRecord, type RecordSignature, recordFormat } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { decide } from '../decide/decide.ts';
import type { Dates } from '../decide/question.ts';
import { canonical, digestOf } from '../load/digest.ts';
import type { Policy } from '../model/policy.ts';
import { library } from './library.ts';
import { fieldNamed, type Personal, type Withheld, withholdFacts } from './withhold-facts.ts';
import { FindingsWithholder } from './withhold-findings.ts';

export interface RecordOptions {
  /**
   * Personal fields that may enter the record: `true` for all, or their names (`household.headName`). Without it none
   * does: neither what the vocabulary marks, nor any text, reference or id.
   */
  readonly personal?: Personal;
}

/**
 * Decides a case and records it: policy, release, digest, dates, facts, findings and totals, with a digest of its own.
 * The same inputs give the same record, to the byte. What is personal is left out, of the facts and of what findings
 * would tell of them, and its places are listed in `withheld`.
 *
 * @throws JingzhunError `invalid-case` as `checkCase` and `decide` find it; `unknown-field` for a name in `personal`
 * that the vocabulary has not.
 *
 * @example
 * const record = recordDecision(
 *   ruyuan2016,
 *   { household: { headName: '合成户', registered: true, housing: { work: 'new-build' } } },
 *   { on: '2017-09-01' },
 * );
 * record.withheld; // ['facts.household.headName']
 */
export function recordDecision(
  policy: Policy,
  input: Case,
  dates: Dates,
  { personal = [] }: RecordOptions = {},
): DecisionRecord {
  const check = checkCase(input);
  if (!check.ok) throw new JingzhunError('invalid-case', check.problems);
  return digested(contentOf(policy, check.case, dates, personal === true ? true : namesOf(personal)));
}

/**
 * The text of a record: canonical JSON, keys sorted, with a line end.
 *
 * @example
 * const record = recordDecision(ruyuan2016, { household: { registered: true } }, { on: '2017-09-01' });
 * JSON.parse(serialise(record)).digest === record.digest; // true
 */
export const serialise = (record: DecisionRecord): string => `${canonical(record)}\n`;

/**
 * The digest that a record should have: over its canonical form, without its digest and its signature.
 *
 * @example
 * const record = recordDecision(ruyuan2016, { household: { registered: true } }, { on: '2017-09-01' });
 * recordDigest(record) === record.digest; // true
 */
export function recordDigest(record: DecisionRecord): string {
  const { digest: _, signature: __, ...content } = record;
  return digestOf(content);
}

/**
 * A record with the signature of its digest.
 *
 * @example
 * const record = recordDecision(ruyuan2016, { household: { registered: true } }, { on: '2017-09-01' });
 * const signature = { algorithm: 'Ed25519', publicKey: 'AA==', value: 'AA==' };
 * withSignature(record, signature).digest === record.digest; // true
 */
export const withSignature = (record: DecisionRecord, signature: RecordSignature): DecisionRecord => ({
  ...record,
  signature,
});

type Content = Omit<DecisionRecord, 'digest' | 'signature'>;

function digested(content: Content): DecisionRecord {
  // Canonical text and back: plain JSON, in the order in which it is written.
  const plain = JSON.parse(canonical(content)) as Content;
  return { ...plain, digest: digestOf(plain) };
}

/**
 * All of a record but its digest. `before`: what had been withheld of the case already, when a record is decided again
 * from the facts it holds.
 */
export function contentOf(
  policy: Policy,
  input: Case,
  dates: Dates,
  personal: Personal,
  before: Pick<Withheld, 'names' | 'paths'> = { names: new Set(), paths: [] },
): Content {
  const { facts, paths, names } = withholdFacts(input, personal);
  const withholder = new FindingsWithholder(policy, dates.on, new Set([...before.names, ...names]));
  const decision = decide(policy, input, dates);
  const { findings, totals, paths: more } = withholder.withhold(decision, input);
  return {
    format: recordFormat,
    policy: decision.policy,
    on: decision.on,
    assessedOn: decision.assessedOn,
    personal: personal === true ? true : [...personal],
    facts: facts as Record<string, unknown>,
    findings: [...findings],
    totals: [...totals],
    withheld: [...before.paths, ...paths.map((path) => `facts.${path}`), ...more],
    library,
  };
}

function namesOf(personal: readonly string[]): string[] {
  const unknown = personal.filter((name) => fieldNamed(name) === undefined);
  if (unknown.length === 0) return [...new Set(personal)].sort();
  throw new JingzhunError(
    'unknown-field',
    unknown.map((name, index) => ({
      code: 'unknown-field',
      path: `personal[${index}]`,
      zh: `没有名为“${name.slice(0, 40)}”的字段。`,
      en: `there is no field ${JSON.stringify(name.slice(0, 40))}`,
    })),
  );
}
