import { fieldOf } from '@jingzhun/schemas';
import { regimeOn } from '../../src/compile/regime.ts';
import type { LoadedPolicy } from '../../src/load/load.ts';
import { caseFor } from '../../src/witness/index.ts';
import {
  all,
  canBeMet,
  changed,
  codesOf,
  conditionsOf,
  given,
  leaf,
  loaded,
  type Plant,
  placesIn,
  said,
  why,
  withRule,
} from './plant.ts';

/** A rule split in two by a code or a band, which leave one of them to nobody. */
export function* gaps({ files, policy, ...rest }: LoadedPolicy): Generator<Plant> {
  for (const [seat, place] of placesIn({ files, policy, ...rest }).entries()) {
    const { id, section, rule } = place;
    if (rule.items !== undefined || rule.each !== undefined || rule.when === undefined) continue;
    const [code, number] = [place.free('enum'), place.free('yuan')];
    const name = seat % 2 === 0 ? (code[0] ?? number[0]) : (number.at(-1) ?? code.at(-1));
    if (name === undefined) continue;
    const codes = codesOf(fieldOf(name)?.enum ?? '').filter((each) => each !== 'none');
    const left = codes[seat % codes.length] as string;
    const rest = codes.filter((each) => each !== left);
    const isCode = codes.length > 0;
    const [one, two] = isCode
      ? [leaf(name, 'in', rest.slice(0, 1)), leaf(name, 'in', rest.slice(1))]
      : [leaf(name, 'lessThan', 1000), leaf(name, 'greaterThan', 2000)];
    if (!canBeMet(policy, place, { [name]: isCode ? left : 1500 })) continue;
    const other = `${id}-second`;
    const split = changed(files, section, ({ rules = {} }) => {
      const { reconcile, ...plain } = structuredClone(rule);
      Object.assign(rules, {
        [id]: { ...rule, when: all(...conditionsOf(rule), one as object) },
        [other]: { ...plain, when: all(...conditionsOf(rule), two as object) },
      });
    });
    const faulty = loaded(split);
    if (faulty === undefined) continue;
    yield {
      kind: 'gap',
      of: id,
      what: `${name} ${isCode ? left : '1000..2000'}`,
      files: split,
      isAt: (finding) =>
        finding.kind === 'gap' &&
        finding.id.includes(`:${name}:`) &&
        finding.rules.includes(id) &&
        finding.rules.includes(other),
      refute: ({ witness }) => {
        const inGap = witness.filter((each) => {
          const value = given(each, name);
          return isCode ? value === left : typeof value === 'number' && value >= 1000 && value <= 2000;
        });
        if (inGap.length === 0) return 'no witness in the gap';
        return inGap.some((each) => [id, other].some((rule) => said(faulty, each, rule)?.status === 'met'))
          ? 'one is met'
          : undefined;
      },
    };
  }
}

/** A rule and another like it that asks a little more, declared exclusive. */
export function* overlaps(whole: LoadedPolicy): Generator<Plant> {
  for (const place of placesIn(whole)) {
    const { id, section, rule } = place;
    const extra = place.free('boolean')[0] ?? place.free('yuan')[0];
    if (extra === undefined || (rule.scope !== undefined && rule.when === undefined && rule.items === undefined))
      continue;
    const more = fieldOf(extra)?.type === 'boolean' ? leaf(extra, 'equal', true) : leaf(extra, 'lessThan', 3000);
    if (!canBeMet(whole.policy, place)) continue;
    const other = `${id}-second`;
    const files = changed(whole.files, section, (file) => {
      const { reconcile, ...plain } = structuredClone(rule);
      const scope =
        rule.when === undefined
          ? { scope: all(...(rule.scope === undefined ? [] : [rule.scope]), more as object) }
          : {};
      const when = rule.when === undefined ? {} : { when: all(rule.when, more as object) };
      Object.assign(file.rules ?? {}, { [other]: { ...plain, ...scope, ...when } });
      file.exclusive = [...(file.exclusive ?? []), { rules: [id, other], why }];
    });
    const faulty = loaded(files);
    if (faulty === undefined) continue;
    yield {
      kind: 'overlap',
      of: id,
      what: extra,
      files,
      isAt: (finding) => finding.kind === 'overlap' && finding.rules.join() === [id, other].join(),
      refute: ({ witness }) =>
        witness.every((each) => [id, other].every((rule) => said(faulty, each, rule)?.status === 'met'))
          ? undefined
          : 'not both are met',
    };
  }
}

/** A rule to which a condition is added that contradicts it: itself, a code, a count below zero, or in one item. */
export function* unreachables(whole: LoadedPolicy): Generator<Plant> {
  for (const [seat, place] of placesIn(whole).entries()) {
    const { id, rule, section, model } = place;
    const [flag, codes, [asked = '']] = [place.free('boolean')[0], place.free('enum'), model.asks];
    const own = `${asked === 'person' ? 'household' : asked}.planted`;
    const code = codes[0];
    const known = codesOf(fieldOf(code ?? '')?.enum ?? '');
    const ways: (() => { rule: object; facts?: object } | undefined)[] = [
      () => rule.when && { rule: { ...rule, when: all(rule.when, { not: rule.when }) } },
      () =>
        flag === undefined
          ? undefined
          : {
              rule: {
                ...rule,
                scope: all(...(rule.scope ? [rule.scope] : []), leaf(flag, 'equal', true), leaf(flag, 'equal', false)),
              },
            },
      () =>
        rule.when && code !== undefined
          ? {
              rule: {
                ...rule,
                when: all(rule.when, leaf(code, 'in', known.slice(0, 2)), leaf(code, 'equal', known[2])),
              },
            }
          : undefined,
      () =>
        rule.when && ['household', 'person'].includes(asked)
          ? {
              rule: { ...rule, when: all(rule.when, leaf(own, 'lessThan', 0)) },
              facts: { [own]: { title: why, unit: 'persons', formula: 'count(household.members, person.registered)' } },
            }
          : undefined,
      () =>
        rule.items && {
          rule: {
            ...rule,
            items: rule.items.map((item, at) =>
              at === 0 ? { ...item, when: all(item.when, { not: item.when }) } : item,
            ),
          },
        },
    ];
    const made = [0, 1, 2, 3, 4]
      .map((step) => ways[(seat + step) % ways.length]?.())
      .find((each) => each !== undefined);
    if (made === undefined || !canBeMet(whole.policy, place)) continue;
    const files = changed(withRule(whole.files, place, made.rule), section, (file) => {
      file.facts = { ...file.facts, ...(made.facts as typeof file.facts) };
    });
    const faulty = loaded(files);
    if (faulty === undefined) continue;
    const item = 'items' in made.rule && made.rule.items !== rule.items ? rule.items?.[0]?.key : undefined;
    yield {
      kind: 'unreachable',
      of: id,
      what:
        item ?? JSON.stringify(made.rule === rule ? '' : ((made.rule as { when?: unknown }).when ?? '')).slice(0, 60),
      files,
      isAt: (finding) =>
        finding.kind === 'unreachable' &&
        (finding.id === `unreachable:${id}` || finding.id === `unreachable:${id}:${item}`),
      refute: ({ witness }) => {
        const isMet = witness.some((each) => {
          const decided = said(faulty, each, id);
          return (
            (item === undefined ? decided?.status : decided?.items?.find(({ key }) => key === item)?.status) === 'met'
          );
        });
        const regime = regimeOn(faulty, model.force.from);
        const compiled = regime.rules.find((each) => each.model.id === id && each.inForce)?.compiled();
        return isMet
          ? 'it is met'
          : item === undefined && compiled && caseFor(compiled, regime, 'met', { on: model.force.from })
            ? 'it can be met'
            : undefined;
      },
    };
  }
}
