import { parseFormula } from '@jingzhun/rules/compare';
import type { AmendedFile, ParameterFile } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { figureValue } from './figure-value.ts';
import { kindOf } from './formula-brackets.ts';
import type { PolicyVoice } from './policy-voice.ts';

/** A parameter in words: its values by date, or how it follows from others. */
export interface Figure {
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly force: string;
    readonly amendedBy?: AmendedFile['amendedBy'];
    /** Of the later document's sentence. */
    readonly quotes?: readonly string[];
  }[];
  readonly formula?: string;
}

/** The parameter of this name. Each of its values lasts to the day before the next unless it is closed before. */
export function figureOf(name: string, voice: PolicyVoice): Figure {
  const file = voice.parameters.get(name);
  if (file === undefined) throw new ReferenceError(`there is no parameter ${name}`);
  const title = file.title[voice.language];
  if (!('values' in file)) return { title, values: [], formula: workedOut(name, file, voice, '') };
  const values = file.values.map(({ from, to, value, amendedBy, quoteSha256 }, place) => {
    const next = file.values[place + 1]?.from;
    const last = to ?? (next === undefined ? undefined : dayBefore(next));
    const force = last === undefined ? say(voice.words.provision.since, { from }) : voice.span(from, last);
    return {
      value: figureValue(value, file, voice),
      force,
      ...(amendedBy && { amendedBy, quotes: [quoteSha256].flat() }),
    };
  });
  return { title, values };
}

/** How a figure follows from others, and what comes of it where that is the same on every day. */
export function workedOut(
  name: string,
  file: Extract<ParameterFile, { formula: string | number }>,
  voice: PolicyVoice,
  about: string,
): string {
  const { formula, unit } = file;
  const said = voice.formula(formula, about, unit);
  const { scale = 1, values = [] } = voice.worked[name] ?? {};
  const [only] = values;
  if (only === undefined || values.length > 1 || typeof only.value === 'object') return said;
  const value = figureValue(typeof only.value === 'number' ? only.value / scale : only.value, file, voice);
  const isWhole = !/^(?:if|round)$/.test(kindOf(parseFormula(String(formula))));
  const left = isWhole ? said : say(voice.words.formula.brackets, { 0: said });
  return `${left} = ${value}`;
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
