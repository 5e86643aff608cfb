import type { PolicyText, RuleModel } from '@jingzhun/rules';
import type { PaymentMeasure } from '../protocol-payments.ts';

/** Names are compared without regard to width, white space, case, punctuation and a unit at the end. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}【】《》“”"'·,，、。.:：;；_-]+/g, '');

/** For each measure of a list, the rule whose name it is; a rule whose name holds it, or is held in it, is a proposal. */
export function matchMeasures(
  counts: ReadonlyMap<string, number>,
  rules: readonly RuleModel[],
  text: PolicyText,
): readonly PaymentMeasure[] {
  const ids = new Set(rules.map(({ id }) => id));
  const named = text.sections
    .flatMap(({ provisions }) => provisions)
    .filter(({ id }) => ids.has(id))
    .map(({ id, title }) => ({ id, names: [id, title.zh, title.en].map(plain) }));
  return [...counts].map(([measure, count]) => {
    const sought = plain(measure);
    const exact = named.filter(({ names }) => names.includes(sought));
    if (exact.length === 1) return { text: measure, count, rule: exact[0]?.id ?? null, certain: true };
    const near = named.filter(({ names }) => sought.length > 1 && names.some((name) => isPart(name, sought)));
    return { text: measure, count, rule: near.length === 1 ? (near[0]?.id ?? null) : null, certain: false };
  });
}

const isPart = (name: string, sought: string): boolean => name.includes(sought) || sought.includes(name);
