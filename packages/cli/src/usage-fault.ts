/** What commander says of a mistake in the usage, and the same in Chinese. */
const chinese: readonly (readonly [said: RegExp, zh: string])[] = [
  [/^unknown option '(.+)'$/, '没有选项 $1'],
  [/^unknown command '(.+)'$/, '没有命令 $1'],
  [/^required option '(.+)' not specified$/, '缺少选项 $1'],
  [/^option '(.+)' argument missing$/, '选项 $1 之后缺少内容'],
  [/^missing required argument '(.+)'$/, '缺少 <$1>'],
  [/^too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)$/, '$1 的参数应为 $2 个，给了 $3 个'],
];

/** One line in both languages, like that of any other problem, from what commander says in English. */
export function usageFault(text: string): string {
  const [said = '', meant] = text.replace(/^error: /, '').split(/\s*\(Did you mean (.+)\?\)/);
  const en = said.trim().replace(/\.$/, '');
  const known = chinese.find(([pattern]) => pattern.test(en));
  const zh = known === undefined ? '用法有误' : `用法有误：${en.replace(...known)}`;
  return meant === undefined
    ? `${zh} | wrong usage: ${en}`
    : `${zh}，是否为 ${meant.replace('one of ', '')}？ | wrong usage: ${en}; did you mean ${meant}?`;
}
