/** More characters than this do not fit beside others on a phone, and may break: at spaces, and within a word that fills a line. */
const longest = 20;

// `--roster`, `2018-10-01`, `rules/load`: a line would end after the marks within. `{ facts`, `value }`: a bracket would be alone on one.
// A long name is held together too: it may break behind its dots, which a line would not do by itself.
export const optionOrBracket = /(\S*[[{(] \S+(?: [\]})]\S*)*|\S+(?: [\]})]\S*)+|\S*[-/]\S*|\S{21,})/;

const name = /\b[A-Z][A-Z\d]*-\d+\b|\b[a-z]+(?:-[a-z]+)+\b/;
const day = /\b\d{4}-\d\d-\d\d\b|\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\b\d{4}[-—–]\d{4}\b/;
const versions = /\d+(?:\.\d+)+ → \d+(?:\.\d+)+/;
// A Chinese line may end between a number and its unit: 6000元.
const amount = /\d[\d,]*(?:\.\d+)? ?(?:[年月日元户人条项天行列万%]|[kMG]B\b|kW\b)/;
// A list of a choice, in the types of the API reference: `(A | B)[]`.
const listOf = /[)>\]](?:\[\])+/;
export const nameDayOrAmount = new RegExp(
  `(${[name, day, versions, amount, listOf].map(({ source }) => source).join('|')})`,
);

/** Names, options, days and amounts in a text of Markdown are not broken over two lines. Long code breaks at its spaces. */
export function wholeWords() {
  return {
    name: 'whole-words',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'whole-words',
          element: {
            filter: ['code'],
            visit(node, context) {
              if (context.parent(node)?.tagName === 'pre') return;
              const text = context.textContent(node);
              // Code is not broken unless it says so.
              if (text.length <= longest) return;
              const properties = { ...node.properties, className: ['long'] };
              // A single name is held together by what is around it (line-ends).
              const children = isName(text) ? breakable(text) : parted(text, optionOrBracket);
              return { ...node, properties, children };
            },
          },
          text(node, context) {
            if (!nameDayOrAmount.test(node.value) || isCode(node, context)) return;
            context.replaceNode(node, parted(node.value, nameDayOrAmount));
          },
        });
      },
    },
  };
}

/**
 * The text in nodes, with what the pattern finds kept whole: a long word where it fits in a line.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {{ type: string, value?: string, tagName?: string, properties?: { className: string[] }, children?: { type: string, value: string }[] }[]}
 */
export function parted(text, pattern) {
  return text.split(pattern).flatMap((piece, at) => {
    const kept = piece.length <= longest ? 'whole' : piece.includes(' ') ? undefined : 'word';
    if (at % 2 === 1 && kept !== undefined) {
      const children = kept === 'word' ? breakable(piece) : [textOf(piece)];
      return [{ type: 'element', tagName: 'span', properties: { className: [kept] }, children }];
    }
    return piece === '' ? [] : [textOf(piece)];
  });
}

const textOf = (value) => ({ type: 'text', value });

/** A long name, of one word. */
export const isName = (text) => text.length > longest && !/\s/.test(text);

/** It may break behind the marks within. */
function breakable(word) {
  return word
    .split(/(?<=[/._-])(?=\w)/)
    .flatMap((part, at) => [
      ...(at > 0 ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }] : []),
      textOf(part),
    ]);
}

function isCode(node, context) {
  for (let each = context.parent(node); each !== undefined; each = context.parent(each)) {
    if (each.tagName === 'code' || each.tagName === 'pre') return true;
    if (each.type === 'root') return false;
  }
  return false;
}
