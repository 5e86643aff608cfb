// One file that decides cases over HTTP. The description of it is made from the JSON Schemas of the packages.
import { readFileSync } from 'node:fs';
import { decide, JingzhunError, type Problem } from '@jingzhun/rules';
import { hubei2016 } from '@jingzhun/rules/policies/hubei-2016';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { checkCase } from '@jingzhun/schemas';
import Fastify, { type FastifyInstance } from 'fastify';

const policies = new Map([ruyuan2016, hubei2016].map((policy) => [policy.id, policy]));

/** A JSON Schema of the packages as a component: what it refers to stands inside it. */
function component(name: string, file: string): unknown {
  const url = new URL(import.meta.resolve(`@jingzhun/schemas/json-schema/${file}.schema.json`));
  const { $id: _, $schema: __, ...schema } = JSON.parse(readFileSync(url, 'utf8'));
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`));
}

const json = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const text = { type: 'string' };
const properties = { code: text, path: text, zh: text, en: text };
const items = { type: 'object', required: Object.keys(properties), properties };
const problems = { type: 'object', required: ['problems'], properties: { problems: { type: 'array', items } } };
const refused = (description: string) => ({ description, ...json('Problems') });
const day = { type: 'string', format: 'date' };

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12 as they are. */
const openapi = {
  openapi: '3.1.0',
  info: { title: '精准 Jingzhun', version: '1.0.0', description: '非官方 Not official' },
  paths: {
    '/policies/{policy}/decisions': {
      post: {
        parameters: [
          { name: 'policy', in: 'path', required: true, schema: { enum: [...policies.keys()] } },
          { name: 'on', in: 'query', required: true, schema: day },
          { name: 'assessedOn', in: 'query', schema: day },
        ],
        requestBody: { required: true, ...json('Case') },
        responses: {
          200: { description: '判定 decision', ...json('Decision') },
          400: refused('不是 JSON　not JSON'),
          404: refused('没有这项政策　no such policy'),
          422: refused('案例或日期不能用　the case or a date cannot be used'),
        },
      },
    },
  },
  components: {
    schemas: { Case: component('Case', 'case'), Decision: component('Decision', 'decision'), Problems: problems },
  },
};

export function server(): FastifyInstance {
  const app = Fastify({ bodyLimit: 1_000_000 });
  app.get('/openapi.json', () => openapi);
  app.post<{ Params: { policy: string }; Querystring: { on: string; assessedOn?: string } }>(
    '/policies/:policy/decisions',
    ({ params, query: { on, assessedOn }, body }) => {
      const policy = policies.get(params.policy);
      const known = [...policies.keys()].join(', ');
      if (policy === undefined)
        throw refusal('unknown-policy', 'policy', `没有这项政策；有：${known}`, `no such policy; there are: ${known}`);
      const check = checkCase(body);
      if (!check.ok) throw new JingzhunError('invalid-case', check.problems);
      return decide(policy, check.case, { on, ...(assessedOn !== undefined && { assessedOn }) });
    },
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, _, reply) => {
    if (error instanceof JingzhunError)
      return reply.code(error.code === 'unknown-policy' ? 404 : 422).send({ problems: error.problems });
    if (error.statusCode === undefined) throw error; // no fault of whoever asked
    const { problems } = refusal('unusable-request', '', '请求不能用：正文应是 JSON', 'the body should be JSON');
    return reply.code(error.statusCode).send({ problems });
  });
  return app;
}

const refusal = (code: string, path: string, zh: string, en: string): JingzhunError =>
  new JingzhunError(code, [{ code, path, zh, en } satisfies Problem]);

if (import.meta.main) console.log(await server().listen({ port: Number(process.env.PORT ?? 8080) }));
