import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LoadedPolicy, loadPolicy } from '@jingzhun/rules/load';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { acceptedIn, judge } from '../analysis/accepted.ts';
import { analyseLoaded } from '../analysis/analyse-loaded.ts';
import { checkDays } from '../days.ts';
import { studyImpact } from '../impact/study.ts';
import { languages } from '../language.ts';
import { print } from '../output.ts';
import { readPolicyFolder } from '../policy-folder.ts';
import { policyFolders } from '../policy-folders.ts';
import { type Draft, readDraft } from '../releases/draft.ts';
import { bundledPolicies, type Lock, lockName, readLock } from '../releases/store.ts';
import { touchedRules } from '../releases/touched.ts';
import { type Review, reviewMarkdown, type Said } from '../review/markdown.ts';
import { unusable } from '../unusable.ts';
import { checkFolder } from './check.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface ReviewOptions extends Omit<CommonOptions, 'lang'> {
  readonly lang?: string;
  readonly roster?: string;
  readonly on?: string;
}

/**
 * `jingzhun review`: what a folder of policies changed against what it was, for those who have to agree: check, comparison,
 * impact and analysis of each policy that changed or has a draft, as Markdown. Exit 1 where something is wrong.
 */
export async function reviewCommand(before: string, options: ReviewOptions): Promise<void> {
  const wanted = options.lang === undefined ? languages : [languageOf({ lang: options.lang })];
  const root = resolve(options.policies ?? bundledPolicies());
  const old = new Map(policyFolders(resolve(before)).map(({ id, folder }) => [id, folder]));
  const faults = [...shrunkLock(readLock(resolve(before)), readLock(root) ?? {}), ...gone(old, root)];
  const reviews: Review[] = [];
  for (const { id, folder } of policyFolders(root)) {
    const review = await reviewOf(id, folder, old.get(id), options);
    if (review !== undefined) reviews.push(review);
  }
  if (faults.length > 0 || reviews.some(isFaulty)) process.exitCode = 1;
  await print(wanted.map((language) => reviewMarkdown(reviews, faults, language)).join('\n---\n\n'));
}

const isFaulty = ({ checked, judged }: Review): boolean =>
  checked.problems.length > 0 || (judged !== undefined && judged.open.length + judged.stale.length > 0);

async function reviewOf(
  id: string,
  folder: string,
  oldFolder: string | undefined,
  options: ReviewOptions,
): Promise<Review | undefined> {
  const checked = checkFolder(id, folder);
  const before = oldFolder === undefined ? undefined : loadPolicy(readPolicyFolder(oldFolder));
  const states = statesIn(folder);
  // What does not load has faults to show and nothing to compare.
  if (states === undefined) return { id, checked };
  const { present, drafted } = states;
  const unchanged = drafted === undefined && before?.policy.digest === present.policy.digest;
  if (unchanged) return checked.problems.length > 0 ? { id, checked } : undefined;
  const sides = { before: drafted === undefined ? before : present, after: drafted?.loaded ?? present };
  const said = drafted === undefined ? newReleases(before, present) : [saidOf(drafted)];
  const judged = judge(analyseLoaded(sides.after), acceptedIn(folder), true);
  const review: Review = { id, checked, judged, said, after: sides.after };
  if (sides.before === undefined) return review;
  const compared = { ...review, before: sides.before };
  const study = await impactOf(sides.before, sides.after, options);
  return study === undefined ? compared : { ...compared, study };
}

function statesIn(folder: string): { present: LoadedPolicy; drafted: Draft | undefined } | undefined {
  try {
    const draft = join(folder, 'draft.yaml');
    const drafted = existsSync(draft) ? readDraft(draft, folder) : undefined;
    return { present: loadPolicy(readPolicyFolder(folder)), drafted };
  } catch (error) {
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

const saidOf = ({ file, loaded }: Draft): Said => ({ ...file, version: loaded.policy.release });

function newReleases(before: LoadedPolicy | undefined, { text }: LoadedPolicy): Said[] {
  const known = new Set(before?.text.releases.map(({ version }) => version));
  return text.releases.flatMap(({ kind, ...release }) =>
    kind === undefined || known.has(release.version) ? [] : [{ ...release, kind }],
  );
}

/** On the day asked for, or else on the first on which all that changes has come. */
async function impactOf(before: LoadedPolicy, after: LoadedPolicy, { roster, on }: ReviewOptions) {
  if (roster === undefined) return undefined;
  const day = on ?? [...touchedRules(before, after).values()].sort().at(-1);
  if (day === undefined) return undefined;
  const days = checkDays({ on: day });
  return studyImpact({ loaded: before, ...days }, { loaded: after, ...days }, { roster, language: 'zh' });
}

/** A release that was locked stays locked as it was. */
function shrunkLock(before: Lock = {}, after: Lock): Problem[] {
  return Object.entries(before).flatMap(([id, releases]) =>
    Object.entries(releases).flatMap(([version, { digest }]) => {
      if (after[id]?.[version]?.digest === digest) return [];
      const zh = `${id} ${version} 已发布，${lockName} 中的摘要不能改动或删去`;
      const en = `${id} ${version} was released: its digest in ${lockName} cannot be changed or taken out`;
      return [{ code: 'changed-lock', path: `${id}.${version}`, zh, en, file: lockName }];
    }),
  );
}

function gone(old: ReadonlyMap<string, string>, root: string): Problem[] {
  const present = new Set(policyFolders(root).map(({ id }) => id));
  return [...old.keys()]
    .filter((id) => !present.has(id))
    .map((id) => unusable('policy-gone', `政策 ${id} 不见了`, `the policy ${id} is gone`).problems[0] as Problem);
}
