import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Finding } from '../../src/analyse/index.ts';
import type { PolicyFiles } from '../../src/load/load.ts';
import { type LoadedPolicy, loadPolicy, sourceOf } from '../../src/load/load.ts';
import type { ParameterModel, Policy } from '../../src/model/policy.ts';
import { groundOfRule } from '../../src/model/rests-on.ts';
import { addDays } from '../../src/values/dates.ts';
import { answer, changed, loaded, type Plant, placesIn, said, shuffled } from './plant.ts';

interface Value {
  from: string;
  to?: string;
  value: unknown;
  quoteSha256?: unknown;
}

/** The policy with the values of a parameter changed: past the loader, as no file could have them. */
function withValues(
  policy: Policy,
  name: string,
  change: (values: ParameterModel['values']) => ParameterModel['values'],
): Policy {
  const model = policy.parameters[name] as ParameterModel;
  return { ...policy, parameters: { ...policy.parameters, [name]: { ...model, values: change(model.values) } } };
}

const other = (value: ParameterModel['values'][number]['value'], by: number): typeof value =>
  typeof value === 'number'
    ? value + by
    : typeof value === 'string'
      ? addDays(value, Math.sign(by))
      : Object.fromEntries(Object.entries(value).map(([code, each]) => [code, each + by]));

/** Is the case decided otherwise by a value a step or a unit more or less? */
function turns(policy: Policy, name: string, { witness: [shown] }: Finding): boolean {
  if (shown === undefined) return false;
  const scale = policy.parameters[name]?.scale ?? 1;
  return [1, -1, scale, -scale].some((by) => {
    const changed = withValues(policy, name, (values) =>
      values.map((each) => ({ ...each, value: other(each.value, by) })),
    );
    return shown.says.some(({ rule }) => answer(policy, shown, rule) !== answer(changed, shown, rule));
  });
}

/** Did the loader refuse the files for what the witness says? */
function isRefused(files: PolicyFiles, { witness: [shown] }: Finding): boolean {
  try {
    loadPolicy(sourceOf(files));
    return false;
  } catch (error) {
    return (
      error instanceof JingzhunError &&
      error.problems.some(({ code, path }) => code === shown?.refused?.code && path === shown.refused.path)
    );
  }
}

interface Named {
  readonly section: string;
  readonly name: string;
  readonly values: readonly Value[];
}

function parametersIn({ files }: LoadedPolicy): readonly Named[] {
  const all = Object.entries(files.sections).flatMap(([section, { parameters = {} }]) =>
    Object.entries(parameters).flatMap(([name, parameter]): Named[] =>
      'values' in parameter ? [{ section, name, values: parameter.values as readonly Value[] }] : [],
    ),
  );
  return shuffled(all);
}

const valuesOf = (file: object, name: string): Value[] =>
  (file as { parameters: Record<string, { values: Value[] }> }).parameters[name]?.values as Value[];

/** Values, rules and listed provisions without their sentence. */
export function* uncited(whole: LoadedPolicy): Generator<Plant> {
  const { files, policy } = whole;
  const provisions = Object.entries(files.sections).flatMap(([section, file]) =>
    (['rules', 'listed'] as const).flatMap((key) => Object.keys(file[key] ?? {}).map((id) => ({ section, key, id }))),
  );
  const parameters = parametersIn(whole);
  const rest = shuffled(provisions);
  for (let seat = 0; seat < Math.max(parameters.length, rest.length); seat++) {
    const parameter = parameters[seat];
    if (parameter !== undefined) {
      const { section, name } = parameter;
      const faulty = changed(files, section, (file) => void delete valuesOf(file, name)[0]?.quoteSha256);
      yield {
        kind: 'uncited',
        of: name,
        what: 'a value',
        files: faulty,
        isAt: ({ kind, id }) => kind === 'uncited' && id === `uncited:${name}`,
        refute: (finding) => {
          const isUsed = policy.rules.some((rule) => groundOfRule(rule, policy).parameters.has(name));
          if (turns(policy, name, finding)) return undefined;
          if (!isRefused(faulty, finding)) return 'neither turns on it nor is refused for it';
          return isUsed ? 'is used, and only refused' : undefined;
        },
      };
    }
    const provision = rest[seat];
    if (provision === undefined) continue;
    const { section, key, id } = provision;
    const faulty = changed(
      files,
      section,
      (file) => void Object.assign(file[key]?.[id] ?? {}, { quoteSha256: undefined }),
    );
    const without: Policy = {
      ...policy,
      rules: policy.rules.map((rule) => (rule.id === id ? { ...rule, quoteSha256: '' } : rule)),
    };
    yield {
      kind: 'uncited',
      of: id,
      what: key,
      files: faulty,
      isAt: (finding) => finding.kind === 'uncited' && finding.id === `uncited:${id}` && finding.clauses.length > 0,
      refute: (finding) => {
        const [shown] = finding.witness;
        if (key === 'listed') return isRefused(faulty, finding) ? undefined : 'is not refused';
        const cite = shown && said(without, shown, id)?.cite;
        return cite?.quoteSha256 === '' ? undefined : 'the decision is not one that cites nothing';
      },
    };
  }
}

/** Values that end early, begin late or leave days between them, while a rule rests on them. */
export function* daysWithoutLaw(whole: LoadedPolicy): Generator<Plant> {
  const { files, policy } = whole;
  for (const [seat, { section, name }] of parametersIn(whole).entries()) {
    const users = policy.rules.filter((rule) => groundOfRule(rule, policy).parameters.has(name));
    const [user] = users;
    if (user === undefined) continue;
    const start = users.map(({ force }) => force.from).sort()[0] as string;
    const end = user.force.to;
    const day = addDays(start, 20 + seat);
    if (end !== null && day >= addDays(end, -5)) continue;
    const ways: ((values: readonly Value[]) => Value[])[] = [
      ([first, ...others]) => [
        { ...(first as Value), to: day },
        { ...(first as Value), from: addDays(day, 2), ...(first?.to === undefined ? {} : { to: first.to }) },
        ...others,
      ],
      (values) => [...values.slice(0, -1), { ...(values.at(-1) as Value), to: end === null ? day : addDays(end, -1) }],
      ([first, ...others]) => [{ ...(first as Value), from: addDays(start, 3) }, ...others],
    ];
    const way = ways[seat % 3] as (values: readonly Value[]) => Value[];
    const faulty = changed(files, section, (file) => {
      const values = valuesOf(file, name);
      values.splice(0, values.length, ...way(values));
    });
    if (loaded(faulty) !== undefined) continue;
    const holed = withValues(policy, name, (values) => way(values as Value[]) as unknown as ParameterModel['values']);
    yield {
      kind: 'day-without-law',
      of: name,
      what: ['a day between', 'ends early', 'begins late'][seat % 3] as string,
      files: faulty,
      isAt: ({ kind, id }) => kind === 'day-without-law' && id === `day-without-law:${name}`,
      refute: (finding) => {
        const [shown] = finding.witness;
        if (shown === undefined || shown.note === undefined) return 'no witness, or not said with which value';
        const { on } = shown;
        if (holed.parameters[name]?.values.some(({ from, to = '9999' }) => from <= on && on <= to))
          return 'there is a value on that day';
        if (shown.says.some(({ status }) => status === 'not-in-force')) return 'the rule is not in force';
        return turns(policy, name, finding) ? undefined : 'the decision does not rest on the value';
      },
    };
  }
}

/** A rule that ends, and one that follows it too late or not to the end. */
export function* successions(whole: LoadedPolicy): Generator<Plant> {
  const { policy } = whole;
  for (const [seat, { id, section, rule, model }] of placesIn(whole).entries()) {
    const { from, to } = model.force;
    const day = addDays(from, 10 + seat);
    if (to === null || day > addDays(to, -9) || rule.when === undefined) continue;
    const next = `${id}-second`;
    const isShort = seat % 2 === 1;
    const files = changed(whole.files, section, (file) => {
      const { reconcile, ...plain } = structuredClone(rule);
      Object.assign(file.rules ?? {}, {
        [id]: { ...plain, force: { from, to: day } },
        [next]: { ...plain, force: { from: addDays(day, isShort ? 1 : 3), to: isShort ? addDays(to, -4) : to } },
      });
      file.successive = [...(file.successive ?? []), { rules: [id, next], why: { zh: '试', en: 'test' } }];
    });
    const faulty = loaded(files);
    if (faulty === undefined || from > policy.force.from) continue;
    const first = isShort ? addDays(to, -3) : addDays(day, 1);
    yield {
      kind: 'day-without-law',
      of: id,
      what: isShort ? 'rules that end before their policy' : 'days between two rules',
      files,
      isAt: (finding) => finding.id === `day-without-law:${id}+${next}` && finding.from === first,
      refute: ({ witness: [shown] }) =>
        shown !== undefined && [id, next].every((each) => said(faulty, shown, each)?.status === 'not-in-force')
          ? undefined
          : 'one is in force',
    };
  }
}

/** Days of force the wrong way round, of rules. */
export function* swappedDays(whole: LoadedPolicy): Generator<Plant> {
  const { policy } = whole;
  for (const { id, section, rule, model } of placesIn(whole)) {
    const { from, to } = model.force;
    if (to === null || from === to) continue;
    const files = changed(
      whole.files,
      section,
      (file) => void Object.assign(file.rules ?? {}, { [id]: { ...rule, force: { from: to, to: from } } }),
    );
    const asWritten: Policy = {
      ...policy,
      rules: policy.rules.map((each) => (each.id === id ? { ...each, force: { from: to, to: from } } : each)),
    };
    yield {
      kind: 'swapped-bound',
      of: id,
      what: 'days of force',
      files,
      isAt: (finding) => finding.kind === 'swapped-bound' && finding.id === `swapped-bound:${id}`,
      refute: ({ witness: [shown] }) =>
        shown !== undefined &&
        said(asWritten, shown, id)?.status === 'not-in-force' &&
        said(policy, shown, id)?.status !== 'not-in-force'
          ? undefined
          : 'in force as written',
    };
  }
}
