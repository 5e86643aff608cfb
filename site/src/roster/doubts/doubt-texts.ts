import type { Sentence } from '../protocol.ts';

interface DoubtText {
  readonly title: Sentence;
  readonly reason: Sentence;
  readonly suggestion: Sentence;
}

const text = (
  [zhTitle, enTitle]: readonly [string, string],
  [zhReason, enReason]: readonly [string, string],
  [zhSuggestion, enSuggestion]: readonly [string, string],
): DoubtText => ({
  title: { zh: zhTitle, en: enTitle },
  reason: { zh: zhReason, en: enReason },
  suggestion: { zh: zhSuggestion, en: enSuggestion },
});

/** What is said of each doubt; `{n}` is filled in. */
export const doubtTexts = {
  'two-heads': text(
    ['户主多于一人', 'More than one head'],
    ['本户第 {other} 行已有户主', 'Row {other} of this household is a head already'],
    ['请核对与户主关系，或两户是否用了同一户编号', 'Check the relation, or whether two households share an id'],
  ),
  'no-head': text(
    ['没有户主', 'No head'],
    ['本户各行都不是户主', 'No row of this household is its head'],
    ['请核对与户主关系，户主一行可能漏报', 'Check the relations; the row of the head may be missing'],
  ),
  'two-spouses': text(
    ['配偶多于一人', 'More than one spouse'],
    ['本户第 {other} 行已有配偶', 'Row {other} of this household is a spouse already'],
    ['请核对与户主关系', 'Check the relation'],
  ),
  'child-age': text(
    ['子女与户主年龄不符', 'Ages of parent and child'],
    ['子女比户主只小 {years} 岁', 'The child is only {years} {years|year|years} younger than the head'],
    ['请核对出生日期或与户主关系', 'Check the date of birth or the relation'],
  ),
  'parent-age': text(
    ['父母与户主年龄不符', 'Ages of parent and child'],
    ['父母比户主只大 {years} 岁', 'The parent is only {years} {years|year|years} older than the head'],
    ['请核对出生日期或与户主关系', 'Check the date of birth or the relation'],
  ),
  'member-count': text(
    ['人口数与行数不符', 'Count and rows differ'],
    [
      '填报 {count} 人，表中有 {rows} 行',
      '{count} {count|person is|persons are} stated and there {rows|is|are} {rows} {rows|row|rows}',
    ],
    ['请补齐家庭成员，或更正人口数', 'Add the missing members, or correct the count'],
  ),
  'same-name': text(
    ['同户姓名重复', 'Same name twice'],
    ['与本户第 {other} 行姓名相同', 'The name is that of row {other} of the same household'],
    ['请核对是否重复填报', 'Check whether the person was entered twice'],
  ),
  'schooling-no-student': text(
    ['因学致贫而无在校生', 'Schooling as a cause, nobody at school'],
    ['致贫原因为因学，全户无人在校', 'Schooling is a cause of poverty, and nobody is at school'],
    ['请核对在校生状况或致贫原因', 'Check the school stages or the cause'],
  ),
  'illness-nobody-ill': text(
    ['因病致贫而无患者', 'Illness as a cause, nobody ill'],
    [
      '致贫原因为因病，全户无慢性病、大病患者',
      'Illness is a cause of poverty, and nobody is chronically or seriously ill',
    ],
    ['请核对健康状况或致贫原因', 'Check the states of health or the cause'],
  ),
  'disability-nobody-disabled': text(
    ['因残致贫而无残疾人', 'Disability as a cause, nobody disabled'],
    ['致贫原因为因残，全户无残疾人', 'Disability is a cause of poverty, and nobody is disabled'],
    ['请核对健康状况或致贫原因', 'Check the states of health or the cause'],
  ),
  'danger-no-level': text(
    ['危房户没有等级', 'Dangerous house without a grade'],
    ['是危房，未填危房等级', 'The house is dangerous and its grade is not given'],
    ['请补填危房等级（C 级或 D 级）', 'Fill in the grade (C or D)'],
  ),
  'danger-contradicts': text(
    ['危房与等级不符', 'Dangerous house and grade differ'],
    [
      '是否危房与危房等级不符：C、D 级为危房',
      'Whether the house is dangerous and its grade contradict each other: C and D are dangerous',
    ],
    ['请核对鉴定结论', 'Check the survey'],
  ),
  'dibao-contradicts': text(
    ['低保户未纳入低保', 'Class and dibao differ'],
    ['户类型为低保，是否享受低保为“否”', 'The class of household is dibao, and it is said not to receive dibao'],
    ['请与民政名册核对', 'Check against the civil affairs register'],
  ),
  'registered-contradicts': text(
    ['贫困户属性与建档立卡不符', 'Class and registration differ'],
    ['不是建档立卡贫困户，却填有贫困户属性', 'The household is not registered, yet has a class of poor household'],
    ['请核对是否建档立卡', 'Check whether it is registered'],
  ),
  'income-unit': text(
    ['人均收入过小', 'Income too small'],
    ['人均收入不足 100 元，单位可能是万元', 'The income per head is below 100 yuan; the unit may be 10,000 yuan'],
    ['请改为以元为单位', 'Write it in yuan'],
  ),
  'income-total': text(
    ['人均收入过大', 'Income too large'],
    [
      '人均收入超过 10 万元，可能填了全户收入',
      'The income per head is above 100,000 yuan; it may be that of the whole household',
    ],
    ['请核对是否为人均数', 'Check whether it is per head'],
  ),
  'id-length': text(
    ['证件号码位数不对', 'Length of the id number'],
    ['证件号码有 {length} 位，应为 18 位', 'The id number has {length} characters and should have 18'],
    ['请按身份证补正', 'Correct it by the identity card'],
  ),
  'id-characters': text(
    ['证件号码有误', 'Characters of the id number'],
    ['证件号码应为 17 位数字加 1 位数字或 X', 'An id number is 17 digits and one digit or X'],
    ['请按身份证补正', 'Correct it by the identity card'],
  ),
  'id-check-digit': text(
    ['证件号码校验位不对', 'Check digit of the id number'],
    [
      '证件号码最后一位与前 17 位不符，多半有一位抄错',
      'The last character does not follow from the 17 before it; probably one was copied wrongly',
    ],
    ['请按身份证逐位核对', 'Compare it with the identity card'],
  ),
  'id-birth-date': text(
    ['证件号码与出生日期不符', 'Id number and date of birth'],
    ['证件号码中的出生日期与出生日期一栏不同', 'The date of birth in the id number differs from the column'],
    ['请按身份证核对', 'Check it by the identity card'],
  ),
  'id-twice': text(
    ['证件号码重复', 'Id number twice'],
    ['与第 {other} 行证件号码相同', 'The id number is that of row {other}'],
    ['请核对是否重复填报或抄错', 'Check whether the person was entered twice or the number copied wrongly'],
  ),
  'birth-date': text(
    ['出生日期有误', 'Date of birth'],
    [
      '出生日期晚于政策日期，或早于 120 年前',
      'The date of birth is after the policy date, or over 120 years before it',
    ],
    ['请按身份证核对', 'Check it by the identity card'],
  ),
  'school-age': text(
    ['年龄与学段不符', 'Age and school stage'],
    ['{age} 岁，在读{stage}', 'Aged {age}, at stage: {stage}'],
    ['请核对出生日期或在校生状况', 'Check the date of birth or the school stage'],
  ),
  'child-labour': text(
    ['未满 16 岁填为劳动力', 'Under 16 and able to work'],
    ['{age} 岁，填为劳动力或务工', 'Aged {age}, said to be able to work or employed'],
    ['请核对出生日期或劳动能力', 'Check the date of birth or the ability to work'],
  ),
} as const satisfies Readonly<Record<string, DoubtText>>;

export type DoubtCode = keyof typeof doubtTexts;
