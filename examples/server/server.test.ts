import { decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { server } from './index.ts';

const app = server();
afterAll(() => app.close());

const household = { registered: true, members: [{ id: 'a', enrolled: true, schoolStage: 'undergraduate' as const }] };
const url = '/policies/ruyuan-2016/decisions?on=2017-09-01';
const json = { 'content-type': 'application/json' };

describe('the server', () => {
  it('answers with the decision that the library gives', async () => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, payload: { household } });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual(
      JSON.parse(JSON.stringify(decide(ruyuan2016, { household }, { on: '2017-09-01' }))),
    );
  });

  it.each([
    [
      'a case with faults',
      url,
      '{"household":{"registered":"yes","housing":{"work":"tent"}}}',
      422,
      ['wrong-type', 'unknown-code'],
    ],
    ['a day that is none', url.replace('2017-09-01', '2017-02-30'), '{"household":{}}', 422, ['wrong-date']],
    ['a policy that is not there', url.replace('ruyuan', 'nowhere'), '{}', 404, ['unknown-policy']],
    ['what is not JSON', url, '{"household"', 400, ['unusable-request']],
  ])('refuses %s, in both languages', async (_, url, payload, status, codes) => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, payload, headers: json });
    const { problems } = JSON.parse(body);
    expect([statusCode, problems.map(({ code }: { code: string }) => code)]).toEqual([status, codes]);
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('describes itself with schemas that accept and refuse as it does', async () => {
    const description = (await app.inject('/openapi.json')).json();
    expect(description.openapi).toMatch(/^3\.1/);
    const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false }).addSchema(
      description,
      'openapi',
    );
    const schema = (name: string) => ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
    const isCase = schema('Case');
    expect(isCase({ household })).toBe(true);
    expect(isCase({ household: { registered: 'yes' } })).toBe(false);
    const answer = (payload: object) => app.inject({ method: 'POST', url, payload });
    expect(schema('Decision')((await answer({ household })).json())).toBe(true);
    expect(schema('Problems')((await answer({ household: { registered: 'yes' } })).json())).toBe(true);
    expect(schema('Decision')({})).toBe(false);
  });
});
