import { decide, type Policy, type PolicyText } from '@jingzhun/rules';
import { defaultDay } from '../calculator/default-day.ts';
import { exampleHousehold } from '../calculator/example-household.ts';
import { pageLabels } from '../calculator/page-labels.ts';
import type { Language } from '../language.ts';
import { listedPolicies } from '../policies/listed.ts';
import { CardMaker, type CardModel, type CardVariant } from './card-model.ts';

/** The cards of an invented household, made when the page is built. */
export async function exampleCards(language: Language): Promise<Readonly<Record<CardVariant, CardModel>>> {
  const { policy, text } = await mostGenerous();
  const on = defaultDay(policy);
  const names = (exampleHousehold.household?.members ?? []).map((_, place) => nameOf[language](place));
  const decision = decide(policy, exampleHousehold, { on });
  const maker = new CardMaker(
    policy,
    pageLabels({ policy, text, subject: 'household', releases: {}, example: {} }, language),
    on,
  );
  const household = { case: exampleHousehold, decision, names, headName: names[0] ?? null, synthetic: true };
  return { visit: maker.card(household, 'visit'), public: maker.card(household, 'public') };
}

const nameOf: Readonly<Record<Language, (place: number) => string>> = {
  zh: (place) => `示例${'甲乙丙丁戊己庚辛壬癸'[place] ?? place + 1}`,
  en: (place) => `Example ${place + 1}`,
};

/** The policy that promises households and persons most: its card shows most. */
async function mostGenerous(): Promise<{ readonly policy: Policy; readonly text: PolicyText }> {
  const benefits = ({ policy }: { readonly policy: Policy }): number =>
    policy.rules.filter(
      ({ kind, asks }) =>
        (kind === 'entitlement' || kind === 'incentive') && (asks.includes('household') || asks.includes('person')),
    ).length;
  const [first] = [...(await listedPolicies())].sort((a, b) => benefits(b) - benefits(a));
  if (first === undefined) throw new RangeError('there is no policy');
  return first;
}
