/** More characters than this do not fit beside others on a phone, and may break. */
const longest = 20;

/** A short name or option in a text of Markdown is not broken over two lines: `--against` would break after its dashes. */
export function wholeCode() {
  return {
    name: 'whole-code',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'whole-code',
          element: {
            filter: ['code'],
            visit(node, context) {
              if (context.parent(node)?.tagName === 'pre' || context.textContent(node).length > longest) return;
              context.setProperty(node, 'className', ['whole']);
            },
          },
        });
      },
    },
  };
}
