/**
 * Code and tables of Markdown pages can be wider than the screen and scroll by themselves: the keyboard must reach them
 * to scroll them.
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
              if (node.tagName === 'pre') context.setProperty(node, 'tabIndex', 0);
              else
                return {
                  type: 'element',
                  tagName: 'div',
                  properties: { class: 'docs-table', tabIndex: 0 },
                  children: [node],
                };
            },
          },
        });
      },
    },
  };
}
