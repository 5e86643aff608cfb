import { type Case, decide, type Policy } from '@jingzhun/rules';
import { conditionValues } from './condition-values.ts';
import { exampleHousehold } from './example-household.ts';
import { factModels } from './facts-read.ts';
import type { Question } from './questions.ts';
import { policyFor } from './subjects.ts';
import type { Language } from './words.ts';

/** Words that stand where a form asks for a name: the same everywhere, so that what should agree does. */
const name: Readonly<Record<Language, string>> = { zh: '示例', en: 'Example' };

/**
 * An invented case for trying a page. A household is written down, in the vocabulary's terms; of any other subject every
 * question is answered so that as many rules as can be are met, but for one that is left open.
 */
export function exampleFor(
  policy: Policy,
  subject: string,
  questions: readonly Question[],
  on: string,
  language: Language,
): Case {
  if (subject === 'household') return exampleHousehold;
  const own = policyFor(policy, subject);
  const chosen = new Map(questions.map((question) => [question, valuesFor(question, policy, on, language)[0]]));
  const met = (): number =>
    decide(own, caseOf(subject, chosen), { on }).findings.filter(({ status }) => status === 'met').length;
  let best = met();
  for (const question of questions) {
    for (const value of valuesFor(question, policy, on, language)) {
      const before = chosen.get(question);
      chosen.set(question, value);
      const now = met();
      if (now > best) best = now;
      else chosen.set(question, before);
    }
  }
  const asked = questions.filter(({ entity }) => entity === subject);
  const last = asked.at(-1);
  if (asked.length > 3 && last !== undefined) chosen.delete(last);
  return caseOf(subject, chosen);
}

function caseOf(subject: string, chosen: ReadonlyMap<Question, unknown>): Case {
  const made: Record<string, Record<string, unknown>> = { [subject]: {} };
  for (const [{ entity, path }, value] of chosen) {
    if (value === undefined) continue;
    made[entity] ??= {};
    let object = made[entity];
    for (const key of path.slice(0, -1)) {
      object[key] ??= {};
      object = object[key] as Record<string, unknown>;
    }
    object[path.at(-1) ?? ''] = value;
  }
  return made as Case;
}

/** What may be answered, the likeliest first. */
function valuesFor(question: Question, policy: Policy, on: string, language: Language): readonly unknown[] {
  const { control, codes = [], fact, entries = [] } = question;
  switch (control) {
    case 'yes-no':
      return [true, false];
    case 'code':
      return codes.map(({ code }) => code);
    case 'codes':
      return [codes.map(({ code }) => code), codes.slice(0, 1).map(({ code }) => code), []];
    case 'number':
      return numbersFor(question, policy, on);
    case 'date':
      return [...conditionValues(policy, fact, on).filter((value) => typeof value === 'string'), on];
    case 'dates':
      return [[on], []];
    case 'numbers':
      return [[Number(on.slice(0, 4))], []];
    case 'count':
      return [1, 0, 3].map((length) => Array.from({ length }, (_, at) => (question.ofWords ? String(at + 1) : {})));
    case 'records': {
      const record = Object.fromEntries(
        entries.map((entry) => [entry.path.join('.'), valuesFor(entry, policy, on, language)[0]]),
      );
      return [[record], []];
    }
    case 'texts':
      return [[name[language]]];
    case 'text':
    case 'presence':
      return [name[language]];
  }
}

/** What a number of a unit may well be. */
const typical: Readonly<Record<string, number>> = {
  persons: 40,
  households: 12,
  villages: 12,
  '%': 60,
  yuan: 20_000,
  'yuan/year': 20_000,
  'yuan/person/year': 6_000,
  'yuan/person/month': 300,
  'yuan/household': 5_000,
};

/** A few numbers within the field's bounds, those that conditions name among them. */
function numbersFor({ fact, unit }: Question, policy: Policy, on: string): readonly number[] {
  const { scale = 1, min, max, type } = factModels(policy).get(fact) ?? {};
  const low = min === undefined ? Number.NEGATIVE_INFINITY : min / scale;
  const high = max === undefined ? Number.POSITIVE_INFINITY : max / scale;
  const named = conditionValues(policy, fact, on).filter((value) => typeof value === 'number');
  const usual = type === 'year' ? [Number(on.slice(0, 4))] : [...named, typical[unit?.en ?? ''] ?? 10, 100, 0, 1];
  return usual.filter((value) => low <= value && value <= high);
}
