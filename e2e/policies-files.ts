import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../packages/rules/policies');

/** What the site is built from, as its pages must show it. */
export const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
export const lock = JSON.parse(readFileSync(join(folder, 'policies.lock.json'), 'utf8'));

interface Bilingual {
  zh: string;
  en: string;
}
export interface Provision {
  title: Bilingual;
  summary?: Bilingual;
  why?: Bilingual;
  computableWhy?: Bilingual;
  computable?: string;
  reading?: Bilingual | Bilingual[];
  anomalies?: Bilingual[];
  quoteSha256: string | string[];
}
interface Section {
  title: Bilingual;
  summary: Bilingual;
  parameters?: Record<string, { title: Bilingual }>;
  rules?: Record<string, Provision>;
  listed?: Record<string, Provision>;
}

export const versionsOf = (id: string): string[] =>
  readdirSync(join(folder, id, 'releases')).map((name) => name.replace('.json', ''));
export const latestOf = (id: string): string =>
  versionsOf(id)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1) as string;
export const filesOf = (
  id: string,
): { policy: { document: { anomalies?: Bilingual[] } }; sections: Record<string, Section> } =>
  JSON.parse(readFileSync(join(folder, id, 'releases', `${latestOf(id)}.json`), 'utf8'));
export const provisionsOf = (id: string): [string, Provision][] =>
  Object.values(filesOf(id).sections).flatMap(({ rules = {}, listed = {} }) => [
    ...Object.entries(rules),
    ...Object.entries(listed),
  ]);
export const pageOf = (id: string, language = 'zh'): string => `${language === 'zh' ? '/' : '/en/'}policies/${id}/`;

const bySize = [...ids].sort((a, b) => provisionsOf(a).length - provisionsOf(b).length);
export const [smallest = '', largest = ''] = [bySize[0], bySize.at(-1)];

const dist = join(import.meta.dirname, '../site/dist');

/** Bytes of a built file on its way to the visitor. */
export const sizeOf = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;

/** Bytes of the scripts, or of the styles, that a policy's page names. */
export function loadedBy(id: string, kind: 'js' | 'css'): number {
  const html = readFileSync(join(dist, `policies/${id}/index.html`), 'utf8');
  const named = html.matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${kind})"`, 'g'));
  return [...new Set([...named].map(([, path]) => path as string))].reduce((sum, path) => sum + sizeOf(path), 0);
}
