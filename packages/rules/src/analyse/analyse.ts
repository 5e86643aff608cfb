import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { tablesOfRule } from '../compile/rule.ts';
import { type LoadedPolicy, loadPolicy, type PolicyFiles, type PolicySource, sourceOf } from '../load/load.ts';
import type { Analysis, Covered, Finding } from './analysis.ts';
import { cliffsIn } from './cliff.ts';
import { overlapsIn } from './exclusive.ts';
import { figuresIn } from './figures.ts';
import { gapsIn } from './gap.ts';
import { idleIn } from './idle.ts';
import { derivedFrom, holesOf } from './laws.ts';
import { filled, type Hole, holesIn, mend, type Note } from './mend.ts';
import { notesOf } from './notes.ts';
import { type Bench, periodsOf, stretchesOf } from './period.ts';
import { reachOf } from './reach.ts';
import { refused as refusedCase } from './refusal.ts';
import { successionsIn } from './successive.ts';
import { swappedIn } from './swapped.ts';
import { tableGapsIn } from './tables.ts';
import { Words } from './words.ts';

export interface AnalyseOptions {
  /** Only the law of this day, yyyy-mm-dd; without it, the whole timeline. */
  readonly on?: string;
}

/**
 * What can be wrong with a policy although its files read well: gaps between rules, rules that nobody can meet,
 * conditions that never matter, cliffs, values without citation, days without law. Every finding comes with a case that
 * shows it and with what `decide` says of that case; what could not be settled is listed, not claimed.
 *
 * Files that the loader refuses for a missing citation, or for days on which a value is missing or there twice, are
 * completed and looked at all the same. Any other fault of the loader ends the analysis: then there are `fault` findings.
 *
 * @example
 * const title = { zh: '试', en: 'Sample' };
 * const quoteSha256 = '0'.repeat(64);
 * const poor = { fact: 'household.registered', operator: 'equal', value: true };
 * const rule = { kind: 'entitlement', subject: 'household', title, when: { all: [poor, { not: poor }] }, quoteSha256 };
 * const jurisdiction = { province: '试省' };
 * const document = { title, number: null, issuer: title, published: null, jurisdiction, sha256: quoteSha256 };
 * const releases = [{ version: '1.0.0', date: '2020-01-01', changes: title }];
 * const policy = { id: 'sample-2020', document, force: { from: '2020-01-01' }, releases, sections: ['1-aid'] };
 * const aid = { clause: '一', title, summary: title, rules: { 'sample.aid.poor': rule } };
 * analyse({ policy, sections: { '1-aid': aid } }).findings.map(({ id }) => id) // ['unreachable:sample.aid.poor']
 */
export function analyse(source: PolicySource | PolicyFiles, { on }: AnalyseOptions = {}): Analysis {
  const given = Array.isArray(source.sections) ? (source as PolicySource) : sourceOf(source as PolicyFiles);
  const { loaded, notes, holes, refusals } = read(given);
  if (loaded === undefined) return refused(given, refusals);
  const { policy, text, files } = loaded;
  const findings: Finding[] = [];
  const bench: Bench = {
    policy,
    text,
    words: new Words(policy, text),
    periods: periodsOf(policy, on),
    findings,
    undecided: [],
    refusals,
  };
  const derived = derivedFrom(files);
  notesOf(notes, derived, bench);
  holesOf(holes, derived, bench);
  figuresIn(files, bench);
  const conditions = { all: 0, decisive: 0 };
  let tableEntries = 0;
  const ids = new Set(bench.periods.flatMap(({ rules }) => rules.map(({ model }) => model.id)));
  for (const id of ids) {
    for (const stretch of stretchesOf([id], bench)) {
      for (const table of stretch.rules.flatMap(tablesOfRule)) tableEntries += table.entries.length;
      const dead = reachOf(stretch, bench);
      swappedIn(stretch, bench);
      const counted = idleIn(stretch, dead, bench);
      conditions.all += counted.all;
      conditions.decisive += counted.decisive;
    }
  }
  const siblingGroups = gapsIn(bench);
  const tables = tableGapsIn(bench);
  const exclusivePairs = overlapsIn(files, bench);
  const successiveGroups = successionsIn(files, bench);
  const incomeSteps = cliffsIn(bench);
  const covered: Covered = {
    days: bench.periods.map(({ from }) => from),
    rules: ids.size,
    tableEntries,
    conditions,
    siblingGroups,
    tables,
    exclusivePairs,
    successiveGroups,
    incomeSteps,
    citations: citationsIn(files),
    undecided: [...new Map(bench.undecided.map((each) => [each.id, each])).values()],
  };
  const { id, release, digest } = policy;
  const shown =
    on === undefined ? findings : findings.filter(({ from, to }) => from <= on && (to === null || on <= to));
  return { policy: id, release, digest, findings: shown, covered, faults: [] };
}

interface Reading {
  readonly loaded: LoadedPolicy | undefined;
  readonly notes: readonly Note[];
  readonly holes: readonly Hole[];
  /** What the loader threw: of the files as they are, and of what was completed of them first. */
  readonly refusals: readonly Problem[];
}

/** Loads a policy; one that is refused, with what can be completed completed. */
function read(source: PolicySource): Reading {
  const asIs = attempt(source);
  if (asIs.loaded !== undefined) return { ...asIs, notes: [], holes: [] };
  const { source: mended, notes } = mend(source);
  const again = attempt(mended);
  if (again.loaded !== undefined) return { ...again, refusals: asIs.refusals, notes, holes: [] };
  const refusals = [...asIs.refusals, ...again.refusals];
  if (!again.refusals.some(({ code }) => code === 'uncovered-day')) return { ...again, notes, holes: [] };
  const last = attempt(filled(mended));
  return { ...last, refusals: last.loaded === undefined ? last.refusals : refusals, notes, holes: holesIn(mended) };
}

function attempt(source: PolicySource): Pick<Reading, 'loaded' | 'refusals'> {
  try {
    return { loaded: loadPolicy(source), refusals: [] };
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    return { loaded: undefined, refusals: error.problems };
  }
}

function refused({ policy }: PolicySource, faults: readonly Problem[]): Analysis {
  const { id, releases, force } = (policy.data ?? {}) as {
    id?: unknown;
    releases?: { version?: unknown }[];
    force?: { from?: unknown };
  };
  const findings = faults.map((fault): Finding => {
    const { code, path, zh, en, file, line } = fault;
    return {
      kind: 'fault',
      id: `fault:${code}:${path}`,
      rules: [],
      clauses: [],
      from: '',
      to: null,
      zh,
      en,
      witness: [refusedCase(fault, force?.from)],
      confirmed: true,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    };
  });
  const covered: Covered = {
    days: [],
    rules: 0,
    tableEntries: 0,
    conditions: { all: 0, decisive: 0 },
    siblingGroups: 0,
    tables: 0,
    exclusivePairs: 0,
    successiveGroups: 0,
    incomeSteps: 0,
    citations: 0,
    undecided: [],
    skipped: {
      zh: '政策文件有误，无法加载，其余未分析',
      en: 'the files have faults and do not load; nothing else was looked at',
    },
  };
  const version = Array.isArray(releases) ? releases.at(-1)?.version : undefined;
  return { policy: String(id ?? ''), release: String(version ?? ''), digest: '', findings, covered, faults };
}

function citationsIn({ sections }: PolicyFiles): number {
  return Object.values(sections).reduce((all, { parameters = {}, rules = {}, listed = {} }) => {
    const values = Object.values(parameters).flatMap((parameter) => ('values' in parameter ? parameter.values : []));
    const amended = Object.values(rules).flatMap((rule) => rule.amended ?? []);
    return all + values.length + amended.length + Object.keys(rules).length + Object.keys(listed).length;
  }, 0);
}
