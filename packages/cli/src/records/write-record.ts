import type { Policy } from '@jingzhun/rules';
import { type DecisionRecord, recordDecision, serialise } from '@jingzhun/rules/records';
import type { Case } from '@jingzhun/schemas';
import type { DayOptions } from '../days.ts';
import { checkTargets, NewFile } from '../roster/new-file.ts';
import { unusable } from '../unusable.ts';
import { readSigningKey, type SigningKey } from './key-file.ts';
import { signRecord } from './signature.ts';

/** Where a decision is recorded, and how. */
export interface RecordOptions {
  readonly record?: string;
  readonly sign?: string;
  readonly personal?: boolean;
}

/** What has to be right before anything is decided: one case, a released policy, a place for the file, a key that signs. */
export async function prepareRecord(
  input: string,
  { record, sign, personal, release }: RecordOptions & { readonly release?: string | undefined },
): Promise<SigningKey | undefined> {
  if (record === undefined) {
    const option = sign !== undefined ? '--sign' : '--personal';
    if (sign === undefined && !personal) return undefined;
    throw unusable('no-record', '只与 --record 同用', 'goes with --record only', { path: option });
  }
  if (/\.jsonl$/i.test(input)) {
    throw unusable('one-case', '一份记录只记一个案例', 'a record holds one case', { path: '--record' });
  }
  if (release === 'draft') {
    throw unusable('draft', '草稿的判定不能作为记录', 'a decision by a draft is no record', { path: '--record' });
  }
  checkTargets(input, [{ option: '--record', path: record }]);
  if (sign === undefined) return undefined;
  checkTargets(sign, [{ option: '--record', path: record }]);
  return readSigningKey('--sign', sign);
}

/** Decides, records and writes: the file is there whole or not at all. */
export async function writeRecord(
  file: string,
  { policy, input, days, personal }: { policy: Policy; input: Case; days: DayOptions; personal: boolean },
  key: SigningKey | undefined,
): Promise<DecisionRecord> {
  const made = recordDecision(policy, input, days, personal ? { personal: true } : {});
  const record = key === undefined ? made : await signRecord(made, key);
  const target = new NewFile(file);
  try {
    target.write(serialise(record));
    await target.close();
    target.publish();
  } catch (error) {
    target.discard();
    throw error;
  }
  return record;
}
