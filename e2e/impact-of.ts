// Prints what a comparison comes to on the sample's file, by the library alone: node --conditions=@jingzhun/source
// e2e/impact-of.ts ID@RELEASE:DAY ID@RELEASE:DAY [DRAFT.yaml]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { impact } from '../packages/rules/src/impact/index.ts';
import { draftFrom, type LoadedPolicy, loadDraft, loadPolicy, sourceOf } from '../packages/rules/src/load/index.ts';
import { casesFrom } from '../packages/schemas/src/table/index.ts';

const root = join(import.meta.dirname, '..');
const [first = '', second = '', draft] = process.argv.slice(2);
const partsOf = (edition: string): string[] => edition.split(/[@:]/);

function released(edition: string): LoadedPolicy {
  const [id = '', version] = partsOf(edition);
  const path = join(root, 'packages/rules/policies', id, 'releases', `${version}.json`);
  return loadPolicy(sourceOf(JSON.parse(readFileSync(path, 'utf8'))));
}

const before = released(first);
const after =
  draft === undefined
    ? released(second)
    : loadDraft(before.files, draftFrom({ file: draft, data: parse(readFileSync(draft, 'utf8')) }));
const text = readFileSync(join(root, 'examples/rosters/ruyuan-2016.csv'), 'utf8').replace('\uFEFF', '');
const { households } = casesFrom(Papa.parse<string[]>(text, { skipEmptyLines: true }).data);
const side = ({ policy }: LoadedPolicy, edition: string) => ({ policy, on: partsOf(edition)[2] ?? '' });
const { byHousehold, money } = impact(side(before, first), side(after, second), households);
console.log(
  JSON.stringify({
    gains: byHousehold.gains.households,
    loses: byHousehold.loses.households,
    same: byHousehold.same.households,
    net: money
      .filter(({ difference }) => difference.certain !== 0 || difference.possible !== 0)
      .map(({ difference }) => difference.certain),
  }),
);
