import { statSync } from 'node:fs';
import type { Policy, PolicyText } from '@jingzhun/rules';
import { checkRecord, type DecisionRecord, verifyRecord } from '@jingzhun/rules/records';
import { type Case, checkCase } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { readCase } from '../case-input.ts';
import { print, printJson } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { readPublicKey } from '../records/key-file.ts';
import { checkSignature, type SignatureCheck } from '../records/signature.ts';
import { unusable } from '../unusable.ts';
import { verificationReport } from '../wording/verification-report.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface VerifyCommandOptions extends CommonOptions {
  readonly key?: string;
  readonly facts?: string;
}

const largestFile = 256 * 2 ** 20;

/**
 * `jingzhun verify`: holds a record against its digest, its signature and a new decision by the release it names, and says
 * what the present release would decide otherwise. Exit 0 only where all of it was checked and is the same.
 */
export async function verifyCommand(name: string, options: VerifyCommandOptions): Promise<void> {
  const language = languageOf(options);
  const key = options.key === undefined ? undefined : await readPublicKey('--key', options.key);
  const record = readRecord(name);
  const facts = options.facts === undefined ? undefined : readFacts(options.facts);
  const { id, release } = record.policy;
  const { policies } = options;
  const [then, now] = [await found({ policy: id, release, policies }), await found({ policy: id, policies })];
  const verification = verifyRecord(record, then?.policy, {
    ...(facts === undefined ? {} : { facts }),
    ...(now === undefined || now.policy.release === release ? {} : { now }),
  });
  const signature = await checkSignature(record, key);
  if (!verification.same || !isSound(signature)) process.exitCode = 1;
  if (options.json) {
    const { policy, on, assessedOn, digest } = record;
    await printJson({ record: { policy, on, assessedOn, digest }, ...verification, signature });
    return;
  }
  await print(verificationReport({ name, record, verification, signature }, now ?? then, language));
}

const isSound = ({ verdict }: SignatureCheck): boolean => verdict === 'valid' || verdict === 'unsigned';

function readRecord(name: string): DecisionRecord {
  if (name !== '-' && (statSync(name, { throwIfNoEntry: false })?.size ?? 0) > largestFile) {
    throw unusable('too-large', '文件超过 256 MB', 'the file is larger than 256 MB', { file: name });
  }
  const check = checkRecord(readCase(name));
  if (check.ok) return check.record;
  throw inFile('invalid-record', check.problems, name);
}

function readFacts(name: string): Case {
  const check = checkCase(readCase(name));
  if (check.ok) return check.case;
  throw inFile('invalid-case', check.problems, name);
}

function inFile(code: string, problems: readonly Problem[], name: string): JingzhunError {
  return new JingzhunError(
    code,
    problems.map((problem) => ({ ...problem, file: name === '-' ? '<stdin>' : name })),
  );
}

/** The policy, or undefined where there is none of that name and release: the record can still be held against its digest. */
async function found(choice: PolicyChoice): Promise<{ policy: Policy; text: PolicyText } | undefined> {
  try {
    return await findPolicy(choice);
  } catch (error) {
    if (error instanceof JingzhunError && ['unknown-policy', 'unknown-release'].includes(error.code)) return undefined;
    throw error;
  }
}
