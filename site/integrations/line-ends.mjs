import { linePieces } from '../src/line-pieces.ts';
import { closing, opening } from '../src/marks-beside.ts';
import { isName } from './whole-words.mjs';

const english = /\/content\/docs\/en\//;
const wbr = { type: 'element', tagName: 'wbr', properties: {}, children: [] };

/**
 * Where lines of a text of Markdown may end: Chinese headings between words; before code that begins with a mark, which would
 * take along the character before it; not between a long name in code and the marks beside it; and in the first cell of a row
 * between a name in code and what it is called.
 */
export function lineEnds() {
  return {
    name: 'line-ends',
    hooks: {
      'astro:config:setup': ({ config }) => {
        config.markdown.processor.options.hastPlugins.push({
          name: 'line-ends',
          element: {
            filter: ['code', 'td'],
            visit(node, context) {
              if (node.tagName === 'td') return parted(node, context);
              const { tagName, children } = context.parent(node);
              if (tagName === 'pre') return;
              const text = context.textContent(node);
              const at = context.indexOf(node);
              const [before, after] = [children[at - 1], children[at + 1]];
              if (before?.type === 'text' && mayEndBefore(before.value, text)) context.insertBefore(node, wbr);
              if (!isName(text)) return;
              const [open] = before?.type === 'text' ? (opening.exec(before.value) ?? []) : [];
              const [close] = after?.type === 'text' ? (closing.exec(after.value) ?? []) : [];
              if (open !== undefined) context.replaceNode(before, textOf(before.value.slice(0, -open.length)));
              if (close !== undefined) context.replaceNode(after, textOf(after.value.slice(close.length)));
              context.replaceNode(node, {
                type: 'element',
                tagName: 'span',
                properties: { className: ['word'] },
                children: [
                  ...(open === undefined ? [] : [textOf(open)]),
                  node,
                  ...(close === undefined ? [] : [textOf(close)]),
                ],
              });
            },
          },
          text(node, context) {
            if (english.test(context.fileURL?.pathname ?? '') || !/^h[1-6]$/.test(context.parent(node)?.tagName))
              return;
            const pieces = inWords(node.value);
            if (pieces.length > 1) {
              context.replaceNode(
                node,
                pieces.flatMap((value, at) => (at === 0 ? [{ type: 'text', value }] : [wbr, { type: 'text', value }])),
              );
            }
          },
        });
      },
    },
  };
}

const textOf = (value) => ({ type: 'text', value });

/** Whether a line may end between a text and code: before a mark it would not by itself. */
export function mayEndBefore(text, code) {
  return /[\p{Script=Han}、，；：。）”]$/u.test(text) && /^[-.?]/.test(code);
}

/** A short heading fits on any line and stays whole. */
export function inWords(heading) {
  return heading.length <= 8 ? [heading] : linePieces(heading);
}

/** `gap` 缺口: the name, and on a line of its own what it is called. */
function parted(cell, context) {
  const first = context.parent(cell).children.findIndex(({ type }) => type === 'element');
  if (context.indexOf(cell) !== first || !isNamed(cell.children)) return;
  context.insertBefore(cell.children.at(-1), { type: 'element', tagName: 'br', properties: {}, children: [] });
}

export function isNamed(children) {
  const last = children.at(-1);
  const names = children.slice(0, -1);
  return (
    last?.type === 'text' &&
    /^ \p{Script=Han}/u.test(last.value) &&
    names.some(({ tagName }) => tagName === 'code') &&
    names.every(({ tagName, value }) => tagName === 'code' || value === '、')
  );
}
