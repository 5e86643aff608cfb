import type { JingzhunError } from '@jingzhun/schemas/problem';
import { unusable } from './unusable.ts';

export function unknownRelease(id: string, release: string, known: readonly string[]): JingzhunError {
  const versions = known.join(', ');
  return unusable(
    'unknown-release',
    `${id} 没有版本 ${short(release)}，现有：${versions}`,
    `${id} has no release ${short(release)}; there is ${versions}`,
    { path: '--release' },
  );
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export async function unknownPolicy(id: string, known: readonly string[], path = ''): Promise<JingzhunError> {
  const { nearestName } = await import('@jingzhun/schemas');
  const meant = nearestName(id, new Map(known.map((name) => [name, name])));
  const list = known.join(', ');
  return unusable(
    'unknown-policy',
    `没有政策 ${short(id)}${meant === undefined ? '；' : `，是否为 ${meant}？`}现有：${list}`,
    `there is no policy ${short(id)}${meant === undefined ? '; there are' : `; did you mean ${meant}? There are`}: ${list}`,
    { path },
  );
}
