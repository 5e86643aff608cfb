import { expect, test } from 'vitest';
import { programOf } from './program.ts';

test('the program names the policy, its release, the day and the case', () => {
  const { code, command, json } = programOf('some-plan-2016', '1.2.0', '2017-09-01', {
    household: { registered: true },
  });
  expect(JSON.parse(json)).toEqual({ household: { registered: true } });
  expect(code).toContain("import { somePlan2016 } from '@jingzhun/rules/policies/some-plan-2016/1.2.0';");
  expect(code).toContain("decide(somePlan2016, input, { on: '2017-09-01' })");
  expect(command).toBe('jingzhun decide case.json --policy some-plan-2016 --release 1.2.0 --on 2017-09-01 --json');
});
