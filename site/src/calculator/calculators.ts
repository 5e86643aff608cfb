import type { Policy, PolicyText } from '@jingzhun/rules';
import { type Language, pagesIn } from '../language.ts';
import { catalogue } from '../policies/catalogue.gen.ts';
import { subjectsOf } from './subjects.ts';

/** A policy's release and whom its page asks about. */
export interface CalculatorOf {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly subject: string;
  /** Path of the page, without language. */
  readonly path: string;
  /** Paths of the same page for each release, the present one included. */
  readonly releases: Readonly<Record<string, string>>;
}

interface Page {
  params: { language: string | undefined; policy: string; subject: string; release?: string };
  props: { language: Language; calculator: CalculatorOf };
}

/** Pages of every policy as it stands, one a subject and language. */
export async function currentCalculators(): Promise<Page[]> {
  return pagesOf(({ current }) => current);
}

/** Pages of releases that a later one took the place of. */
export async function earlierCalculators(): Promise<Page[]> {
  return pagesOf(({ current }) => !current);
}

interface Release {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly current: boolean;
}

async function pagesOf(wanted: (release: Release) => boolean): Promise<Page[]> {
  const all = await Promise.all(Object.values(catalogue).map(releasesOf));
  return all.flatMap((releases) =>
    releases.filter(wanted).flatMap(({ policy, text, current }) =>
      subjectsOf(policy).flatMap((subject) => {
        const home = `calc/${policy.id}/${subject}/`;
        const addresses = releases.map((each) => [each.policy.release, addressFor(home, each)] as const);
        const path = current ? home : `${home}${policy.release}/`;
        const calculator = { policy, text, subject, path, releases: Object.fromEntries(addresses) };
        const release = current ? {} : { release: policy.release };
        return pagesIn().map(({ params, props }) => ({
          params: { ...params, policy: policy.id, subject, ...release },
          props: { ...props, calculator },
        }));
      }),
    ),
  );
}

async function releasesOf(module: (typeof catalogue)[string]): Promise<Release[]> {
  const present = { policy: await module.policy(), text: await module.text(), current: true };
  const earlier = await Promise.all(
    Object.values(module.releases).map(async (release) => ({
      policy: await release.policy(),
      text: await release.text(),
      current: false,
    })),
  );
  return [present, ...earlier.filter(({ policy }) => policy.digest !== present.policy.digest)];
}

function addressFor(home: string, { policy, current }: Release): string {
  return current ? home : `${home}${policy.release}/`;
}
