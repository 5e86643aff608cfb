import { byId, element } from './element.ts';
import { ownControl } from './form-controls.ts';
import { type QuestionElement, setAnswer } from './form-values.ts';
import type { PageData } from './page-data.ts';
import type { PageForm } from './page-form.ts';
import { isBlock, type PasteColumn, type PastePlan, plain, planPaste } from './paste-block.ts';
import { labelOf } from './review.ts';
import { say } from './say.ts';

const mostRows = 100;
const mostReports = 8;
const nameKey = 'name';

const yes = ['是', '有', '对', '√', 'y', 'yes', 'true', '1'];
const no = ['否', '无', '没有', '不是', '×', 'n', 'no', 'false', '0'];
const open = ['', '不清楚', '不详', '未知', '-', '—', '/', 'notknown', 'unknown'];

/** Takes blocks of cells from a spreadsheet into the members' table. */
export class Paste {
  private readonly form: PageForm;
  private readonly data: PageData;
  private readonly changed: () => void;

  constructor(form: PageForm, data: PageData, changed: () => void) {
    this.form = form;
    this.data = data;
    this.changed = changed;
    const area = document.getElementById('paste-area') as HTMLTextAreaElement | null;
    if (area === null) return;
    byId('members').addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const cell = event.target as HTMLElement;
      const row = cell.closest<HTMLElement>('[data-member]');
      if (row === null || !isBlock(text)) return;
      event.preventDefault();
      const key = cell.closest<QuestionElement>('[data-fact]')?.dataset.fact ?? nameKey;
      this.fill(text, form.members.rows.indexOf(row), key);
    });
    byId('paste-do').addEventListener('click', () => {
      if (area.value.trim() === '') {
        area.focus();
        return;
      }
      this.fill(area.value, form.members.rows.length, nameKey);
      area.value = '';
    });
  }

  private fill(text: string, firstMember: number, key: string): void {
    const columns = this.columns();
    const start = Math.max(
      0,
      columns.findIndex((column) => column.key === key),
    );
    const plan = planPaste(text, columns, start);
    const faults: string[] = [];
    const rows = plan.rows.slice(0, mostRows);
    rows.forEach((cells, at) => {
      const row = this.form.members.rows[firstMember + at] ?? this.form.members.addRow();
      if (row !== undefined) this.fillRow(row, cells, plan, plan.firstRow + at, faults);
    });
    this.report(rows.length, plan, faults);
    this.form.rowsChanged();
    this.changed();
  }

  /** The columns of the table in their order, then what stands below each row. */
  private columns(): PasteColumn[] {
    const template = (byId('member-template') as HTMLTemplateElement).content;
    const questions = [...template.querySelectorAll<QuestionElement>('[data-fact]')].map((question) => ({
      key: question.dataset.fact,
      names: [labelOf(question), ...(question.dataset.aliases?.split('\n') ?? [])],
    }));
    const called = template.querySelector('[data-name]')?.closest('.question');
    const names = [called?.querySelector('label')?.lastChild?.textContent?.trim() ?? '', '姓名', '成员姓名', 'name'];
    return [{ key: nameKey, names }, ...questions];
  }

  private fillRow(row: HTMLElement, cells: readonly string[], plan: PastePlan, n: number, faults: string[]): void {
    cells.forEach((cell, at) => {
      const column = plan.columns[at];
      const fault = (name: string): unknown =>
        faults.push(say(this.data.words.calc.pasteValue, { row: n, column: name, value: cell.slice(0, 20) }));
      if (column === undefined) {
        if (cell !== '' && plan.firstRow === 1) fault(String(at + 1));
      } else if (column.key === nameKey) {
        const name = row.querySelector<HTMLInputElement>('[data-name]');
        if (name !== null) name.value = cell.slice(0, name.maxLength);
      } else {
        const question = row.querySelector<QuestionElement>(`[data-fact="${column.key}"]`);
        if (question !== null && !answerInWords(question, cell)) fault(column.names[0] ?? column.key);
      }
    });
  }

  private report(rows: number, { rows: all, unmatched }: PastePlan, faults: readonly string[]): void {
    const { calc, answer } = this.data.words;
    const lines = [
      say(calc.pasted, { rows }),
      ...(unmatched.length > 0 ? [say(calc.pasteColumn, { list: unmatched.join(answer.comma) })] : []),
      ...faults.slice(0, mostReports),
      ...(faults.length > mostReports ? [say(calc.pasteMore, { count: faults.length - mostReports })] : []),
      ...(all.length > mostRows ? [say(calc.pasteTooMany, { most: mostRows })] : []),
    ];
    const report = byId('paste-report');
    report.hidden = false;
    report.replaceChildren(...lines.map((line) => element('li', {}, line)));
  }
}

/** Answers a question in the words of a spreadsheet; false where they are not understood. */
function answerInWords(question: QuestionElement, cell: string): boolean {
  const text = plain(cell);
  if (open.includes(text)) {
    setAnswer(question, undefined);
    return true;
  }
  const { control } = question.dataset;
  if (control === 'yes-no') {
    const truth = yes.includes(text) ? true : no.includes(text) ? false : undefined;
    if (truth !== undefined) setAnswer(question, truth);
    return truth !== undefined;
  }
  if (control === 'code') {
    const select = ownControl(question) as HTMLSelectElement;
    const option = [...select.options].find(({ value, textContent, dataset }) =>
      [value, textContent ?? '', ...(dataset.aliases?.split('\n') ?? [])].some((name) => plain(name) === text),
    );
    if (option !== undefined) setAnswer(question, option.value);
    return option !== undefined;
  }
  if (control === 'number' || control === 'date') {
    // What is no number shows its own message at the field.
    setAnswer(question, cell);
    return true;
  }
  return false;
}
