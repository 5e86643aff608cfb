import { decide, JingzhunError } from '@jingzhun/rules';
import { render } from 'preact';
import { byId } from '../calculator/element.ts';
import { pageLabels } from '../calculator/page-labels.ts';
import type { Language } from '../language.ts';
import { catalogue } from '../policies/catalogue.gen.ts';
import { type Brought, broughtFrom, broughtKey } from './brought.ts';
import { Card } from './Card.tsx';
import { CardMaker, type CardModel, type CardVariant } from './card-model.ts';

type Cards = Readonly<Record<CardVariant, CardModel>>;

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
const place = byId('card');
let cards: Cards | undefined;

function show(): void {
  byId('card-none').hidden = cards !== undefined;
  byId('card-tools').hidden = cards === undefined;
  byId('card-kept').hidden = cards === undefined;
  const chosen = document.querySelector<HTMLInputElement>('input[name="card-variant"]:checked')?.value;
  const model = cards?.[chosen === 'public' ? 'public' : 'visit'];
  render(model === undefined ? null : <Card card={model} />, place);
}

/** Decides what the calculator handed over, by the release it was decided by. */
async function cardsOf({ policy: id, release, on, case: input, names }: Brought): Promise<Cards | undefined> {
  const found = catalogue[id]?.releases[release];
  if (found === undefined) return undefined;
  const [policy, text] = await Promise.all([found.policy(), found.text()]);
  try {
    const decision = decide(policy, input, { on });
    const members = input.household?.members ?? [];
    const head = members?.findIndex(({ relation }) => relation === 'head') ?? -1;
    const headName = input.household?.headName ?? (names[Math.max(0, head)] || null);
    const maker = new CardMaker(
      policy,
      pageLabels({ policy, text, subject: 'household', releases: {}, example: {} }, language),
      on,
    );
    const household = { case: input, decision, names, headName, synthetic: false };
    return { visit: maker.card(household, 'visit'), public: maker.card(household, 'public') };
  } catch (error) {
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(broughtKey);
  } catch {
    return null;
  }
}

for (const choice of document.querySelectorAll('input[name="card-variant"]')) choice.addEventListener('change', show);
byId('card-print').addEventListener('click', () => print());
byId('card-example').addEventListener('click', () => {
  cards = JSON.parse(byId('card-example-data').textContent ?? '') as Cards;
  show();
  byId('card-variants').querySelector<HTMLInputElement>('input:checked')?.focus();
});
byId('card-clear').addEventListener('click', () => {
  try {
    sessionStorage.removeItem(broughtKey);
  } catch {
    // Storage may be forbidden: then nothing was kept.
  }
  cards = undefined;
  byId('card-unusable').hidden = true;
  show();
  byId('card-example').focus();
});

const brought = broughtFrom(kept());
if (brought) cards = await cardsOf(brought);
byId('card-unusable').hidden = brought === undefined || cards !== undefined;
show();
document.documentElement.dataset.ready = '';
