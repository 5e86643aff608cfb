import '../shell/large-type.ts';

/**
 * The script of the site in one file. Every page stands in it as a template; the address says which one is shown:
 * `#/calc/…/household/`.
 */
const scripts: readonly (readonly [page: RegExp, run: () => Promise<unknown>])[] = [
  [/^calc\/[^/]+\/[^/]+\/$/, () => import('../calculator/calculator.ts')],
  [/^roster\/$/, () => import('../roster/page.tsx')],
  [/^card\/$/, () => import('../card/card-page.tsx')],
];

const first = 'calc/';
const shown = pageOf(location.hash);
const template = templateOf(shown) ?? templateOf(first);
document.getElementById('main')?.replaceWith(template?.content.cloneNode(true) ?? '');
document.title = template?.dataset.title ?? document.title;
for (const link of document.querySelectorAll('.shell-nav a')) {
  const leads = pageOf(link.getAttribute('href') ?? '');
  if (leads !== '' && (shown || first).startsWith(leads))
    link.setAttribute('aria-current', shown === leads ? 'page' : 'true');
}
const script = scripts.find(([page]) => page.test(shown));
if (script !== undefined) void script[1]();

// A page's script belongs to one page: another page starts anew.
addEventListener('hashchange', () => {
  const leads = pageOf(location.hash);
  if (leads !== '' && leads !== shown) location.reload();
});
document.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest?.('a');
  const address = link?.getAttribute('href');
  if (!address || event.defaultPrevented) return;
  const leads = pageOf(address);
  const place = address.startsWith('#') ? document.getElementById(address.slice(1)) : null;
  if (place === null && templateOf(leads) === undefined) return;
  event.preventDefault();
  if (place === null) location.hash = `/${leads}`;
  else {
    // The fragment holds the page, so a place on it cannot stand there.
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }
});

function templateOf(path: string): HTMLTemplateElement | undefined {
  const templates = [...document.querySelectorAll<HTMLTemplateElement>('template[data-path]')];
  return templates.find(({ dataset }) => dataset.path === path);
}

/** The page that an address leads to, as links have it (`#/calc/`) or as scripts make it (`./en/calc/`). */
function pageOf(address: string): string {
  if (address === '') return first;
  return /^[#.]?\/(?:en\/)?((?:[a-z0-9-]+\/)+)(?:[?#].*)?$/i.exec(address)?.[1] ?? '';
}
