/**
 * Names and numbers of people as they may stand on a screen or a printed page: enough to find the row, too little to copy.
 */

/**
 * A name by its first character.
 *
 * @example
 * maskName('张三丰') // '张*'
 */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}*`;
}

/**
 * A number of identity, telephone or account by its first three and last two characters; a short one by its last two.
 *
 * @example
 * maskNumber('99012319900101001X') // '990*************1X'
 */
export function maskNumber(number: string): string {
  const characters = [...number.trim()];
  const { length } = characters;
  if (length <= 2) return '*'.repeat(length);
  const shown = length < 8 ? 0 : 3;
  return characters.map((each, place) => (place < shown || place >= length - 2 ? each : '*')).join('');
}

/** Digits that look like an identity card, a bank card or a telephone, wherever they stand. */
const longNumber = /(?<![\d.])\d{11,19}[Xx]?(?![\d.])/g;

/** A text with the long numbers in it masked. */
export const maskNumbersIn = (text: string): string => text.replace(longNumber, maskNumber);

const nameFields: ReadonlySet<string> = new Set([
  'person.name',
  'household.headName',
  'household.assignedCadre',
  'household.contactPartyMember',
  'household.socialPartner',
]);
const numberFields: ReadonlySet<string> = new Set(['person.idNumber', 'person.id', 'household.id']);
/** What a column without a known field holds, by its header. */
const nameHeaders = /姓名|户主$|名字|联系人|责任人|\bname\b/i;
const numberHeaders = /身份证|证件|电话|手机|卡号|账号|帐号|\b(id|phone|account|card)\b/i;

/**
 * The value of a cell, masked if the column holds names or numbers of people.
 *
 * @example
 * maskCell('合成0001甲', 'person.name', '姓名') // '合*'
 * maskCell('因病', 'household.povertyCauses', '致贫原因') // '因病'
 */
export function maskCell(text: string, field: string | null, header: string): string {
  if (field !== null) {
    if (nameFields.has(field)) return maskName(text);
    if (numberFields.has(field)) return maskNumber(text);
    return maskNumbersIn(text);
  }
  if (numberHeaders.test(header)) return maskNumber(text);
  if (nameHeaders.test(header)) return maskName(text);
  return maskNumbersIn(text);
}
