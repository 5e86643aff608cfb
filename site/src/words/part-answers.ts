import type { CodeSetName } from '@jingzhun/schemas';
import type { Language } from '../language.ts';

/** What stands for yes and no, in this order. */
export type TruthAnswers = readonly [string, string];

/**
 * What has become of the parts of a record of yes and no, by the codes that they are. Those not named here are answered by
 * yes and no; so are, in English, those whose own names say what was done.
 */
export const partAnswers: Readonly<Record<Language, Readonly<Partial<Record<CodeSetName, TruthAnswers>>>>> = {
  zh: {
    assessmentContent: ['已考核', '未考核'],
    checkStage: ['已检查', '未检查'],
    landRight: ['已记录', '未记录'],
    supportingPolicy: ['已出台', '未出台'],
    actionPlan: ['已开展', '未开展'],
    workGroupRole: ['已落实', '未落实'],
    mechanismElement: ['已落实', '未落实'],
    ledgerPart: ['有', '没有'],
    exitPaper: ['有', '没有'],
    renovationStep: ['已完成', '未完成'],
    environmentWork: ['已完成', '未完成'],
    villageWork: ['已完成', '未完成'],
    leadingGroupTask: ['已完成', '未完成'],
    mainTask: ['已完成', '未完成'],
    mechanismTask: ['已完成', '未完成'],
    countyTask: ['已完成', '未完成'],
    villageDuty: ['已完成', '未完成'],
    townDuty: ['已完成', '未完成'],
    countyDuty: ['已完成', '未完成'],
    cityDuty: ['已完成', '未完成'],
  },
  en: {
    assessmentContent: ['Assessed', 'Not assessed'],
    checkStage: ['Checked', 'Not checked'],
    landRight: ['Recorded', 'Not recorded'],
    supportingPolicy: ['Issued', 'Not issued'],
    actionPlan: ['Running', 'Not running'],
    workGroupRole: ['Filled', 'Not filled'],
    mechanismElement: ['In place', 'Not in place'],
    ledgerPart: ['Kept', 'Not kept'],
    exitPaper: ['Drawn up', 'Not drawn up'],
    environmentWork: ['Done', 'Not done'],
    villageWork: ['Completed', 'Not completed'],
    leadingGroupTask: ['Done', 'Not done'],
    mainTask: ['Done', 'Not done'],
    countyTask: ['Done', 'Not done'],
  },
};
