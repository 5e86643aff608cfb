/** More columns do not fit on a phone, nor does a word of more characters beside another column, nor a wider first column. */
const most = 2;
const longWord = /[!-~]{21}/;
const widest = 16;

/**
 * Code and tables of Markdown pages can be wider than the screen and scroll by themselves: the keyboard must reach them
 * to scroll them. Cells of wide tables say the name of their column, which a phone shows before them (stacked.css).
 */
export function scrollable() {
  return {
    name: 'scrollable',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'scrollable',
          element: {
            filter: ['pre', 'table'],
            visit(node, context) {
              if (node.tagName === 'pre') return context.setProperty(node, 'tabIndex', 0);
              const [head, ...rows] = rowsOf(node);
              const columns = childrenOf(head).map((cell) => context.textContent(cell));
              const cells = rows
                .flatMap((row) => [...childrenOf(row).entries()])
                .map(([place, cell]) => ({ place, cell, text: context.textContent(cell).trim() }));
              const stacked =
                columns.length > most ||
                cells.some(({ place, text }) => longWord.test(text) || (place === 0 && widthOf(text) > widest));
              for (const { place, cell, text } of stacked ? cells : []) {
                if (text === '' || text === '-') context.setProperty(cell, 'className', ['none']);
                else if (place > 0) context.setProperty(cell, 'data-label', columns[place]);
              }
              return {
                type: 'element',
                tagName: 'div',
                properties: { class: stacked ? 'docs-table stacked' : 'docs-table', tabIndex: 0 },
                children: [node],
              };
            },
          },
        });
      },
    },
  };
}

/** In characters of the Latin script: a Chinese one is twice as wide. */
const widthOf = (text) => text.replace(/[\u2e80-\uffff]/gu, '  ').length;
const childrenOf = (node) => node.children.filter(({ type }) => type === 'element');
const rowsOf = (table) => childrenOf(table).flatMap(childrenOf);
