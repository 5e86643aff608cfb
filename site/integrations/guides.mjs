import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  return `---\n${lines.join('\n')}\n---\n${outsideCode(body, (part) => withAddresses(name, part, place))}`;
}

function descriptionOf(body) {
  const [first = ''] = body.trim().split(/\n\n/);
  const plain = first
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s*\n\s*/g, (_gap, at, whole) => (/[\u3000-\uffef]/.test(whole[at - 1] ?? '') ? '' : ' '));
  return plain.length > 160 ? `${plain.slice(0, 159)}…` : plain;
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
