// Says whether this device has all of the site's files.
import { say as fill } from '../calculator/say.ts';

const state = document.getElementById('kept-state');
let begun = false;

if (state) {
  const words: Record<string, string> = JSON.parse(state.dataset.words ?? '{}');
  const say = (key: string, values: Readonly<Record<string, string>> = {}): void => {
    state.textContent = fill(words[key] ?? '', values);
  };

  const look = async (): Promise<void> => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration === undefined) return begun ? say('none') : undefined;
    if (registration.active === null) return say('partly');
    const { files, bytes } = await kept();
    say('kept', { files: String(files), size: (bytes / 1e6).toFixed(1) });
  };

  if (!('serviceWorker' in navigator && 'caches' in self)) say('unsupported');
  else {
    look();
    // Keeping begins once the page has loaded.
    addEventListener('load', () =>
      setTimeout(() => {
        begun = true;
        look();
      }, 3000),
    );
    navigator.serviceWorker.addEventListener('controllerchange', look);
    navigator.serviceWorker.ready.then(look);
  }
}

async function kept(): Promise<{ files: number; bytes: number }> {
  const requests = (await Promise.all((await caches.keys()).map((name) => contents(name)))).flat();
  return { files: requests.length, bytes: requests.reduce((sum, size) => sum + size, 0) };
}

async function contents(name: string): Promise<number[]> {
  const cache = await caches.open(name);
  const answers = await cache.matchAll();
  return Promise.all(answers.map(async (answer) => (await answer.blob()).size));
}
