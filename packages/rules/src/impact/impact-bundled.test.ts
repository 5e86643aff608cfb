import { readFileSync } from 'node:fs';
import type { Case, DraftFile } from '@jingzhun/schemas';
import { casesFrom } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readPolicyFolder } from '../../../cli/src/policy-folder.ts';
import { applyDraft, loadPolicy, sourceOf } from '../load/index.ts';
import { impactByDecide, impactTold } from '../testing/impact-by-decide.ts';
import { boundaryCases } from './boundary-cases.ts';
import { impact } from './impact.ts';
import type { Side } from './side.ts';

const folder = (id: string) => new URL(`../../policies/${id}`, import.meta.url).pathname;
const csv = readFileSync(new URL('../../../../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8');
const { households } = casesFrom(Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data);
/** One in three, from the whole county. */
const roster: Case[] = households.filter((_, place) => place % 3 === 0).map((each) => each.case);

const on = '2017-09-01';
const ruyuan = loadPolicy(readPolicyFolder(folder('ruyuan-2016')));
const present: Side = { policy: ruyuan.policy, on };

function drafted(sections: Record<string, Record<string, unknown>>): Side {
  const draft = {
    policy: 'ruyuan-2016',
    base: '1.0.0',
    kind: 'correction' as const,
    changes: [],
    sections,
  } satisfies DraftFile;
  return { policy: loadPolicy(sourceOf(applyDraft(ruyuan.files, draft))).policy, on };
}

const value = (parameter: string, amount: number) => ({
  parameters: { [parameter]: { values: [{ from: '2016-11-29', value: amount }] } },
});
const rule = (id: string, change: unknown) => ({ rules: { [id]: change } });

const drafts: Record<string, Side> = {
  'another amount': drafted({ '2-1-4-education': value('basicAid', 2400.5) }),
  'another line': drafted({ '1-2-scope': value('incomeLine', 3000) }),
  'a rule taken away': drafted({
    '2-1-4-education': { exclusive: null, ...rule('ruyuan.education-aid.senior-and-vocational', null) },
  }),
  'a condition left out': drafted({
    '2-1-4-education': rule('ruyuan.education-aid.university', {
      when: {
        all: [
          { fact: 'person.schoolStage', operator: 'in', value: ['higher-vocational', 'undergraduate', 'postgraduate'] },
        ],
      },
    }),
  }),
  'another period': drafted({
    '2-1-5-housing': rule('ruyuan.housing.new-build-10000', { force: { from: '2018-01-01' } }),
  }),
};

describe('the examples of the documentation', () => {
  it('impact: a pupil loses the aid when the policy ends', () => {
    const entries = [
      { case: { household: { members: [{ registered: true, enrolled: true, schoolStage: 'primary' as const }] } } },
    ];
    expect(impact(present, { ...present, on: '2019-09-01' }, entries).byHousehold.loses.households).toBe(1);
  });

  it('boundaryCases: a lower income line', () => {
    const after = drafted({ '1-2-scope': value('incomeLine', 3500) });
    const rows = boundaryCases(present, after)[0]?.rows.map((row) => [row.value, row.before, row.after]);
    expect(rows).toEqual([
      [3499.99, 'met', 'met'],
      [3500, 'met', 'unmet'],
      [3500.01, 'met', 'unmet'],
      [3999.99, 'met', 'unmet'],
      [4000, 'unmet', 'unmet'],
    ]);
  });
});

describe('impact on the roster of an invented county', () => {
  for (const [name, draft] of Object.entries(drafts)) {
    it(`is what two decisions tell, household by household: ${name}`, () => {
      const expected = impactByDecide(present, draft, roster);
      expect(expected.households.some(({ findings }) => findings.length > 0)).toBe(true);
      expect(impactTold(present, draft, roster)).toEqual(expected);
    });
  }

  it('is so between two days, the last of the policy and the next', () => {
    const last = { ...present, on: ruyuan.policy.force.to as string };
    const next = { ...present, on: '2019-01-01' };
    const some = roster.filter((_, place) => place % 4 === 0);
    const expected = impactByDecide(last, next, some);
    expect(expected.households.every(({ kind }) => kind === 'loses')).toBe(true);
    expect(impactTold(last, next, some)).toEqual(expected);
  });

  it('is so between two days of the facts', () => {
    const later = { ...present, assessedOn: '2018-09-01' };
    expect(impactTold(present, later, roster)).toEqual(impactByDecide(present, later, roster));
  });

  it('is so between two policies that share no rule', () => {
    const huadu = { policy: loadPolicy(readPolicyFolder(folder('huadu-2016'))).policy, on };
    const some = roster.filter((_, place) => place % 4 === 0);
    expect(impactTold(present, huadu, some)).toEqual(impactByDecide(present, huadu, some));
  });
});
