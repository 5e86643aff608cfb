import { combinationsOf, mostInByte } from './keys.ts';
import type { ClassVector } from './vectors.ts';

/**
 * Puts together those who look at much the same classes, so that their key is made once: the widest first, and each with the
 * first group in which it adds no combinations, or so few that the key still is a byte.
 */
export function grouped<Member extends { readonly inputs: readonly ClassVector[] }>(
  members: readonly Member[],
): { readonly inputs: readonly ClassVector[]; readonly members: readonly Member[] }[] {
  const widest = members.toSorted((a, b) => combinationsOf(b.inputs) - combinationsOf(a.inputs));
  const groups: { inputs: ClassVector[]; members: Member[] }[] = [];
  for (const member of widest) {
    const joined = groups.find((group) => {
      const more = member.inputs.filter((input) => !group.inputs.includes(input));
      return more.length === 0 || combinationsOf([...group.inputs, ...more]) <= mostInByte;
    });
    if (joined === undefined) groups.push({ inputs: [...member.inputs], members: [member] });
    else {
      joined.inputs.push(...member.inputs.filter((input) => !joined.inputs.includes(input)));
      joined.members.push(member);
    }
  }
  return groups;
}
