import type { Reading } from './case-form.ts';
import { byId } from './element.ts';
import type { PageData } from './page-data.ts';
import { programOf } from './program.ts';
import { labelOf } from './review.ts';
import { say } from './say.ts';
import { addressWithoutFragment, fragmentOf } from './share-link.ts';

/** What is typed freely may hold a name or a number of a person: it never goes into a link. */
const free = new Set(['text', 'texts']);

/** Paths of the answers that a link leaves out. */
function leftOut(reading: Reading): readonly string[] {
  return [...reading.questions].flatMap(([path, question]) => (free.has(question.dataset.control) ? [path] : []));
}

/** The panels below the answer: the link, and the call for a program. They follow the form while they are open. */
export class Share {
  private readonly data: PageData;
  private readonly shareable: (without: ReadonlySet<string>) => Reading;
  private now: { reading: Reading; on: string } | undefined;

  constructor(data: PageData, read: (without: ReadonlySet<string>) => Reading) {
    this.data = data;
    this.shareable = read;
    for (const id of ['share', 'program']) byId(id).addEventListener('toggle', () => this.refresh());
  }

  update(reading: Reading, on: string): void {
    this.now = { reading, on };
    this.refresh();
  }

  private refresh(): void {
    if (this.now === undefined) return;
    const { reading, on } = this.now;
    if ((byId('share') as HTMLDetailsElement).open) void this.showLink(reading, on);
    if ((byId('program') as HTMLDetailsElement).open) this.showProgram(reading, on);
  }

  private async showLink(reading: Reading, on: string): Promise<void> {
    const { words, policy, subject } = this.data;
    const out = leftOut(reading);
    const { input } = this.shareable(new Set(out));
    const { id, release, digest } = policy;
    const fragment = await fragmentOf({ policy: id, subject, release, digest, on, case: input });
    const address = byId('share-address');
    const link = `${addressWithoutFragment(location.href)}${fragment}`;
    if (address.textContent !== link) address.textContent = link;
    const said = out
      .filter((path) => reading.answered.has(path))
      .map((path) => labelOf(reading.questions.get(path) as HTMLElement));
    const note = byId('share-left-out');
    note.hidden = said.length === 0;
    note.textContent = say(words.calc.shareLeftOut, { list: [...new Set(said)].join(words.answer.comma) });
  }

  private showProgram({ input }: Reading, on: string): void {
    const { id, release } = this.data.policy;
    const program = programOf(id, release, on, input);
    byId('program-json').textContent = program.json;
    byId('program-code').textContent = program.code;
    byId('program-command').textContent = program.command;
  }
}
