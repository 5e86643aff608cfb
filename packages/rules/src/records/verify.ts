import { type Bilingual, type Case, checkCase, type DecisionRecord } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { canonical } from '../load/digest.ts';
import type { Policy, PolicyText } from '../model/policy.ts';
import { type Difference, findingDifferences, valueDifferences } from './differences.ts';
import { library } from './library.ts';
import { contentOf, recordDigest } from './record.ts';
import { factAt, fieldNamed, isPersonal } from './withhold-facts.ts';
import { FindingsWithholder } from './withhold-findings.ts';
import { type WouldDiffer, wouldDiffer } from './would-differ.ts';

/**
 * What is wrong with a record, or stands in the way of deciding it again.
 *
 * | code | what |
 * | --- | --- |
 * | `altered` | the record's digest is not the one of its content |
 * | `unknown-release` | there is no such policy or release to decide with |
 * | `other-policy` | the policy given is not the one that the record names |
 * | `policy-changed` | the release has another content than when the record was made |
 * | `wrong-withheld` | a place in `withheld` is not a personal field, or its fact is still in the record |
 * | `undecidable` | the facts cannot be decided with that policy |
 */
export interface RecordFault extends Bilingual {
  readonly code: 'altered' | 'unknown-release' | 'other-policy' | 'policy-changed' | 'wrong-withheld' | 'undecidable';
  readonly path: string;
}

export interface Verification {
  /** Unaltered, and decided again in full with the same outcome. */
  readonly same: boolean;
  /**
   * `same`; `different`: there are faults or differences; `cannot-redecide`: none were found, but not all could be
   * decided again, for a release or facts that were withheld are not at hand.
   */
  readonly verdict: 'same' | 'different' | 'cannot-redecide';
  readonly faults: readonly RecordFault[];
  readonly differences: readonly Difference[];
  /** How many of the recorded findings were decided again. */
  readonly redecided: number;
  /** Facts that the findings rest on and that are neither in the record nor supplied: `person.birthDate`. */
  readonly lacking: readonly string[];
  /** Set where the record was made by another version: no fault. */
  readonly library?: { readonly recorded: string; readonly now: string };
  readonly now?: WouldDiffer;
}

export interface VerifyOptions {
  /** The whole case, from whoever holds it: it is put through the same withholding and must give the same record. */
  readonly facts?: Case;
  /** A later release, to say what it would decide otherwise today. */
  readonly now?: { readonly policy: Policy; readonly text: Pick<PolicyText, 'releases'> };
}

/**
 * Decides a record again and says what differs. The record has passed `checkRecord`; the policy is the release that it
 * names, undefined where there is none. Findings that rest on withheld facts are decided again only from `facts`.
 * A signature is not looked at.
 *
 * @throws JingzhunError `invalid-case` where the facts supplied are no case.
 *
 * @example
 * const record = recordDecision(ruyuan2016, { household: { registered: true } }, { on: '2017-09-01' });
 * verifyRecord(record, ruyuan2016).same; // true
 */
export function verifyRecord(
  record: DecisionRecord,
  policy: Policy | undefined,
  { facts, now }: VerifyOptions = {},
): Verification {
  if (facts !== undefined) {
    const check = checkCase(facts);
    if (!check.ok) throw new JingzhunError('invalid-case', check.problems);
  }
  const faults = [...alterationOf(record), ...policyFaults(record, policy), ...withheldFaults(record)];
  const again = policy === undefined ? none : attempt(() => redecide(record, policy, facts), faults);
  const later =
    policy === undefined || now === undefined
      ? undefined
      : attempt(() => wouldDiffer(record, policy, now, facts, withheldNames(record)), faults);
  const { differences = [], redecided = 0, lacking = [] } = again ?? none;
  const verdict =
    differences.length > 0 || faults.some(({ code }) => code !== 'unknown-release')
      ? 'different'
      : faults.length > 0 || lacking.length > 0
        ? 'cannot-redecide'
        : 'same';
  return {
    same: verdict === 'same',
    verdict,
    faults,
    differences,
    redecided,
    lacking,
    ...(record.library.name === library.name && record.library.version === library.version
      ? {}
      : { library: { recorded: titleOf(record.library), now: titleOf(library) } }),
    ...(later === undefined ? {} : { now: later }),
  };
}

const titleOf = ({ name, version }: { name: string; version: string }): string => `${name} ${version}`;

const none: Pick<Verification, 'differences' | 'redecided' | 'lacking'> = {
  differences: [],
  redecided: 0,
  lacking: [],
};

function alterationOf(record: DecisionRecord): RecordFault[] {
  if (record.digest === recordDigest(record)) return [];
  const zh = '记录的摘要与内容不符：记录在生成之后被改动过';
  return [
    {
      code: 'altered',
      path: 'digest',
      zh,
      en: 'the digest is not that of the content: the record was changed after it was made',
    },
  ];
}

function policyFaults({ policy: { id, release, digest } }: DecisionRecord, policy: Policy | undefined): RecordFault[] {
  if (policy === undefined) {
    const zh = `没有政策 ${id} 的版本 ${release}，无法重新判定`;
    return [
      {
        code: 'unknown-release',
        path: 'policy.release',
        zh,
        en: `there is no release ${release} of ${id} to decide with again`,
      },
    ];
  }
  if (policy.id !== id || policy.release !== release) {
    const zh = `记录用的是 ${id} ${release}，所给的是 ${policy.id} ${policy.release}`;
    return [
      {
        code: 'other-policy',
        path: 'policy',
        zh,
        en: `the record names ${id} ${release}; given was ${policy.id} ${policy.release}`,
      },
    ];
  }
  if (policy.digest === digest) return [];
  const zh = `${id} ${release} 的内容与记录生成时不同：已发布的版本被改动过`;
  return [
    {
      code: 'policy-changed',
      path: 'policy.digest',
      zh,
      en: `${id} ${release} has another content than when the record was made: a release was changed`,
    },
  ];
}

const factPaths = ({ withheld }: DecisionRecord): string[] =>
  withheld.flatMap((path) => (path.startsWith('facts.') ? [path.slice('facts.'.length)] : []));

function withheldNames(record: DecisionRecord): Set<string> {
  return new Set(factPaths(record).flatMap((path) => factAt(path) ?? []));
}

/** Nothing but personal fields is withheld: else a record could leave out what it likes and still be called the same. */
function withheldFaults(record: DecisionRecord): RecordFault[] {
  const { personal } = record;
  return factPaths(record).flatMap((path): RecordFault[] => {
    const name = factAt(path);
    const field = name === undefined ? undefined : fieldNamed(name);
    const isLetIn = personal === true || (name !== undefined && personal.includes(name));
    if (field !== undefined && isPersonal(field) && !isLetIn) return [];
    const zh = '列为未记入，但这不是可以不记入的个人字段';
    return [
      {
        code: 'wrong-withheld',
        path: `facts.${path}`.slice(0, 200),
        zh,
        en: 'is listed as withheld and is no personal field that may be',
      },
    ];
  });
}

/** Facts that came from outside can be such that a policy refuses them: that is a finding about the record, too. */
function attempt<T>(work: () => T, faults: RecordFault[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    for (const { path, zh, en } of error.problems) faults.push({ code: 'undecidable', path, zh, en });
    return undefined;
  }
}

function redecide(record: DecisionRecord, policy: Policy, facts: Case | undefined) {
  const before = facts === undefined ? withheldNames(record) : new Set<string>();
  const given = (facts ?? record.facts) as Case;
  const paths = facts === undefined ? factPaths(record).map((path) => `facts.${path}`) : [];
  const dates = { on: record.on, assessedOn: record.assessedOn };
  const again = plain(contentOf(policy, given, dates, record.personal, { names: before, paths }));
  const withholder = new FindingsWithholder(policy, record.on, before);
  const lacking = withholder.readBy([...record.findings, ...again.findings]);
  const places = record.findings.flatMap(({ rule }, index) => (withholder.restsOnWithheld(rule) ? [] : [index]));
  const sure = <F extends { readonly rule: string }>(all: readonly F[]): F[] =>
    all.filter(({ rule }) => !withholder.restsOnWithheld(rule));
  const differences = [
    ...valueDifferences(record.facts, again.facts, 'facts'),
    ...findingDifferences(sure(record.findings), sure(again.findings), places),
    ...(lacking.length === 0 ? valueDifferences(record.totals, again.totals, 'totals') : []),
  ];
  // The places of what is left out follow from all else: they are worth a word only where they alone differ.
  const misplaced =
    lacking.length === 0 && differences.length === 0
      ? valueDifferences(record.withheld, again.withheld, 'withheld')
      : [];
  return { lacking, redecided: places.length, differences: [...differences, ...misplaced] };
}

/** As a record is read back: what is undefined is not there. */
const plain = <T>(value: T): T => JSON.parse(canonical(value)) as T;
