/** More characters than this do not fit beside others on a phone, and may break: at spaces, and within a word that fills a line. */
const longest = 20;

// `--roster`, `2018-10-01`, `rules/load`: a line would end after the marks within. `{ facts`, `value }`: a bracket would be alone on one.
export const optionOrBracket = /(\S*[[{(] \S+(?: [\]})]\S*)*|\S+(?: [\]})]\S*)+|\S*[-/]\S*)/;
// A Chinese line may end between a number and its unit: 6000元.
export const nameDayOrAmount = /(\b[A-Z][A-Z\d]*-\d+\b|\b\d{4}-\d\d-\d\d\b|\d[\d,]*(?:\.\d+)?[年月日元户人条项天%])/;

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
              return { ...node, properties, children: parted(text, optionOrBracket) };
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
    const value = { type: 'text', value: piece };
    const kept = piece.length <= longest ? 'whole' : piece.includes(' ') ? undefined : 'word';
    if (at % 2 === 1 && kept !== undefined) {
      return [{ type: 'element', tagName: 'span', properties: { className: [kept] }, children: [value] }];
    }
    return piece === '' ? [] : [value];
  });
}

function isCode(node, context) {
  for (let each = context.parent(node); each !== undefined; each = context.parent(each)) {
    if (each.tagName === 'code' || each.tagName === 'pre') return true;
    if (each.type === 'root') return false;
  }
  return false;
}
