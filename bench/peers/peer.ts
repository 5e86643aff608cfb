import workspace from '../../package.json' with { type: 'json' };
import type { SubjectFacts } from './subjects.ts';

/** Another engine with the same rules, loaded and warm. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** How many of the rules it was given. */
  readonly rules: number;
  /** Asks every rule of every subject: the ids of those that are met, per subject. */
  run(subjects: readonly SubjectFacts[]): readonly string[][] | Promise<readonly string[][]>;
}

/** The version that the workspace pins. */
export function versionOf(name: keyof typeof workspace.devDependencies): string {
  return workspace.devDependencies[name];
}
