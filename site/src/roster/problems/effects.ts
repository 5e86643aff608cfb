import type { TableAction } from '@jingzhun/schemas/table';
import type { ProblemKind, Sentence } from '../protocol.ts';

/** What became of a problem of the table. */
export const effects: Readonly<Record<TableAction, Sentence>> = {
  'cell-unknown': { zh: '该格按未知处理', en: 'Taken as unknown' },
  'row-left-out': { zh: '已略去该行', en: 'Row left out' },
  'household-left-out': { zh: '本户不作判定', en: 'Household not decided' },
  noted: { zh: '照常核对', en: 'Used as it is' },
};

export const kinds: Readonly<Record<TableAction, ProblemKind>> = {
  'cell-unknown': 'error',
  'row-left-out': 'error',
  'household-left-out': 'error',
  noted: 'doubt',
};

export const noEffect: Sentence = { zh: '', en: '' };
