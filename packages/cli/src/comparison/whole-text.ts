import type { Difference } from '@jingzhun/rules/compare';
import type { Bilingual, RuleFile } from '@jingzhun/schemas';
import { conditionText } from '../wording/condition-text.ts';
import { formulaText } from '../wording/formula-text.ts';
import type { PolicyWords } from '../wording/policy-words.ts';
import { kindLabels, partLabels } from '../wording/rule-words.ts';
import type { BothWords } from './difference-text.ts';
import { dueText, entityLabel, forceText, outcomeValue, spokenOf } from './part-value.ts';

type Data = Readonly<Record<string, unknown>>;

/** What was added or taken away as a whole, in a few lines. */
export function wholeLines({ of, change, before, after }: Difference, words: PolicyWords): string[] {
  const added = change === 'added';
  const value = (added ? after : before) as Data;
  const say = words.say.bind(words);
  const told = (zh: string, en: string, more = ''): string => {
    const [verb, done] = added ? ['新增', 'added'] : ['取消', 'removed'];
    return say({
      zh: `${verb}${zh}${more === '' ? '' : `：${more}`}`,
      en: `${en} ${done}${more === '' ? '' : `: ${more}`}`,
    });
  };
  switch (of) {
    case 'rule':
      return [told('此项规定', 'Provision'), ...ruleLines(value as unknown as RuleFile, words)];
    case 'condition':
      return [told('共用条件', 'Shared condition', conditionText(value as never, words))];
    case 'fact':
      return [told('推算项', 'Derived fact', formulaText(value.formula, words))];
    case 'parameter':
      return [told('推算的参数', 'Derived parameter', formulaText(value.formula, words))];
    case 'listed':
      return [told('仅列出的规定', 'Provision that is only listed')];
    case 'section':
      return [told('此部分', 'Section')];
    default:
      return [
        told('版本', 'Release', `${value.version} (${value.date})`),
        ...[value.changes as Bilingual[]].flat().map(say),
      ];
  }
}

/** A group of rules that exclude or follow each other: the rules by their titles, or another reason for the group. */
export function groupLines(before: unknown, after: unknown, words: BothWords): string[] {
  const say = (text: Bilingual): string => words.after.say(text);
  const [old, now] = [before, after] as [Group | undefined, Group | undefined];
  if (old !== undefined && now !== undefined) {
    return [say({ zh: `理由改为：${now.why.zh}`, en: `reason is now: ${now.why.en}` })];
  }
  const titles = (group: Group, side: PolicyWords): string =>
    group.rules.map((id) => side.ruleTitle(id)).join(say({ zh: '、', en: ', ' }));
  if (now !== undefined) {
    const named = titles(now, words.after);
    return [say({ zh: `新增一组：${named}（${now.why.zh}）`, en: `group added: ${named} (${now.why.en})` })];
  }
  const named = old === undefined ? '' : titles(old, words.before);
  return [say({ zh: `取消一组：${named}`, en: `group removed: ${named}` })];
}

interface Group {
  readonly rules: readonly string[];
  readonly why: Bilingual;
}

function ruleLines(rule: RuleFile, words: PolicyWords): string[] {
  const about = spokenOf(rule);
  const line = (key: string, text: string): string =>
    words.say({ zh: `${partLabels[key]?.zh}：${text}`, en: `${partLabels[key]?.en}: ${text}` });
  const condition = (key: 'scope' | 'when' | 'delivered'): string[] =>
    rule[key] === undefined ? [] : [line(key, conditionText(rule[key], words, about))];
  const outcomes = (['grant', 'require', 'state'] as const).flatMap((key) =>
    [rule[key] ?? []].flat().map((outcome) => {
      const title = outcome.title === undefined ? '' : `${words.say(outcome.title)} `;
      return line(key, `${title}${outcomeValue(outcome, words, about)}`);
    }),
  );
  const items = (rule.items ?? []).map((item) =>
    line('items', `${words.say(item.title)}: ${conditionText(item.when, words, about)}`),
  );
  return [
    line('kind', words.say(kindLabels[rule.kind] ?? { zh: rule.kind, en: rule.kind })),
    line('subject', entityLabel(rule.subject, words)),
    ...(rule.force === undefined ? [] : [line('force', forceText(rule.force, words))]),
    ...condition('scope'),
    ...condition('when'),
    ...items,
    ...(rule.due === undefined ? [] : [line('due', dueText(rule.due, words))]),
    ...outcomes,
    ...condition('delivered'),
  ];
}
