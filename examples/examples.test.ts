import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Runs an example as its README says, and gives the lines it prints. */
function run(name: string): string[] {
  const cwd = fileURLToPath(new URL(name, import.meta.url));
  const args = ['--conditions=@jingzhun/source', 'index.ts'];
  return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trimEnd().split('\n');
}

describe('examples', () => {
  it('decide tells what a household gets, by which clause, and what to ask first', () => {
    expect(run('decide')).toEqual([
      '二(一)1  2000 yuan of asset income a person and year (mother): 2000 yuan',
      '二(一)1  2000 yuan of asset income a person and year (son): 2000 yuan',
      '二(一)2  No interest on production loans (household): unknown, ask for household.loan.purpose',
      '二(一)3  Free training for transferred employment (mother): unknown, ask for person.wantsTransferEmployment',
      '二(一)4  Full-time university aid (son): unknown, ask for person.studiesFullTime',
      '二(一)5  County subsidy for repair (household): 2000 yuan',
      '二(一)7  Microloan (household): unknown, ask for household.loan.qualified',
      '二(一)9  Yearly solar income (household): unknown, ask for household.solar.inOperation',
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
});
