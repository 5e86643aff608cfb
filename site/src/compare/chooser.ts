import { defaultDay } from '../calculator/default-day.ts';
import { byId, element } from '../calculator/element.ts';
import { say } from '../calculator/say.ts';
import type { CompareWords } from '../words/compare.ts';
import { draft, type Edition, isDay, type OfferedPolicy } from './edition.ts';

/** What stands in the form: a day that is none makes its side undefined. */
export interface Choice {
  readonly a: Edition | undefined;
  readonly b: Edition | undefined;
  readonly drafts: boolean;
  /** Of the visitor's; `missing` where one is wanted and none chosen. */
  readonly file: File | undefined | 'missing';
}

/** A field that is wrong, to be named and linked to. */
export interface FieldFault {
  readonly id: string;
  /** What the field is called. */
  readonly field?: string;
  readonly text: string;
}

type Side = 'a' | 'b';

/** The form that says what is compared with what; it stands in the page, and here it is read and filled. */
export class Chooser {
  private readonly policies: readonly OfferedPolicy[];
  private readonly words: CompareWords;
  private readonly changed: () => void;

  constructor(policies: readonly OfferedPolicy[], words: CompareWords, changed: () => void) {
    this.policies = policies;
    this.words = words;
    this.changed = changed;
    const form = byId('chooser');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', ({ target }) => this.onChange(target as HTMLElement));
    this.arrange();
  }

  /** Fills the form. */
  show(a: Edition, b: Edition): void {
    this.showSide('a', a);
    const drafts = b.release === draft;
    input(drafts ? 'how-draft' : 'how-edition').checked = true;
    this.showSide('b', drafts ? a : b);
    this.arrange();
  }

  fault(text: string): void {
    const notice = byId('link-fault');
    notice.textContent = say(this.words.form.badLink, { what: text });
    notice.hidden = false;
  }

  choice(): Choice {
    const a = this.side('a');
    const drafts = input('how-draft').checked;
    const b = drafts ? a && { ...a, release: draft } : this.side('b');
    const own = input('roster-own').checked;
    return { a, b, drafts, file: own ? (input('roster-file').files?.[0] ?? 'missing') : undefined };
  }

  /** Says at the fields what is wrong with them. */
  faults(): FieldFault[] {
    const { form } = this.words;
    const { a, b, file } = this.choice();
    const drafts = input('how-draft').checked;
    const wrong: Record<string, string> = {
      'a-on': a === undefined ? form.badDay : '',
      'b-on': b === undefined && !drafts ? form.badDay : '',
      'roster-file': file === 'missing' ? form.noFile : '',
    };
    for (const [id, text] of Object.entries(wrong)) {
      byId(`${id}-error`).textContent = text;
      input(id).setAttribute('aria-invalid', String(text !== ''));
    }
    const fields: Record<string, string> = {
      'a-on': `${form.before} · ${form.on}`,
      'b-on': `${form.after} · ${form.on}`,
      'roster-file': form.file,
    };
    return Object.entries(wrong).flatMap(([id, text]) =>
      text === '' ? [] : [{ id, field: fields[id] as string, text }],
    );
  }

  private onChange(target: HTMLElement): void {
    const [side, part] = target.id.split('-') as [Side, string | undefined];
    if (part === 'policy') {
      const policy = this.policy(side);
      this.fillReleases(side, policy);
      input(`${side}-on`).value = defaultDay(policy);
      // Until another one is chosen there, the other side is of the same policy.
      if (side === 'a' && input('how-draft').checked)
        this.showSide('b', { policy: policy.id, release: '', on: defaultDay(policy) });
    }
    if (target.id === 'roster-file')
      byId('roster-file-name').textContent = input('roster-file').files?.[0]?.name ?? this.words.form.noneChosen;
    this.arrange();
    this.changed();
  }

  private arrange(): void {
    byId('other-side').hidden = input('how-draft').checked;
    byId('roster-file-field').hidden = !input('roster-own').checked;
  }

  private side(side: Side): Edition | undefined {
    const on = input(`${side}-on`).value.trim();
    return isDay(on) ? { policy: this.policy(side).id, release: select(`${side}-release`).value, on } : undefined;
  }

  private showSide(side: Side, { policy, release, on }: Edition): void {
    select(`${side}-policy`).value = policy;
    const own = this.policy(side);
    this.fillReleases(side, own);
    if (own.releases.includes(release)) select(`${side}-release`).value = release;
    input(`${side}-on`).value = on;
  }

  private fillReleases(side: Side, { releases, days }: OfferedPolicy): void {
    select(`${side}-release`).replaceChildren(
      ...[...releases].reverse().map((value) => element('option', { value }, value)),
    );
    byId(`${side}-days`).replaceChildren(...days.map((value) => element('option', { value })));
  }

  private policy(side: Side): OfferedPolicy {
    const { value } = select(`${side}-policy`);
    return this.policies.find(({ id }) => id === value) as OfferedPolicy;
  }
}

const input = (id: string): HTMLInputElement => byId(id) as HTMLInputElement;
const select = (id: string): HTMLSelectElement => byId(id) as HTMLSelectElement;
