import type { CompiledRule } from '../compile/rule.ts';
import type { Finding } from './analysis.ts';
import type { Bench } from './period.ts';
import { clausesOf } from './shown.ts';

/** What every finding about one rule begins with. */
export function headOf(
  kind: Finding['kind'],
  about: string,
  { model }: CompiledRule,
  { policy }: Bench,
): Pick<Finding, 'kind' | 'id' | 'rules' | 'clauses'> {
  return { kind, id: `${kind}:${about}`, rules: [model.id], clauses: clausesOf(policy, [model.id]) };
}
