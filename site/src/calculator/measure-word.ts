/** Chinese counts each kind of thing by a word of its own; these are named by the last word of what is counted. */
const counted: Readonly<Record<string, readonly string[]>> = {
  项: ['项目', '产业', '产品', '主业', '措施', '工作', '任务', '职责', '政策', '承诺', '权益', '技能', '技术', '提升'],
  份: ['文书'],
  件: ['异议'],
  级: ['层级'],
  对: ['结对'],
  步: ['步骤'],
};

const bracketed = /（[^（）]*）$/;

const said = /([项笔类条年次份件家])数）?$/;

/**
 * The word that counts what a number is named for, where it is not the common 个: named in the name itself, or usual for
 * its last word. What stands in brackets behind the name is no part of it.
 *
 * @example
 * measureWord('每村产业项目数') // '项'
 * measureWord('支出笔数') // '笔'
 * measureWord('教学点数') // undefined
 */
export function measureWord(name: string): string | undefined {
  const own = said.exec(name)?.[1];
  if (own !== undefined) return own;
  const thing = name.replace(bracketed, '').replace(/数$/, '').replace(bracketed, '');
  return Object.keys(counted).find((word) => counted[word]?.some((last) => thing.endsWith(last)));
}
