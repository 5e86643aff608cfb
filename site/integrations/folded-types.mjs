/** Characters of a type that are read at a glance, and how many of a longer one are shown before it is opened. */
const longest = 120;
const shown = 48;

const reference = /\/content\/docs\/(en\/)?api\//;

/** Types that fill a screen by themselves are folded in the tables of the API reference: their beginning stays. */
export function foldedTypes() {
  return {
    name: 'folded-types',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'folded-types',
          element: {
            filter: ['td'],
            visit(node, context) {
              if (!reference.test(context.fileURL?.pathname ?? '')) return;
              const text = context.textContent(node).trim();
              if (text.length <= longest || isSentence(text) || !startsAsType(node)) return;
              const summary = element('summary', [element('code', [{ type: 'text', value: beginning(text) }])]);
              return { ...node, children: [element('details', [summary, ...node.children])] };
            },
          },
        });
      },
    },
  };
}

/** What a description says of code may begin with code, but it ends as a sentence. */
const isSentence = (text) => /[.。]$/.test(text);

/** Descriptions are sentences: code or a mark of the language begins a type. */
const startsAsType = ({ children: [first] }) =>
  first?.tagName === 'code' || (first?.type === 'text' && /^\s*([{([|]|readonly\b)/.test(first.value));

const beginning = (text) => `${text.slice(0, text.lastIndexOf(' ', shown))} …`;

const element = (tagName, children) => ({ type: 'element', tagName, properties: {}, children });
