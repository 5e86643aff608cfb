import { type Bilingual, fieldOf, shapeFieldOf } from '@jingzhun/schemas';

/** English says of who has a thing that he has it, of papers that they are drawn up; not of what has been done. */
const having = /^(?:has|keeps|holds|wants|is willing)\b|\bdrawn up$/;

/** What a plan, a paper, a place or a wish is called by last in Chinese. */
const things =
  /(?:方案|规划|计划|办法|细则|制度|民约|依据|清单|登记表|登记簿|记录卡|手册|日记|台账|任务书|时间表|施工图|档案|平台|系统|中心|文化站|文化馆|图书馆|活动室|卫生室|书屋|工程|保险|岗位|意愿|愿望|情况)$/;

/** Words at the beginning that already say whether it is so. */
const verbs = /^(?:[已有无未通建可]|记(?!录)|参加|纳入|符合|完成|需要|落实)/;

/**
 * Whether a Chinese name is that of a thing alone, without a verb: who is asked about it says whether there is one, not
 * whether it is so. What stands in brackets behind the name is no part of it.
 *
 * @example
 * isThing('镇（总体）实施方案') // true
 * isThing('责任书已签订') // false
 */
export function isThing(zh: string): boolean {
  const bare = zh.replace(/（[^（）]*）$/, '');
  return things.test(bare) && !verbs.test(bare);
}

/** Whether a field of yes and no asks in Chinese if there is a thing. Keys of a record are asked as the record is. */
export function isHad(name: string): boolean {
  const field = fieldOf(name) ?? shapeFieldOf(name);
  if (field?.type !== 'boolean') return false;
  const outer = fieldOf(name.split('.').slice(0, -1).join('.'));
  return isHadAs(outer?.keys === undefined ? field : outer);
}

const isHadAs = ({ zh, en }: Bilingual): boolean => having.test(en) && isThing(zh);
