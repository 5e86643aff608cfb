import { usersIn } from '@jingzhun/rules/compare';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual, ConditionLeaf, RuleFile } from '@jingzhun/schemas';
import { figureValue } from '../policies/figure-value.ts';
import { inMeasure } from '../policies/in-measure.ts';
import { conditionText } from './difference-lines.ts';
import { type Editable, editables } from './editable.ts';
import type { FigureView } from './views.ts';
import type { Voices } from './voices.ts';

/** The figures of a policy that can be changed, in words: those that give households and persons something come first. */
export function figureViews({ files, policy }: LoadedPolicy, day: string, voices: Voices): FigureView[] {
  const users = usersIn(files);
  const giving = new Set(
    policy.rules.flatMap(({ id, kind, asks }) =>
      (kind === 'entitlement' || kind === 'incentive') && asks.some((each) => each === 'household' || each === 'person')
        ? [id]
        : [],
    ),
  );
  const views = editables(files, day).map((each): FigureView => {
    const rules = each.of === 'rule' ? [each.name] : users('parameter', each.name);
    const { of, name, path, type } = each;
    const value = valueOn(each, day);
    const said = figureSaid(each, files, voices);
    return {
      of,
      name,
      path,
      type,
      key: JSON.stringify([of, name, path]),
      title: said.title,
      section: `${files.sections[each.section]?.title[voices.language] ?? ''}`,
      clause: each.clause,
      unit: type === 'date' ? '' : voices.unitName(each.unit, said.counted),
      values: each.values.map(({ from, to, value: own }) => ({
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        shown: said.value(own),
      })),
      current: value,
      rules: rules.map((id) => voices.rule(id)),
      gives: rules.some((id) => giving.has(id)),
    };
  });
  return [...views.filter(({ gives }) => gives), ...views.filter(({ gives }) => !gives)];
}

interface FigureSaid {
  readonly title: string;
  /** What it counts. */
  readonly counted: Bilingual;
  value(value: number | string): string;
}

/** What a figure is called, and how a value of it is written. */
export function figureSaid(each: Editable, { sections }: LoadedPolicy['files'], voices: Voices): FigureSaid {
  const rule = sections[each.section]?.rules?.[each.name];
  const counted = countedBy(each, voices, rule);
  return {
    title: titleOf(each, voices, rule),
    counted,
    value: (value) => shownOf(each, value, counted, voices),
  };
}

/** The name that says what a figure counts: of its parameter, of the fact that it is held against, or of its outcome. */
function countedBy({ of, name, path, leaf }: Editable, voices: Voices, rule: RuleFile | undefined): Bilingual {
  const plain = (text: string): Bilingual => ({ zh: text, en: text });
  if (leaf !== undefined) return plain(voices.after.describe.fact(leaf.fact));
  return (of === 'parameter' ? voices.parameter(name) : outcomeOf(rule, path))?.title ?? plain('');
}

/** A value as people write it: a year without a comma, an amount with its unit. */
function shownOf({ type, unit, leaf }: Editable, value: number | string, title: Bilingual, { after }: Voices): string {
  if (type === 'date') return String(value);
  return leaf === undefined
    ? figureValue(value, { title, unit }, after)
    : inMeasure(after.describe.value(leaf.fact, value), title[after.language], after.language);
}

export const valueOn = ({ values }: Editable, day: string): number | string => {
  const found = values.findLast(({ from = '' }) => from <= day) ?? values[0];
  return (found as Editable['values'][number]).value;
};

/** `大学助学金`, `小学助学金 · 初中`, `光伏收入：人均可支配收入低于 …`: the value itself stands beside it. */
function titleOf(each: Editable, voices: Voices, rule: RuleFile | undefined): string {
  const { of, name, path, leaf, values } = each;
  const { words, language } = voices;
  if (of === 'parameter') {
    const file = voices.parameter(name);
    const title = file?.title[language] ?? name;
    const by = file !== undefined && 'by' in file ? file.by : undefined;
    return path.length === 0 || by === undefined
      ? title
      : `${title} · ${voices.after.describe.value(by, String(path[0]))}`;
  }
  const colon = language === 'zh' ? '：' : ': ';
  const title = `${voices.rule(name)}${colon}`;
  const value = values[0]?.value;
  if (leaf !== undefined && value !== undefined) {
    const condition = { ...leaf, value } as ConditionLeaf;
    const text = conditionText(condition, voices.after, voices, voices.about(name));
    return title + text.replace(shownOf(each, value, countedBy(each, voices, rule), voices), '…');
  }
  const [part = ''] = path;
  const outcome = part === 'due' ? undefined : outcomeOf(rule, path);
  return `${title}${outcome?.title?.[language] ?? words.parts[part] ?? part}`;
}

function outcomeOf(rule: RuleFile | undefined, [part, place]: Editable['path']) {
  const outcomes = [rule?.[part as 'grant' | 'require' | 'state'] ?? []].flat();
  return typeof place === 'number' ? outcomes[place] : outcomes[0];
}
