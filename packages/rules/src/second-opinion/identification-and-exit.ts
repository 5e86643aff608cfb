import { type Answer, no, notYetDue, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const LINE = 400_000;
const LAST_DAY = '2018-12-31';

/**
 * 一(二). Who is identified: a rural household with less than 4,000 yuan a head in 2015, recognised by province and city.
 * The line itself is outside. An income of another year, or of a year not given, says nothing of 2015.
 */
export function identified(facts: KnownFacts): Answer {
  if (!facts.is('household.rural')) return no;
  if (!facts.is('household.recognised')) return no;
  const year = facts.number('household.incomeYear', [2015, 2016]);
  const income =
    year === 2015
      ? facts.fen('household.perCapitaDisposableIncome', [LINE - 1, LINE])
      : facts.fen('income of 2015, not given', [LINE - 1, LINE]);
  return income < LINE ? yes() : no;
}

/** 一(二). The classes by labour: a registered household with labour, or without. */
export function labourHousehold(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.householdHasLabour() ? yes() : no;
}

/**
 * 一(三). The end that is aimed at: food, clothing, schooling, basic medicine and a safe house are all secured, and public
 * services of the area are at the provincial average. The aim is set for 2018; whether it is reached can be asked on any day.
 */
export function twoWorriesThreeGuarantees(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return outside;
  if (!facts.is('household.foodSecure')) return no;
  if (!facts.is('household.clothingSecure')) return no;
  if (!facts.is('household.compulsoryEducationSecured')) return no;
  if (!facts.is('household.basicMedicalSecured')) return no;
  if (!facts.is('household.safeHousingSecured')) return no;
  return facts.is('area.publicServicesAtAverage') ? yes() : no;
}

/**
 * 一(三). The income aimed at for the people of households with labour: at least 45 % of the rural income of the province in the same year. The
 * yuan printed beside it are a forecast for 2018, not the line.
 */
export function incomeOf45Percent(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return outside;
  if (!facts.householdHasLabour()) return outside;
  const province = facts.fenForAmount('province.ruralPerCapitaDisposableIncome');
  const own = facts.fenForAmount('household.perCapitaDisposableIncome');
  if (own !== null && own < 0) return no;
  if (province === null || own === null) return facts.is('income of 45 %, not comparable') ? yes() : no;
  return own * 100 >= province * 45 ? yes() : no;
}

/** 一(三). Everyone registered has left poverty by the end of 2018. */
export function leftPovertyInTime(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  const key = facts.isGiven('person.exitDate') ? 'person.exitDate' : 'household.exitDate';
  const exit = facts.date(key, [LAST_DAY]);
  if (exit !== 'never' && exit <= facts.day && exit <= LAST_DAY) return yes();
  return facts.day <= LAST_DAY ? notYetDue : no;
}

/** 一(三). Registered people whose ability to work is lost, wholly or in part, enter dibao where its conditions are met. */
export function dibaoForLostAbility(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.abilityIsLost()) return no;
  return facts.is('person.dibaoEligible') ? yes() : no;
}

/**
 * 一(四)3. The floor holds when these are in dibao: registered people below the dibao line of the county, and those of lost
 * ability who meet the conditions. The line is of a month, the income of a year.
 */
export function dibaoAsTheFloor(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return outside;
  const line = facts.fenForAmount('external.dibaoLine');
  const income = facts.fenForAmount('household.perCapitaDisposableIncome');
  let below: boolean;
  if (income !== null && income < 0) below = true;
  else if (line === null || income === null) below = facts.is('income below the dibao line, not comparable');
  else below = income < line * 12;
  if (!below && !(facts.abilityIsLost() && facts.is('person.dibaoEligible'))) return outside;
  return facts.is('person.inDibao') ? yes() : no;
}
