import type { Cause, Impact, ParameterValue } from '@jingzhun/rules/impact';
import type { Bilingual } from '@jingzhun/schemas';
import type { ImpactLabels } from './impact-labels.ts';

const plain: Readonly<Record<string, Bilingual>> = {
  added: { zh: '新增的规定', en: 'a new provision' },
  removed: { zh: '取消的规定', en: 'a provision taken away' },
  'enters-force': { zh: '开始生效', en: 'enters force' },
  'leaves-force': { zh: '不再有效', en: 'is no longer in force' },
  outcomes: { zh: '给付或要求有变', en: 'what it gives or requires differs' },
  asks: { zh: '对象有变', en: 'whom it is about differs' },
  kind: { zh: '性质有变', en: 'its kind differs' },
  scope: { zh: '适用范围有变', en: 'whom it applies to differs' },
  when: { zh: '条件有变', en: 'its condition differs' },
  items: { zh: '检查项有变', en: 'its checklist differs' },
  due: { zh: '期限有变', en: 'its due date differs' },
  delivered: { zh: '兑现的判断有变', en: 'how receipt is judged differs' },
};

/** Why a rule may come out otherwise, in a few words. */
export function causeText(
  cause: Cause,
  labels: ImpactLabels,
  { before, after }: Pick<Impact, 'before' | 'after'>,
): string {
  switch (cause.what) {
    case 'parameter':
      return parameterText(cause, labels);
    case 'fact':
      return labels.say({
        zh: `“${labels.fact(cause.fact)}”的取值或推算有变`,
        en: `how “${labels.fact(cause.fact)}” is read or derived differs`,
      });
    case 'day': {
      const days = (side: Impact['before']): string =>
        side.on === side.assessedOn ? side.on : `${side.on}（${side.assessedOn}）`;
      return labels.say({
        zh: `规定未变，判定的日期不同：${days(before)} → ${days(after)}`,
        en: `the same provision on another day: ${days(before)} → ${days(after)}`,
      });
    }
    default:
      return labels.say(plain['part' in cause ? cause.part : cause.what] ?? { zh: '有变', en: 'differs' });
  }
}

function parameterText(
  { parameter, before, after }: Extract<Cause, { readonly what: 'parameter' }>,
  labels: ImpactLabels,
): string {
  const { title, unit, by } = labels.parameter(parameter);
  const shown = (value: ParameterValue | undefined): string =>
    typeof value === 'number' ? labels.amount(value, unit) : typeof value === 'string' ? value : '—';
  if (!isTable(before) || !isTable(after))
    return `${title}${labels.say({ zh: '：', en: ': ' })}${shown(before)} → ${shown(after)}`;
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (code) => before[code] !== after[code],
  );
  const each = codes.map((code) => `${labels.value(by ?? '', code)} ${shown(before[code])} → ${shown(after[code])}`);
  return `${title}${labels.say({ zh: '：', en: ': ' })}${each.join(labels.say({ zh: '、', en: ', ' }))}`;
}

const isTable = (value: ParameterValue): value is Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null;
