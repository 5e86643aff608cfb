import { expect, test } from 'vitest';
import { usageFault } from './usage-fault.ts';

test.each([
  [
    "error: required option '--on <date>' not specified",
    "用法有误：缺少选项 --on <date> | wrong usage: required option '--on <date>' not specified",
  ],
  [
    "error: option '--on <date>' argument missing",
    "用法有误：选项 --on <date> 之后缺少内容 | wrong usage: option '--on <date>' argument missing",
  ],
  [
    "error: missing required argument 'record'",
    "用法有误：缺少 <record> | wrong usage: missing required argument 'record'",
  ],
  [
    "error: too many arguments for 'decide'. Expected 1 argument but got 2.",
    "用法有误：decide 的参数应为 1 个，给了 2 个 | wrong usage: too many arguments for 'decide'. Expected 1 argument but got 2",
  ],
  [
    "error: unknown option '--jsn'\n(Did you mean --json?)",
    "用法有误：没有选项 --jsn，是否为 --json？ | wrong usage: unknown option '--jsn'; did you mean --json?",
  ],
  [
    "error: unknown command 'c'\n(Did you mean one of cite, check?)",
    "用法有误：没有命令 c，是否为 cite, check？ | wrong usage: unknown command 'c'; did you mean one of cite, check?",
  ],
  ['error: something new', '用法有误 | wrong usage: something new'],
])('says %j in Chinese too, in one line', (said, line) => {
  expect(usageFault(said)).toBe(line);
});
