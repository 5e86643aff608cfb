// Part of the service worker. A new version takes over as soon as all of it is here, and answers the next page. Pages
// that are open may still load scripts of the old one: those are kept until the version after. Their names hold a
// digest, so that no page can be given those of another.
self.addEventListener('install', (event) => {
  if (self.registration.active) event.waitUntil(keepScripts());
});

async function keepScripts() {
  await caches.delete('last-version');
  const kept = await caches.open('last-version');
  for (const name of await caches.keys()) {
    if (!name.includes('precache')) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.includes('/_astro/')) continue;
      const answer = await cache.match(request);
      if (answer) await kept.put(request, answer);
    }
  }
}
