import type { ProvisionText, RuleModel } from '@jingzhun/rules';
import { type RuleVersion, versionsOf } from '@jingzhun/rules/load';
import type { AmendedFile, Condition, ListedFile, RuleFile } from '@jingzhun/schemas';
import { upperFirst } from '../calculator/upper-first.ts';
import { asList } from './as-list.ts';
import { type Outline, outlineOf } from './condition-outline.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './figures-of.ts';
import { given } from './given.ts';
import { itemSaid } from './item-said.ts';
import { type OutcomeView, outcomesOf } from './outcome-view.ts';
import type { PolicyVoice } from './policy-voice.ts';
import { recomputed } from './recomputed.ts';
import { type Release, rulesOf } from './release.ts';

/** A provision as it stands on the page, everything in words of one language. */
export interface ProvisionView {
  readonly text: ProvisionText;
  readonly subject: string;
  /** Entities that the rule is evaluated for; none where there is no rule. */
  readonly asks: readonly string[];
  readonly alsoClauses: readonly string[];
  /** How it reads, from one amendment to the next. Empty where it is only listed. */
  readonly versions: readonly VersionView[];
  readonly quotes: readonly string[];
  readonly recomputed: readonly { readonly what: string; readonly said: string; readonly conflict?: string }[];
}

export interface VersionView {
  readonly force: string;
  readonly amendedBy?: AmendedFile['amendedBy'];
  /** Of the later document's sentence. */
  readonly quotes: readonly string[];
  readonly scope?: Outline;
  readonly when?: Outline;
  readonly items: readonly ItemView[];
  readonly due?: string;
  readonly delivered?: Outline;
  readonly outcomes: readonly OutcomeView[];
  readonly figures: readonly Figure[];
}

export interface ItemView {
  /** Nothing where its condition begins with it. */
  readonly title?: string;
  readonly scope?: Outline;
  readonly when?: Outline;
  readonly due?: string;
}

/** The provision with its rule, if it has one, in the words of a language. */
export function provisionView(text: ProvisionText, release: Release, voice: PolicyVoice): ProvisionView {
  const models = rulesOf(release.policy, text.id);
  const file = fileOf(release, text.id);
  const asks = models[0]?.asks ?? [];
  const versions = file !== undefined && 'why' in file ? [] : versionsOf(file as RuleFile);
  const reconciled = file !== undefined && 'reconcile' in file ? (file.reconcile ?? []) : [];
  return {
    text,
    subject: voice.entity(text.subject),
    asks,
    alsoClauses: file?.alsoClauses ?? [],
    versions: versions.map((version, place) => versionView(version, models[place], text, voice)),
    quotes: asList(text.quoteSha256),
    recomputed: text.reconcile.flatMap((each, place) => {
      const sides = reconciled[place];
      const { what, conflict } = each;
      return sides === undefined
        ? []
        : [
            given({
              what: what[voice.language],
              said: recomputed(each, sides, voice),
              conflict: conflict?.[voice.language],
            }),
          ];
    }),
  };
}

function fileOf({ files }: Release, id: string): RuleFile | ListedFile | undefined {
  for (const { rules = {}, listed = {} } of Object.values(files.sections)) {
    const found = rules[id] ?? listed[id];
    if (found !== undefined) return found;
  }
  return undefined;
}

function versionView(
  version: RuleVersion,
  model: RuleModel | undefined,
  text: ProvisionText,
  voice: PolicyVoice,
): VersionView {
  const about = model?.asks[0] ?? text.subject;
  const outline = (condition: Condition | undefined): Outline | undefined =>
    condition === undefined ? undefined : outlineOf(condition, voice, about);
  const due = (day: RuleFile['due']): string | undefined => (day === undefined ? undefined : voice.due(day, about));
  const items = (version.items ?? []).map(({ key, scope, when, due: itemDue }): ItemView => {
    const title = text.items[key]?.[voice.language] ?? key;
    const asked = outline(when);
    const said =
      asked === undefined
        ? { title }
        : says(asked, title)
          ? { when: asked }
          : itemSaid(title, asked, voice.language === 'zh' ? '：' : ': ', voice.answers);
    return given({ ...said, scope: outline(scope), due: due(itemDue) });
  });
  // What follows from a record is a list of its keys, each to be done.
  const each =
    version.each === undefined
      ? []
      : (model?.items ?? []).map(({ key }) => ({ title: upperFirst(text.items[key]?.[voice.language] ?? key) }));
  return given({
    force: model === undefined ? '' : voice.span(model.force.from, model.force.to),
    amendedBy: version.amendedBy,
    quotes: version.amendedBy === undefined ? [] : asList(version.quoteSha256),
    scope: outline(version.scope),
    when: outline(version.when),
    items: [...items, ...each],
    due: due(version.due),
    delivered: outline(version.delivered),
    outcomes: outcomesOf(version, text, voice, about),
    figures: model === undefined ? [] : figuresOf(version, voice),
  });
}

/** Whether a condition begins with the title of what it is the condition of. */
function says(outline: Outline, title: string): boolean {
  return 'text' in outline && outline.text.toLowerCase().startsWith(title.toLowerCase());
}
