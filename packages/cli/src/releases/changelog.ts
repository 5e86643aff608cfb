import type { PolicyFiles } from '@jingzhun/rules/load';
import type { ReleaseChange, ReleaseFile } from '@jingzhun/schemas';

const kinds = {
  first: { zh: '首次发布', en: 'first release' },
  amendment: { zh: '修订：规定有变', en: 'amendment: the law changed' },
  correction: { zh: '更正：原先编码有误', en: 'correction: it had been encoded wrongly' },
};

/** What each release of a policy changed, the latest first, in Markdown. */
export function changelog({ policy }: PolicyFiles): string {
  const { zh, en } = policy.document.title;
  const releases = policy.releases.toReversed().map(releaseText);
  return `# ${policy.id}\n\n${zh}\n\n${en}\n\n${releases.join('\n')}`;
}

function releaseText({ version, date, kind, changes }: ReleaseFile): string {
  const words = kinds[kind ?? 'first'];
  const lines = (Array.isArray(changes) ? changes : [changes]).map(changeText);
  return `## ${version} (${date})\n\n${words.zh} · ${words.en}\n\n${lines.join('')}`;
}

function changeText({ zh, en, provisions = [], parameters = [], from, to }: ReleaseChange): string {
  const period = from === undefined ? [] : [to === undefined ? `${from} →` : `${from} – ${to}`];
  const named = [...provisions, ...parameters].map((name) => `\`${name}\``).join(', ');
  return [`- ${[...period, zh].join(' ')}`, `  ${en}`, ...(named === '' ? [] : [`  ${named}`]), ''].join('\n');
}
