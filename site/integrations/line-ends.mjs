import { linePieces } from '../src/line-pieces.ts';
import { isName } from './whole-words.mjs';

const english = /\/content\/docs\/en\//;
const wbr = { type: 'element', tagName: 'wbr', properties: {}, children: [] };

/**
 * Where lines of a text of Markdown may end: Chinese headings between words; before code that begins with a mark, which would
 * take along the character before it; not between a long name in code and the mark behind it; and in the first cell of a row
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
              const [mark = ''] = after?.type === 'text' ? (closing.exec(after.value) ?? []) : [];
              if (mark !== '') context.replaceNode(after, { type: 'text', value: after.value.slice(mark.length) });
              const held = mark === '' ? [] : [{ type: 'text', value: mark }];
              context.wrapNode(node, {
                type: 'element',
                tagName: 'span',
                properties: { className: ['word'] },
                children: held,
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

const closing = /^[\p{Pe}\p{Pf}、。，；：？！,.;:?!]+/u;

/** Whether a line may end between a text and code: before a mark it would not by itself. */
export function mayEndBefore(text, code) {
  return /[\p{Script=Han}、，；：。）”]$/u.test(text) && /^[-.?]/.test(code);
}

/** A short heading fits on any line and stays whole. */
export function inWords(heading) {
  if (heading.length <= 8) return [heading];
  const pieces = [];
  for (const piece of linePieces(heading)) {
    // json-rules-engine comes in five pieces.
    if (/[\w-]$/.test(pieces.at(-1) ?? '') && /^[\w-]/.test(piece)) pieces.push(pieces.pop() + piece);
    else pieces.push(piece);
  }
  return pieces;
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
