import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mainPages, shellWords } from '../src/words/shell.ts';

/**
 * A Starlight plugin: the guides of the repository become pages. They are written once, in `docs/` at the root, where
 * they read well without the site; here the heading becomes the title, and links between them become addresses.
 */
export function guides() {
  return {
    name: 'guides',
    hooks: {
      'config:setup': ({ astroConfig, addIntegration }) => {
        const root = fileURLToPath(new URL('..', astroConfig.root));
        const content = fileURLToPath(new URL('content/docs', astroConfig.srcDir));
        const base = astroConfig.base.replace(/\/?$/, '/');
        const names = globSync('docs/*.md', { cwd: root }).filter((name) => basename(name) !== 'README.md');
        for (const folder of ['docs', 'en/docs']) rmSync(join(content, folder), { recursive: true, force: true });
        for (const name of names) {
          const file = join(content, `${addressOf(name)}.md`);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, pageOf(name, readFileSync(join(root, name), 'utf8'), { root, base }));
        }
        addIntegration({
          name: 'guides-watch',
          hooks: {
            'astro:config:setup': ({ addWatchFile }) => {
              for (const name of names) addWatchFile(join(root, name));
            },
          },
        });
      },
    },
  };
}

const chinese = /\.zh-CN\.md$/;

/** `docs/records.zh-CN.md` stands at `docs/records`, `docs/records.md` at `en/docs/records`. */
function addressOf(name) {
  return chinese.test(name) ? name.replace(chinese, '') : `en/${name.replace(/\.md$/, '')}`;
}

/**
 * The page of a guide, as Starlight reads it.
 *
 * @param {string} name where it stands in the repository
 * @param {string} text
 * @param {{ root: string, base: string }} place of the repository on disk, and of the site on its host
 */
export function pageOf(name, text, place) {
  const [, title, rest] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
  if (title === undefined) throw new Error(`${name} begins with no heading`);
  // The page has a switch of its own.
  const body = rest.replace(/^\s*\[(?:中文|English)\]\([\w.-]+\.md\)\n/, '');
  const front = { title, description: descriptionOf(body) };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const written = outsideCode(body, (part) => withPages(name, withAddresses(name, joined(name, part), place), place));
  return `---\n${lines.join('\n')}\n---\n${written}`;
}

const link = /\[([^\]]*)\]\([^)]*\)/g;

/**
 * Of the first paragraph the first sentence, and of the others those that lead nowhere and say nothing of the page itself:
 * a description has no links, and stands on other pages.
 */
function descriptionOf(body) {
  const [paragraph = ''] = body.trim().split(/\n\n/);
  const [first, ...others] = withoutBreaks(paragraph)
    .replace(/\s*\n\s*/g, ' ')
    .split(/(?<=[。！？]|[.!?](?=\s))/);
  const sentences = [
    first.replace(link, '$1'),
    ...others.filter((sentence) => sentence.search(link) < 0 && !ofItself.test(sentence)),
  ];
  return wholeSentences(
    sentences.map((sentence) => sentence.replace(/[`*]/g, '')),
    200,
  );
}

const ofItself = /本页|\bthis page\b/i;

/** As many sentences as take no more than so many characters, and the first in any case: none is cut. */
function wholeSentences([first, ...others], most) {
  let said = first;
  for (const sentence of others) {
    if (said.length + sentence.length > most) break;
    said += sentence;
  }
  return said.trim();
}

const mark = '[\\u3001-\\u303f\\uff01-\\uff5e]';
const han = String.raw`\p{Script=Han}`;
// What begins a list, a table, a heading, a quotation or code stays at the beginning of its line.
const block = '[-+>#|\\s]|\\* |\\d+\\. |```|$';
const chineseBreak = new RegExp(
  [`(?<=${mark})\\n[ \\t]*(?!${block})`, `(?<=${han})\\n[ \\t]*(?=${han})`, `(?<=\\S)\\n[ \\t]*(?=${mark})`].join('|'),
  'gu',
);

/** Lines of a Chinese paragraph follow on one another: a browser would show the end of a line as a space. */
const withoutBreaks = (text) => text.replace(chineseBreak, '');

function joined(name, part) {
  if (!chinese.test(name)) return part;
  // A heading ends with its line, and so does the row of a table.
  return part
    .split(/^([#|].*\n)/m)
    .map((piece, place) => (place % 2 === 0 ? withoutBreaks(piece) : piece))
    .join('');
}

/** The bold name of a page of the site leads there. The repository itself has no address for it. */
function withPages(name, part, { base }) {
  const language = chinese.test(name) ? 'zh' : 'en';
  const prefix = base + (language === 'zh' ? '' : 'en/');
  return part.replace(/\*\*([^*\n]+)\*\*/g, (bold, label) => {
    const page = mainPages.find((each) => shellWords[language].pages[each].toLowerCase() === label.toLowerCase());
    return page === undefined ? bold : `[**${label}**](${prefix}${page}/)`;
  });
}

function outsideCode(body, change) {
  return body
    .split(/^((`{3,})[\s\S]*?^\2$)/gm)
    .filter((_, place) => place % 3 !== 2)
    .map((part, place) => (place % 2 === 0 ? change(part) : part))
    .join('');
}

/** Links between guides lead to their pages. A file of the repository has no address here: it is named by its path. */
function withAddresses(name, part, { root, base }) {
  return part.replace(/\[([^\]]*)\]\((?!https?:|#|\/)([^)#\s]+)(#[^)\s]+)?\)/g, (_, label, target, anchor = '') => {
    const path = posix.join(posix.dirname(name), target);
    if (!existsSync(join(root, path))) throw new Error(`${name} links to ${target}, which does not exist`);
    if (path === 'docs/README.md') return `[${label}](${base}${chinese.test(name) ? '' : 'en/'}docs/)`;
    if (/^docs\/[^/]+\.md$/.test(path)) return `[${label}](${base}${addressOf(path)}/${anchor})`;
    if (label.replaceAll('`', '') === path) return `\`${path}\``;
    return chinese.test(name) ? `${label}（\`${path}\`）` : `${label} (\`${path}\`)`;
  });
}
