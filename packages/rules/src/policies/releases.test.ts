import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundled, policiesRoot } from '../../scripts/bundled-policies.ts';
import { decide } from '../decide/decide.ts';
import { digestOfFiles, loadPolicy, type PolicyFiles, sourceOf } from '../load/index.ts';
import type { Policy } from '../model/policy.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const lock = json<Record<string, Record<string, { digest: string }>>>(`${policiesRoot}policies.lock.json`);
const releases = Object.entries(lock).flatMap(([id, versions]) =>
  Object.entries(versions).map(([version, { digest }]) => ({ id, version, digest })),
);
const served = new URL('../../../../site/public/policies/', import.meta.url).pathname;

describe.each(releases)('$id $version', ({ id, version, digest }) => {
  const files = json<PolicyFiles>(`${policiesRoot}${id}/releases/${version}.json`);
  const released = loadPolicy(sourceOf(files)).policy;
  const { tests } = bundled(id);
  const answers = (policy: Policy) =>
    tests.slice(0, 25).map(({ case: input, on }) => decide(policy, input as never, { on }));

  it('is what the lock says', () => {
    expect(released.release).toBe(version);
    expect(digestOfFiles(files)).toBe(digest);
    expect(released.digest).toBe(digest);
  });

  it('can be imported from the package, and decides as it did', async () => {
    const module = (await import(`./${id}/${version}.gen.ts`)) as Record<string, Policy>;
    const [policy] = Object.values(module) as [Policy];
    expect(policy.digest).toBe(digest);
    expect(answers(policy)).toEqual(answers(released));
    const text = Object.values((await import(`./${id}/${version}.text.gen.ts`)) as Record<string, { id: string }>);
    expect(text[0]?.id).toBe(id);
  });

  it('is served as JSON, which decides as it stands', () => {
    expect(existsSync(served)).toBe(true);
    expect(answers(json<Policy>(`${served}${id}/${version}.json`))).toEqual(answers(released));
    expect(digestOfFiles(json<PolicyFiles>(`${served}${id}/${version}.files.json`))).toBe(digest);
  });
});
