import { boundaryCases } from '@jingzhun/rules/impact';
import { draftFrom, type LoadedPolicy, loadDraft, loadPolicy, sourceOf } from '@jingzhun/rules/load';
import type { DraftFile } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Roster } from '@jingzhun/schemas/table';
import { Refused } from '@jingzhun/schemas/workbook';
import type { Language } from '../language.ts';
import { filesOf, releasedFiles } from '../policies/released-files.ts';
import { excelReader } from '../roster/open-file.ts';
import { sampleRoster } from '../sample/sample-roster.ts';
import { serve } from '../worker/serve.ts';
import type { Task } from '../worker/task.ts';
import { changelog } from './changelog.ts';
import { draftText } from './draft-text.ts';
import type { Edition } from './edition.ts';
import { faultsOf } from './faults.ts';
import { figureViews } from './figure-views.ts';
import { affectedPage, boundaryViews } from './impact-view.ts';
import { outcomeView } from './outcome-view.ts';
import type { HeldRoster, Requests } from './protocol.ts';
import { type ReadRoster, readRoster } from './read-roster.ts';
import { type Study, sideOf, study } from './study.ts';
import { Voices } from './voices.ts';
import { draftOf, type WhatIf } from './what-if.ts';

/** What stays between one message and the next. */
let roster: Roster | undefined;
let latest: Study | undefined;
const loaded = new Map<string, Promise<LoadedPolicy>>();
/** The page's; it names its worker by it. */
const language = self.name as Language;

function released({ policy, release }: Pick<Edition, 'policy' | 'release'>): Promise<LoadedPolicy> {
  const key = `${policy}@${release}`;
  let known = loaded.get(key);
  if (known === undefined) {
    known = filesOf(policy, release).then((files) => loadPolicy(sourceOf(files)));
    loaded.set(key, known);
  }
  return known;
}

type Answers = {
  readonly [Name in keyof Requests]: (send: Requests[Name]['send'], task: Task) => Promise<Requests[Name]['answer']>;
};

const answers: Answers = {
  figures: async (edition) => {
    const policy = await released(edition);
    return figureViews(policy, edition.on, new Voices(policy, policy, language));
  },
  roster: async ({ file }, task) => {
    roster = undefined;
    try {
      const read = file === undefined ? { roster: sampleRoster(), notes: [] } : await readRoster(file, task);
      roster = read.roster;
      return heldRoster(read, file?.name);
    } catch (error) {
      if (error instanceof Refused) return { refused: error.sentences };
      throw error;
    }
  },
  compare: async (question, task) => {
    const before = await released(question.a);
    let after: LoadedPolicy;
    let text: string | undefined;
    if (question.whatIf === undefined) after = await released(question.b);
    else {
      const drafted = drafts(before, question.whatIf);
      if ('faults' in drafted) return drafted;
      after = drafted.after;
      text = draftText(drafted.draft);
    }
    roster ??= sampleRoster();
    latest = await study(
      { loaded: before, on: question.a.on },
      { loaded: after, on: question.b.on },
      roster.households,
      task,
    );
    return outcomeView(latest, new Voices(before, after, language), text);
  },
  affected: async (asked) => {
    const held = heldStudy();
    return affectedPage(held, asked, voicesOf(held));
  },
  boundaries: async () => {
    const held = heldStudy();
    const tables = boundaryCases(sideOf(held.before), sideOf(held.after));
    return boundaryViews(tables, held.impact, voicesOf(held));
  },
};

function drafts(
  before: LoadedPolicy,
  whatIf: WhatIf,
): { readonly after: LoadedPolicy; readonly draft: DraftFile } | { readonly faults: ReturnType<typeof faultsOf> } {
  try {
    const draft = draftOf(before.files, before.policy.release, whatIf, changelog(before, whatIf));
    draftFrom({ file: 'draft.yaml', data: draft });
    return { draft, after: loadDraft(before.files, draft) };
  } catch (error) {
    if (error instanceof JingzhunError) return { faults: faultsOf(error.problems, whatIf, language) };
    throw error;
  }
}

function heldRoster({ roster: { households, problems }, notes }: ReadRoster, name: string | undefined): HeldRoster {
  return {
    name: name ?? '',
    synthetic: name === undefined,
    households: households.length,
    persons: households.reduce((sum, { case: { household } }) => sum + (household?.members?.length ?? 0), 0),
    problems: problems.length,
    notes,
  };
}

function heldStudy(): Study {
  if (latest === undefined) throw new ReferenceError('nothing was compared');
  return latest;
}

const voicesOf = ({ before, after }: Study): Voices => new Voices(before.loaded, after.loaded, language);

const files = [...releasedFiles.values()].flatMap((releases) => [...releases.values()]);
serve<Requests>(
  (name, send, task) => answers[name](send as never, task) as never,
  Promise.all([...files.map((each) => each()), excelReader(), import('@jingzhun/schemas/workbook')]),
);
