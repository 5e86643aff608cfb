import type { DraftFile } from '@jingzhun/schemas';
import { stringify } from 'yaml';

/** A draft as the `draft.yaml` that `jingzhun revise` starts: to be put beside the policy, completed and reviewed. */
export function draftText(draft: DraftFile): string {
  const { policy, kind, from } = draft;
  return `# 放在政策文件夹中，取代 jingzhun revise ${policy} --from ${from} 新建的 draft.yaml；发布前请核对 amendedBy，并填写 quoteSha256。
# Goes into the policy's folder in place of the draft.yaml that jingzhun revise ${policy} --from ${from} starts. Before it
# is released: check amendedBy, and fill in quoteSha256, the digest of the sentence that says so.
${stringify({ ...draft, kind, tests: [] }, { lineWidth: 120 })}`;
}
