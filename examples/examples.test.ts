import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

/** Runs an example as its README says, and gives the lines it prints. */
function run(name: string, ...own: string[]): string[] {
  const cwd = fileURLToPath(new URL(name, import.meta.url));
  const args = ['--conditions=@jingzhun/source', 'index.ts', ...own];
  return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trimEnd().split('\n');
}

describe('examples', () => {
  it('decide tells what a household gets, by which clause, and what to ask first', () => {
    expect(run('decide')).toEqual([
      '二(一)1  2,000 yuan of asset income per person per year (mother): 2000 yuan',
      '二(一)1  2,000 yuan of asset income per person per year (son): 2000 yuan',
      '二(一)2  No interest on production loans (household): unknown, ask for household.loan.purpose',
      '二(一)3  Free training for transferred employment (mother): unknown, ask for person.wantsTransferEmployment',
      '二(一)4  Full-time university aid (son): unknown, ask for person.studiesFullTime',
      '二(一)5  County subsidy for repair (household): 2000 yuan',
      '二(一)7  Microloan (household): unknown, ask for household.loan.qualified',
      '二(一)9  Yearly solar income (household): unknown, ask for household.solar.capacity',
      'year: 4000 yuan for certain, 12000 if every unknown is met',
      'once: 2000 yuan for certain, 2000 if every unknown is met',
      'once: 3 kW for certain, 3 if every unknown is met',
    ]);
  });

  it('json-rules-engine raises an event for every rule that is met, with its amounts', () => {
    expect(run('json-rules-engine')).toEqual([
      '二(一)4  ruyuan.education-aid.senior-and-vocational: 3000 yuan',
      '二(一)5  ruyuan.housing.new-build-10000: 10000 yuan',
    ]);
  });

  it('own-policy takes the rule and the amount of the day', () => {
    expect(run('own-policy')).toEqual(['2019-12-31  not-in-force  -', '2020-09-01  met  800', '2021-09-01  met  1000']);
  });

  it('duckdb counts what each rule comes to over two tables', () => {
    expect(run('duckdb')).toEqual([
      '二(一)5  ruyuan.housing.repair-2000: 1 met, 1 unmet, 1 unknown; 2000 yuan for certain, at most 4000',
      '二(一)4  ruyuan.education-aid.university: 1 met, 2 unmet, 0 unknown; 5000 yuan for certain, at most 5000',
      '二(一)4  ruyuan.education-aid.primary-and-junior: 1 met, 2 unmet, 0 unknown; 2500 yuan for certain, at most 2500',
    ]);
  });

  it('verify-record decides a record again, tells one that was altered, and what a draft would change', () => {
    expect(run('verify-record')).toEqual([
      'withheld: facts.household.headName, facts.household.members[0].id',
      'decided again: same',
      'altered: different (altered)',
      'with the draft at hand: same',
      '1.1.0-draft would differ: ruyuan.education-aid.university outcomes[0].value: 5000 → 5500',
    ]);
  });

  it('amendment goes from the draft to the release, and what was decided before stays valid', () => {
    expect(run('amendment')).toEqual([
      '== check',
      'ruyuan-2016: sound, 1061 tests',
      '',
      '== cite',
      '✓ universityAid  [一]  line 7, offset 51, 55 signs',
      '1 citations, 1 found, 0 missing',
      '',
      '== compare',
      'Ruyuan Yao Autonomous County three-year implementation plan for targeted poverty alleviation',
      'ruyuan-2016 1.0.2 → 1.1.0-draft',
      'Changed: 1 parameter; the decisions of 1 provision can differ. 1 more differ in',
      'citation or text, which changes no decision.',
      '',
      '二(一)4  Education aid to the household',
      '  University aid  5,000 yuan/person/year → 6,000 yuan/person/year  from',
      '    2018-09-01  [合成发〔2018〕9号（示例） 一]',
      '    touches: Full-time university aid',
      '',
      'Citations and texts (no decision changes)',
      '',
      '二(一)4  Education aid to the household',
      '  University aid  [二(一)4]',
      '    universityAid',
      '    From 2018-09-01: now set by 合成发〔2018〕9号（示例） 一',
      '    From 2018-09-01: sentence cited: another one',
      '    touches: Full-time university aid',
      '',
      '== review',
      'as in review.md',
      '',
      '== release',
      'released ruyuan-2016 1.1.0',
      '',
      '== verify',
      'Ruyuan Yao Autonomous County three-year implementation plan for targeted poverty alleviation ruyuan-2016  1.0.2  2018-10-01',
      '✓ The record was not altered, and deciding again gives the same (57 findings)',
      'No signature: nothing proves who made the record',
      'By the present release 1.1.0 this would differ:',
      '  Full-time university aid  person a  amount: was 5,000 yuan, is now 6,000 yuan',
      '    1.1.0 amendment: From the school year 2018–2019 the university aid rises from 5,000 to 6,000 yuan per person per year',
    ]);
  });

  it('spark says so where there is none', () => {
    vi.stubEnv('SPARK_SUBMIT', '/there/is/none');
    expect(run('spark')).toEqual([
      expect.stringMatching(/^没有 Spark（\/there\/is\/none），未运行/),
      expect.stringMatching(/^There is no Spark \(\/there\/is\/none\), nothing was run/),
    ]);
    vi.unstubAllEnvs();
  });

  const hasSpark = spawnSync(process.env.SPARK_SUBMIT ?? 'spark-submit', ['--version']).error === undefined;
  if (!hasSpark) console.log('examples: Spark is not installed, the example on Spark is not run to its end');

  it.skipIf(!hasSpark)('spark decides every household beside its persons', { timeout: 600_000 }, () => {
    expect(run('spark')).toEqual([
      'household 1  ruyuan.housing.new-build-10000: met 10000 yuan',
      'household 1, member 0  ruyuan.entitlement.asset-income-2000: unmet',
      'household 1, member 0  ruyuan.education-aid.preschool: unknown 1000 yuan',
      'household 2  ruyuan.housing.new-build-10000: unknown 10000 yuan',
      'household 2, member 0  ruyuan.entitlement.asset-income-2000: met 2000 yuan',
      'household 2, member 0  ruyuan.education-aid.preschool: unknown 1000 yuan',
      'household 2, member 1  ruyuan.entitlement.asset-income-2000: met 2000 yuan',
      'household 2, member 1  ruyuan.education-aid.preschool: met 1000 yuan',
      'household 3  ruyuan.housing.new-build-10000: unmet',
      '0 exchanges between machines',
    ]);
  });
});
