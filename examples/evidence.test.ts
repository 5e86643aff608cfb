import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../docs/evidence', import.meta.url));
const pages = ['README.md', 'README.zh-CN.md'];

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w.-])\d[\d,]*(?:\.\d+)?(?![\w-])/g)].map(([number]) => number.replace(/,/g, ''));

interface Section {
  readonly title: string;
  readonly numbers: readonly string[];
  /** Every number in the files that the section links to. */
  readonly known: ReadonlySet<string>;
}

/** Figures stand in the text; commands, names and the days of a run are none. */
function sectionsOf(page: string): Section[] {
  const text = readFileSync(join(folder, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return text.split(/^## /m).map((section) => {
    const links = [...section.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => join(folder, path));
    const files = links.filter((path) => statSync(path).isFile() && !pages.some((each) => path.endsWith(each)));
    const plain = section.replace(/\]\([^)]*\)|`[^`]*`|\d{4}-\d\d-\d\d|\b[a-z]+-\d{4}\b/g, ' ');
    return {
      title: section.split('\n')[0] ?? '',
      numbers: numbersIn(plain),
      known: new Set(files.flatMap((path) => numbersIn(readFileSync(path, 'utf8').replace(/_(?=\d)/g, '')))),
    };
  });
}

describe('the pages of evidence', () => {
  it.each(pages)('%s links to every report', (page) => {
    const text = readFileSync(join(folder, page), 'utf8');
    const reports = readdirSync(folder).filter((name) => name.endsWith('.md') && !pages.includes(name));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.filter((name) => !text.includes(`](${name})`))).toEqual([]);
  });

  it.each(pages)('%s gives no figure that the reports and tests it links to have not', (page) => {
    const strange = sectionsOf(page).flatMap(({ title, numbers, known }) =>
      numbers.filter((number) => !known.has(number)).map((number) => `${title}: ${number}`),
    );
    expect(strange).toEqual([]);
  });

  it('give the same figures in both languages, section by section', () => {
    const [en = [], zh = []] = pages.map(sectionsOf);
    expect(zh.map(({ numbers }) => numbers.toSorted())).toEqual(en.map(({ numbers }) => numbers.toSorted()));
    expect(en.flatMap(({ numbers }) => numbers).length).toBeGreaterThan(50);
  });
});
