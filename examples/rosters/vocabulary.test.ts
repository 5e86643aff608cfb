import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

interface Label {
  as: string;
  ask?: boolean;
}
interface Field {
  zh: string;
  type: string;
  enum?: string;
  items?: { type: string; enum?: string };
  aliases?: string[];
}
interface Model {
  enums: Record<string, { values: { zh: string; blank?: boolean; aliases?: (string | Label)[] }[] }>;
  entities: Record<string, { fields: Field[] }>;
}

const source = new URL('../../../shared/provisions/data-model.yaml', import.meta.url);
const present = existsSync(source);
if (!present && !process.env.CI) console.warn('skipped: the data model is not beside the project');

describe.skipIf(!present && !process.env.CI)('the data model beside the project', () => {
  // The schemas package owns the YAML reader.
  const { parse } = createRequire(new URL('../../packages/schemas/package.json', import.meta.url))('yaml');
  const model: Model = present ? parse(readFileSync(source, 'utf8')) : { enums: {}, entities: {} };
  const fields = ['household', 'person'].flatMap((entity) => model.entities[entity]?.fields ?? []);
  const known = (header: string) => fields.filter((field) => field.zh === header || field.aliases?.includes(header));
  const { data, meta } = Papa.parse<Record<string, string>>(
    readFileSync(new URL('ruyuan-2016.csv', import.meta.url), 'utf8'),
    { header: true, skipEmptyLines: true },
  );
  const headers = (meta.fields ?? []).filter((header) => header !== '数据说明');

  it('is there', () => expect(present).toBe(true));

  it('knows every header but the note 数据说明', () => {
    expect(headers.filter((header) => known(header).length === 0)).toEqual([]);
  });

  it.each(headers)('takes every value under %s without asking', (header) => {
    const cells = new Set(data.map((row) => row[header] ?? ''));
    for (const field of known(header)) {
      const type = field.type === 'list' ? field.items?.type : field.type;
      const split = field.type === 'list' ? [...cells].flatMap((cell) => cell.split('、')) : [...cells];
      const unknown = split.filter(
        (value) => value !== '' && !reads(value, type ?? '', field.enum ?? field.items?.enum),
      );
      expect(unknown).toEqual([]);
    }
  });

  function reads(value: string, type: string, codes: string | undefined): boolean {
    if (type === 'boolean') return value === '是' || value === '否';
    if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
    if (type === 'year' || type === 'months') return /^\d+$/.test(value);
    if (type === 'yuan') return /^\d+\.\d\d$/.test(value);
    if (type !== 'enum') return type === 'text' || type === 'reference';
    const labels = (model.enums[codes ?? '']?.values ?? []).flatMap(({ zh, aliases = [] }) => [zh, ...aliases]);
    return labels.some((label) => (typeof label === 'string' ? label === value : label.as === value && !label.ask));
  }
});
