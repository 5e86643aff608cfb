import { chineseRuns } from '../src/chinese-runs.ts';

const english = /\/content\/docs\/en\//;

/** Chinese words in English guides and in the English API reference say that they are Chinese. */
export function chineseInEnglish() {
  return {
    name: 'chinese-in-english',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'chinese-in-english',
          text(node, context) {
            if (!english.test(context.fileURL?.pathname ?? '')) return;
            const runs = chineseRuns(node.value);
            if (!runs.some(({ chinese }) => chinese)) return;
            context.replaceNode(node, runs.map(nodeOf));
          },
        });
      },
    },
  };
}

function nodeOf({ text, chinese }) {
  const value = { type: 'text', value: text };
  if (!chinese) return value;
  return { type: 'element', tagName: 'span', properties: { lang: 'zh-CN' }, children: [value] };
}
