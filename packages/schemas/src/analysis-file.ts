import * as z from 'zod';
import { bilingual } from './decision.ts';

/** An `analysis.yaml` beside a policy: what an analysis finds there and the document means so. */
export const analysisFile = z.strictObject({
  accepted: z
    .array(
      z.strictObject({
        finding: z.string().min(1).describe('Id of the finding, as `jingzhun analyse` prints it'),
        why: bilingual.describe('Why it is no fault'),
      }),
    )
    .describe('Findings that are features of the document, with the reason'),
});
export type AnalysisFile = z.infer<typeof analysisFile>;
