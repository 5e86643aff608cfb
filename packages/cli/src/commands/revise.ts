import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '@jingzhun/rules/load';
import { checkDay } from '../days.ts';
import { say } from '../language.ts';
import { print } from '../output.ts';
import { readPolicyFolder } from '../policy-folder.ts';
import { policyFolderOf } from '../policy-folders.ts';
import { bundledPolicies } from '../releases/store.ts';
import { writeAll } from '../releases/write-all.ts';
import { unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

export interface ReviseOptions extends CommonOptions {
  readonly correction?: boolean;
  readonly from?: string;
}

/** `jingzhun revise`: starts a draft of a policy's next release, a file that holds only what changes. */
export async function reviseCommand(id: string, options: ReviseOptions): Promise<void> {
  const language = languageOf(options);
  const { correction = false, from } = options;
  if (from !== undefined) checkDay('--from', from);
  if (!correction && from === undefined) {
    throw unusable(
      'missing-day',
      '修订要写明新规定从哪一天起：--from yyyy-mm-dd；若是更正编码错误，用 --correction',
      'an amendment says from which day the new law holds: --from yyyy-mm-dd; to correct a wrong encoding use --correction',
      { path: '--from' },
    );
  }
  const folder = await policyFolderOf(options.policies ?? bundledPolicies(), id);
  const path = join(folder, 'draft.yaml');
  if (existsSync(path)) {
    throw unusable('draft-exists', '已有草稿，先发布或删除它', 'there is a draft already; release it or remove it', {
      file: path,
    });
  }
  const { policy } = loadPolicy(readPolicyFolder(folder));
  await writeAll([{ path, text: template(id, policy.release, correction, from) }]);
  await print(
    say(language, {
      zh: `已新建草稿 ${path}\n写好后：jingzhun compare ${id} ${id}@draft，再 jingzhun release ${id}`,
      en: `started the draft ${path}\nwhen it is written: jingzhun compare ${id} ${id}@draft, then jingzhun release ${id}`,
    }),
  );
}

function template(id: string, base: string, correction: boolean, from: string | undefined): string {
  return `# 只写要改的内容，其余沿用 ${base}。写 null 即删去该项。
# Write only what changes; all else stays as in ${base}. null takes a key away.
policy: ${id}
base: ${base}
kind: ${correction ? 'correction' : 'amendment'}
${from === undefined ? '' : `from: ${from}\n`}changes: []
# changes:
#   - zh: 改了什么，给执行政策的人看
#     en: what changed, for people who apply the policy
sections: {}
# sections:
#   2-1-4-education:                 # 文件名 | name of the section's file
#     parameters:
#       universityAid:
#         values:                    # 按 from 合并 | merged by from
#           - from: ${from ?? '2018-09-01'}
#             value: 6000
#             amendedBy: { document: 文号, clause: 条款 }
#             quoteSha256: 64 位 | 64 digits
tests: []
`;
}
