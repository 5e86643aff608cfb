import { expect, test } from 'vitest';
import { conditionName } from './condition-name.ts';

const en = (item: string, fact: string): string => conditionName(item, fact, ': ');
const zh = (item: string, fact: string): string => conditionName(item, fact, '：');

test('a part of a rule that says what the fact is called inside its chain is named alone', () => {
  expect(en('the village has a roster', 'Village: Has a roster')).toBe('The village has a roster');
  expect(en('cadres stationed in the village', 'Cadres are stationed')).toBe('Cadres stationed in the village');
  expect(en('a town linked', 'A town is linked')).toBe('A town is linked');
  expect(en('standing deputy head: mayor', 'Leading group: standing deputy head')).toBe('Standing deputy head: mayor');
  expect(zh('婴儿死亡率不高于全省', '主要健康指标·婴儿死亡率')).toBe('婴儿死亡率不高于全省');
  expect(zh('2017年度计划', '年度计划（年份）')).toBe('2017年度计划');
});

test('a list names several, and a single word too much, to say which is meant', () => {
  expect(en('housing, income and health verified', 'Dates of verification: income')).toBe(
    'Housing, income and health verified: Dates of verification: income',
  );
  expect(en('growth of 7% a year', 'Period: Year')).toBe('Growth of 7% a year: Period: Year');
  expect(zh('核实居住、收入、健康', '核实日期·收入')).toBe('核实居住、收入、健康：核实日期·收入');
  expect(en('roster set up, files kept', 'Duties done: roster set up, files kept')).toBe('Roster set up, files kept');
});

test('whose a fact is goes without saying where the part says it', () => {
  expect(en('household plan of 2016', 'Household: Years with an annual plan')).toBe(
    'Household plan of 2016: Years with an annual plan',
  );
  expect(en('county library', 'County or district: Culture facilities')).toBe('County library: Culture facilities');
  expect(zh('本村', '村·通达客车')).toBe('本村：通达客车');
  expect(zh('政策已讲到户', '村·政策宣传')).toBe('政策已讲到户：村·政策宣传');
});

test('a chain that begins with the part says both, and one that ends with it is called by the part', () => {
  expect(zh('教育', '教育·适用')).toBe('教育·适用');
  expect(en('education', 'Education: is applicable')).toBe('Education: is applicable');
  expect(zh('组织指导乡镇', '县级职责完成情况·组织指导乡镇')).toBe('组织指导乡镇');
});

test('one of several ways that a part names is not the part', () => {
  expect(zh('已招标或政府采购', '已招标')).toBe('已招标或政府采购：已招标');
  expect(en('a household that has left poverty is out', 'Has left poverty')).toBe(
    'A household that has left poverty is out',
  );
});

test('a part that says what the fact says, with small words and in another order, is told by the fact alone', () => {
  expect(zh('已登记本户意愿', '本户意愿已登记')).toBe('本户意愿已登记');
  expect(zh('贫困村有登记表', '贫困村登记表')).toBe('贫困村登记表');
  expect(zh('有帮扶措施', '帮扶措施数')).toBe('帮扶措施数');
  expect(zh('资金受到监督检查', '资金已受监督检查')).toBe('资金已受监督检查');
  expect(zh('已登记发展需求', '本户意愿已登记')).toBe('已登记发展需求：本户意愿已登记');
  expect(en('responsibility letter signed', 'Has signed its responsibility letter')).toBe(
    'Has signed its responsibility letter',
  );
  expect(en("has a farmers' library", 'Has a farmers’ library')).toBe('Has a farmers’ library');
  expect(en('the money is inspected', 'The money has been inspected')).toBe('The money has been inspected');
});

test('what a part says in other words, with whose it is, the fact says alone', () => {
  expect(zh('本户有责任人', '已明确帮扶责任人')).toBe('已明确帮扶责任人');
  expect(zh('户有措施', '本户有帮扶措施')).toBe('本户有帮扶措施');
  expect(zh('有户档案', '建档立卡（户档案）')).toBe('建档立卡（户档案）');
  expect(zh('信息已更新', '户·信息更新日期')).toBe('户·信息更新日期');
  expect(en('it is entered in the computer', 'Has its file entered in the computer')).toBe(
    'Has its file entered in the computer',
  );
  expect(en('every person has measures', 'Every registered member has measures')).toBe(
    'Every registered member has measures',
  );
  expect(en('this village', 'Has tap water')).toBe('This village: Has tap water');
});

test('a part that says more than the fact is told by its own name, unless it says the contrary', () => {
  expect(zh('已跟踪审计', '已审计')).toBe('已跟踪审计');
  expect(en('the village was told', 'Has been told of the policy')).toBe('Has been told of the policy');
  expect(en('the county has a poverty task', 'Has a poverty-alleviation task')).toBe('The county has a poverty task');
  expect(zh('没有查出四种违规', '查出违规')).toBe('没有查出四种违规：查出违规');
  expect(en('poor villages not left out', 'Left out')).toBe('Poor villages not left out: Left out');
  expect(en('infant mortality not above the province', 'Indicators: Infant mortality')).toBe(
    'Infant mortality not above the province',
  );
});

test('one of several things that a fact names is told with the fact', () => {
  expect(zh('县级图书馆', '县级图书馆、文化馆')).toBe('县级图书馆：县级图书馆、文化馆');
  expect(zh('投向村、户或项目', '投向村、户或项目')).toBe('投向村、户或项目');
});
