/** Code of a text of Markdown is not searched: an answer would show it in pieces, as if it were sentences. */
export function unsearchedCode() {
  return {
    name: 'unsearched-code',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'unsearched-code',
          element: {
            filter: ['pre'],
            visit(node, context) {
              context.setProperty(node, 'dataPagefindIgnore', '');
            },
          },
        });
      },
    },
  };
}
