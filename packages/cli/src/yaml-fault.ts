import type { ErrorCode, YAMLParseError } from 'yaml';

/** What each kind of fault of the YAML itself is in Chinese: the parser says it in English. */
const chinese: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_ALIAS: '* 之后的锚点写法不对',
  BAD_DQ_ESCAPE: '双引号中的 \\ 写法不对',
  BAD_INDENT: '缩进不对，或前面的括号没有写完',
  BAD_SCALAR_START: '文本不能以此符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行中有两个冒号：含冒号的文本请加引号，或检查缩进',
  DUPLICATE_KEY: '同一处有两个相同的键',
  MISSING_CHAR: '缺少冒号、逗号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键和冒号要写在同一行，或前面的引号、括号没有写完',
  TAB_AS_INDENT: '缩进只能用空格，不能用制表符',
  UNEXPECTED_TOKEN: '此处有多余的符号',
};

/** A fault of the YAML itself in both languages, with its column. */
export function yamlFault({ code, message }: YAMLParseError, column: number): { zh: string; en: string } {
  const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  const zh = chinese[code];
  return {
    zh: `YAML 写法有误${zh === undefined ? '' : `：${zh}`}（第 ${column} 列）`,
    en: `the YAML cannot be read: ${said} (column ${column})`,
  };
}
