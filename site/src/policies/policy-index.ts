import type { Policy, PolicyText } from '@jingzhun/rules';
import type { AddressOf } from '../language.ts';
import { provisionsOf, type Release, rulesOf } from './release.ts';

type Force = Policy['force'];

/** Every policy with its releases and provisions, for programs. Provisions are those of the newest release. */
export interface PolicyIndex {
  readonly policies: readonly ListedInIndex[];
}

interface ListedInIndex
  extends Pick<PolicyText['document'], 'title' | 'number' | 'issuer' | 'published' | 'jurisdiction'> {
  readonly id: string;
  readonly force: Force;
  readonly page: string;
  /** Oldest first. `policy` is what `decide` takes, `files` what the policy's YAML says. */
  readonly releases: readonly {
    readonly version: string;
    readonly date: string | null;
    readonly digest: string;
    readonly page: string;
    readonly policy: string;
    readonly files: string;
  }[];
  readonly provisions: readonly (Pick<
    ReturnType<typeof provisionsOf>[number],
    'id' | 'kind' | 'subject' | 'clause' | 'title' | 'computable'
  > & {
    /** From the first to the last day of its rule; null of a provision that no rule computes. */
    readonly force: Force | null;
    readonly page: string;
  })[];
}

/** The index of policies, each with its releases, oldest first. */
export function policyIndex(
  policies: Iterable<readonly [string, readonly Release[]]>,
  address: AddressOf,
): PolicyIndex {
  return {
    policies: [...policies].flatMap(([id, releases]) => {
      const newest = releases.at(-1);
      return newest === undefined ? [] : [listed(id, releases, newest, address)];
    }),
  };
}

function listed(id: string, releases: readonly Release[], newest: Release, address: AddressOf): ListedInIndex {
  const { title, number, issuer, published, jurisdiction } = newest.text.document;
  const page = `policies/${id}/`;
  return {
    id,
    title,
    number,
    issuer,
    published,
    jurisdiction,
    force: newest.policy.force,
    page: address(page),
    releases: releases.map(({ version, policy: { digest }, text }) => ({
      version,
      date: text.releases.at(-1)?.date ?? null,
      digest,
      page: address(`${page}${version}/`),
      policy: address(`${page}${version}.json`),
      files: address(`${page}${version}.files.json`),
    })),
    provisions: provisionsOf(newest.text).map(({ id, kind, subject, clause, title, computable }) => ({
      id,
      kind,
      subject,
      clause,
      title,
      computable,
      force: forceOf(newest, id),
      page: address(`${page}#${id}`),
    })),
  };
}

/** A rule that was amended has several versions, one after the other. */
function forceOf({ policy }: Release, id: string): Force | null {
  const versions = rulesOf(policy, id);
  const [first] = versions;
  return first === undefined ? null : { from: first.force.from, to: versions.at(-1)?.force.to ?? null };
}
