/** Both languages of the site run from left to right: code need not say so, hundreds of times on a page. */
export function oneDirection() {
  return {
    name: 'one-direction',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'one-direction',
          element: {
            filter: ['code', 'pre'],
            visit(node, context) {
              if (node.properties?.dir !== undefined) context.setProperty(node, 'dir', null);
            },
          },
        });
      },
    },
  };
}
