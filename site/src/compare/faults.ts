import type { Problem } from '@jingzhun/schemas';
import type { Language } from '../language.ts';
import type { Fault } from './views.ts';
import type { Edit, WhatIf } from './what-if.ts';

/** What the loader says of a change, each at the field that it is about. */
export function faultsOf(problems: readonly Problem[], { edits }: WhatIf, language: Language): Fault[] {
  const colon = language === 'zh' ? '：' : ': ';
  const faults = problems.map((problem): Fault => {
    const { path } = problem;
    const place = path === 'from' ? 'from' : edits.findIndex((edit) => isAbout(path, edit));
    const own = place === -1 ? null : place;
    // Elsewhere than at a field it has to say where.
    return { place: own, text: own === null && path !== '' ? path + colon + problem[language] : problem[language] };
  });
  return faults.filter(
    ({ place, text }, index) => faults.findIndex((each) => each.place === place && each.text === text) === index,
  );
}

/** A fault of a rule that was changed in several places is told at the first. */
function isAbout(path: string, { of, name }: Edit): boolean {
  const holder = `${of === 'parameter' ? 'parameters' : 'rules'}.${name}`;
  return path === holder || path.startsWith(`${holder}.`);
}
