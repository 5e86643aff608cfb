const number = /^-?\d{1,15}(\.\d+)?$/;

/** Between the entries of a list. A comma may also group thousands, so numbers use the others and blanks. */
const between = /[、,，;；\s]+/;

/** Full-width digits and separators of thousands are read; all else goes on as it is and is reported. */
export function numberFrom(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  return number.test(plain) ? Number(plain) : text;
}

/** A day in its usual spellings as yyyy-mm-dd: 20170901, 2017/9/1, 2017年9月1日. All else goes on as it is and is reported. */
export function dateFrom(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (parts === null) return text;
  const [, year, month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Several days; "无", "none" and 0 are none. Undefined where one of them is no day. */
export function daysFrom(text: string): readonly string[] | undefined {
  const days = partsOf(text).map(dateFrom);
  return days.every(isDay) ? days : undefined;
}

/** A year of four digits, also where 年 follows it. Undefined for all else: -7 and 16 are numbers, but no years. */
export function yearFrom(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/年$/, '');
  return /^[1-9]\d{3}$/.test(plain) ? Number(plain) : undefined;
}

/** Several years; "无", "none" and 0 are none. Undefined where one of them is no year. */
export function yearsFrom(text: string): readonly number[] | undefined {
  const years = partsOf(text).map(yearFrom);
  return years.every((each) => each !== undefined) ? years : undefined;
}

function partsOf(text: string): string[] {
  return /^(0|无|没有|none)$/i.test(text.trim()) ? [] : text.split(between).filter((part) => part !== '');
}
