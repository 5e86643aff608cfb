import type { Case, Policy } from '@jingzhun/rules';
import { AnswerPane } from './answer.ts';
import { datePath } from './asks.ts';
import { decideForm } from './decide-form.ts';
import { Describe } from './describe.ts';
import { byId, setText } from './element.ts';
import type { FieldError } from './error-summary.ts';
import { showErrors } from './field-errors.ts';
import { FormMarks } from './form-marks.ts';
import { dateFrom, isDay } from './form-numbers.ts';
import type { QuestionElement } from './form-values.ts';
import { handToCard } from './kept.ts';
import { Modes } from './modes.ts';
import { onlyApplies } from './only-applies.ts';
import type { PageData } from './page-data.ts';
import { PageForm } from './page-form.ts';
import { Paste } from './paste.ts';
import { showPrintTables } from './print-table.ts';
import { headingOf, labelOf } from './review.ts';
import { rightForm } from './right-form.ts';
import { say } from './say.ts';
import { Share } from './share.ts';
import { allAtOnce, inTasks, nextTask } from './steps.ts';
import { Store } from './store.ts';
import { unbroken } from './unbroken.ts';
import { grants, verdictOf } from './verdict.ts';

/** A page: decides the form anew after every change, before the next picture. */
export class Calculator {
  private readonly data: PageData;
  private readonly policy: Policy;
  private readonly form: PageForm;
  private readonly pane: AnswerPane;
  private readonly modes: Modes;
  private readonly marks: FormMarks;
  private readonly share: Share;
  private readonly store: Store;
  private readonly applying: ReadonlySet<string>;
  private readonly granting: ReadonlySet<string>;
  private readonly date = byId('policy-date') as HTMLInputElement;
  private readonly firstDate = this.date.value;
  /** The last date that could be used. */
  private on = this.firstDate;
  private waiting = false;
  /** The answer that is being shown: another may begin before one that is shown in steps is complete. */
  private showing: Iterator<void> | undefined;

  constructor(data: PageData, policy: Policy) {
    this.data = data;
    this.policy = policy;
    this.applying = new Set(policy.rules.filter(onlyApplies).map(({ id }) => id));
    this.granting = new Set(policy.rules.filter(grants).map(({ id }) => id));
    const changed = (): void => this.edited();
    this.form = new PageForm(byId('form'), data, changed);
    this.pane = new AnswerPane(data, policy, new Describe(data));
    this.marks = new FormMarks(this.form, data);
    this.modes = new Modes(this.form, data, changed);
    this.share = new Share(data, (without) => this.form.read(without));
    this.store = new Store(data, (input, names, on, beside) => this.fill(input, names, on, beside));
    new Paste(this.form, data, changed);
    this.listen(changed);
  }

  async start(): Promise<void> {
    const asked = new URLSearchParams(location.search).get('on');
    if (asked !== null && isDay(asked)) this.date.value = asked;
    await this.store.open(() => this.form.read().input);
    // What is worked out the first time takes longest.
    await nextTask();
    const steps = this.steps();
    this.showing = steps;
    await inTasks(steps, () => this.showing === steps);
  }

  private listen(changed: () => void): void {
    this.date.addEventListener('input', changed);
    byId('example').addEventListener('click', () => {
      this.form.fill(this.data.example);
      changed();
    });
    byId('clear').addEventListener('click', () => {
      this.fill({} as Case, [], this.firstDate);
      this.store.forget();
    });
    byId('print').addEventListener('click', () => print());
    document.getElementById('to-card')?.addEventListener('click', (event) => {
      if (this.modes.complain()) {
        event.preventDefault();
        return;
      }
      const { input, names } = this.form.read();
      const { id, release } = this.data.policy;
      handToCard({ policy: id, release, on: this.on, case: input, names });
    });
    addEventListener('beforeprint', () => {
      if (this.pane.last !== undefined) showPrintTables(this.pane.last.verdict, this.pane.last.context);
    });
    if (/MicroMessenger/i.test(navigator.userAgent)) byId('in-app').hidden = false;
  }

  private fill(input: Case, names: readonly string[], on: string, beside = false): void {
    this.form.fill(input, names, beside);
    this.date.value = on;
    this.schedule();
  }

  private edited(): void {
    this.store.edited();
    this.schedule();
  }

  /** Several changes at once are one. What was chosen is painted first: on a slow phone the answer takes longer. */
  private schedule(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (this.waiting) this.show();
      }),
    );
  }

  private show(): void {
    const steps = this.steps();
    this.showing = steps;
    allAtOnce(steps);
  }

  private *steps(): Generator<void> {
    const start = performance.now();
    // What was waiting to be shown is shown now.
    this.waiting = false;
    const dateFault = this.readDate();
    const { decision, reading, problems } = decideForm(this.policy, this.form, this.on, this.data.language);
    yield;
    const { answer } = this.data.words;
    const messages = new Map<QuestionElement, string>();
    const errors: FieldError[] = [];
    if (dateFault !== undefined) {
      const label = this.date.labels?.[0]?.textContent ?? '';
      errors.push({ place: datePath, text: `${label}${answer.colon}${dateFault}` });
    }
    const faulty = inPageOrder(
      [...problems].flatMap(([path, message]) => {
        const question = reading.questions.get(path);
        return question === undefined ? [] : [{ path, message, question }];
      }),
    );
    for (const { path, message, question } of faulty) {
      const text = rightForm(question, this.policy, answer, message);
      messages.set(question, text);
      errors.push({ place: path, text: `${headingOf(question)} · ${labelOf(question)}${answer.colon}${text}` });
    }
    showErrors(messages);
    const wrong = faulty.map(({ path }) => path);
    yield;
    const asked = yield* this.pane.show(verdictOf(decision, this.applying, this.granting), reading, wrong, this.on);
    yield;
    this.marks.show(asked, reading);
    this.modes.update(asked, reading, errors);
    this.share.update(reading, this.on);
    setText('printed-on', this.on);
    this.store.keepSoon({ digest: this.policy.digest, input: reading.input, names: reading.names, on: this.on });
    // For developers' tools, and for the test that holds the page to its budget.
    performance.measure('jingzhun-show', { start });
  }

  /** Takes the date if it is one; else says what would be right. */
  private readDate(): string | undefined {
    const day = dateFrom(this.date.value);
    const usable = isDay(day);
    if (usable) this.on = day;
    const fault = usable ? undefined : say(this.data.words.answer.wrongDate, { date: this.on });
    const complaint = byId('policy-date-error');
    if (complaint.textContent !== (fault ?? '')) complaint.replaceChildren(...unbroken(fault ?? ''));
    this.date.setAttribute('aria-invalid', String(!usable));
    return fault;
  }
}

function inPageOrder<Place extends { readonly question: Node }>(places: readonly Place[]): readonly Place[] {
  return [...places].sort((one, other) =>
    one.question.compareDocumentPosition(other.question) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}
