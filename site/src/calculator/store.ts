import type { Case } from '@jingzhun/rules';
import { answersLost } from './answers-lost.ts';
import { Describe } from './describe.ts';
import { byId, element } from './element.ts';
import { Keeper, type Kept } from './kept.ts';
import type { PageData } from './page-data.ts';
import { isNamed, placeWords } from './place-words.ts';
import { say } from './say.ts';
import { addressWithoutFragment, linkIn, openFragment, type Shared } from './share-link.ts';

/** `beside`: what was answered before the page was ready stays. */
type Fill = (input: Case, names: readonly string[], on: string, beside?: boolean) => void;

/** Storing takes longer than deciding, so it waits for a pause in typing or for the page to be left. */
const pause = 300;

/**
 * Where the answers come from when a page is opened, and where they go: a shared link, which replaces nothing until the
 * reader takes it over; else what was kept.
 */
export class Store {
  private readonly data: PageData;
  private readonly fill: Fill;
  private readonly keeper: Keeper;
  private readonly onDevice = byId('keep-on-device') as HTMLInputElement;
  private latest: Kept | undefined;
  private pending = false;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  /** A link's answers stand in the form, and nobody has taken them over yet. */
  private viewing = false;
  private read: () => Case = () => ({}) as Case;

  constructor(data: PageData, fill: Fill) {
    this.data = data;
    this.fill = fill;
    this.keeper = new Keeper(data.policy.id, data.subject);
    this.onDevice.checked = this.keeper.onDevice;
    this.onDevice.addEventListener('change', () => {
      this.edited();
      this.pending = true;
      this.keepNow();
    });
    addEventListener('pagehide', () => this.keepNow());
    addEventListener('hashchange', () => {
      if (linkIn(location.hash) !== undefined) void this.open(this.read);
    });
    byId('adopt').addEventListener('click', () => {
      this.edited();
      this.pending = true;
      this.keepNow();
      byId('form').querySelector<HTMLElement>('[data-fact] input, [data-fact] select')?.focus();
    });
    byId('back-to-own').addEventListener('click', () => {
      this.endViewing();
      byId('shared-bar').hidden = true;
      this.fillKept();
      byId('form').querySelector<HTMLElement>('[data-fact] input, [data-fact] select')?.focus();
    });
  }

  /** Fills the form from the link or from what was kept. `read` tells what it took. */
  async open(read: () => Case): Promise<void> {
    this.read = read;
    const opened = await openFragment(location.hash);
    const { calc } = this.data.words;
    if (opened.kind === 'shared' && this.isOfThisPage(opened.shared)) {
      if (this.goToRelease(opened.shared)) return;
      this.fillShared(opened.shared);
      return;
    }
    this.fillKept(true);
    if (opened.kind === 'broken') this.notice(calc.linkBroken);
    if (opened.kind === 'shared') this.notice(calc.linkOther);
  }

  /** The reader changed something: from now on it is theirs. */
  edited(): void {
    if (this.viewing) this.endViewing();
  }

  keepSoon(kept: Kept): void {
    this.latest = kept;
    this.pending = true;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), pause);
  }

  forget(): void {
    this.pending = false;
    this.keeper.forget();
    this.onDevice.checked = false;
    this.endViewing();
    byId('shared-bar').hidden = true;
    byId('notice').hidden = true;
  }

  private keepNow(): void {
    if (this.latest === undefined || !this.pending || this.viewing) return;
    this.keeper.keep(this.latest, this.onDevice.checked);
    this.pending = false;
  }

  private isOfThisPage({ policy, subject }: Shared): boolean {
    return policy === this.data.policy.id && subject === this.data.subject;
  }

  /** A link made with another release opens on that release's page, where there is one. */
  private goToRelease({ release }: Shared): boolean {
    const address = this.data.releases[release];
    if (release === this.data.policy.release || address === undefined) return false;
    location.replace(`${address}${linkIn(location.hash)}`);
    return true;
  }

  private fillShared({ case: input, on, release, digest }: Shared): void {
    this.fill(input, [], on);
    this.viewing = true;
    byId('shared-bar').hidden = false;
    byId('shared-actions').hidden = false;
    const { calc } = this.data.words;
    const { policy } = this.data;
    const other = release !== policy.release || digest !== policy.digest;
    this.notice(other ? say(calc.linkRelease, { release, own: policy.release }) : '', answersLost(input, this.read()));
  }

  private fillKept(beside = false): void {
    const { kept } = this.keeper;
    if (kept === undefined) {
      this.fill({} as Case, [], (byId('policy-date') as HTMLInputElement).value, beside);
      return;
    }
    this.fill(kept.input, kept.names, kept.on, beside);
    const lost = answersLost(kept.input, this.read());
    const { calc } = this.data.words;
    this.notice(kept.digest === this.data.policy.digest ? '' : calc.migrated, lost);
  }

  private endViewing(): void {
    this.viewing = false;
    byId('shared-actions').hidden = true;
    // The link has done its work: a reload shows what is now in the form.
    if (linkIn(location.hash) !== undefined) history.replaceState(null, '', addressWithoutFragment(location.href));
  }

  private notice(text: string, lost: readonly string[] = []): void {
    const { calc } = this.data.words;
    const box = byId('notice');
    box.hidden = text === '' && lost.length === 0;
    const describe = new Describe(this.data);
    // What the page has no name for it can only call by its path.
    const names = lost.map((path) =>
      isNamed(path, this.data) ? placeWords(path, [], describe, this.data) : element('code', { lang: 'zxx' }, path),
    );
    box.replaceChildren(
      ...(text === '' ? [] : [element('p', {}, text)]),
      ...(lost.length === 0
        ? []
        : [element('p', {}, calc.lost), element('ul', {}, ...names.map((name) => element('li', {}, name)))]),
    );
  }
}
