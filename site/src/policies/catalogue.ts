import type { Policy, PolicyText } from '@jingzhun/rules';

/** A policy and its wording, loaded when they are asked for. */
interface PolicyModule {
  policy(): Promise<Policy>;
  text(): Promise<PolicyText>;
}

/** Every policy by its id: as it stands, and each of its releases by number, oldest first. */
export type Catalogue = Readonly<
  Record<string, PolicyModule & { readonly releases: Readonly<Record<string, PolicyModule>> }>
>;
