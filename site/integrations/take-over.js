// Part of the service worker. A new version waits as long as pages of the old one are open, for their scripts may
// still need files that only the old one has. When the only open page goes elsewhere, nothing is left of the old
// version: the new one takes over, and answers.
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || event.request.method !== 'GET' || !self.registration.waiting) return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const pages = await self.clients.matchAll({ type: 'window' });
  const { waiting } = self.registration;
  if (pages.length < 2 && waiting) {
    waiting.postMessage({ type: 'SKIP_WAITING' });
    // Asked again at once, the new version answers.
    return new Response('', { headers: { refresh: '0', 'content-type': 'text/html; charset=utf-8' } });
  }
  const address = new URL(request.url);
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  return (await caches.match(address.href, { ignoreSearch: true })) ?? fetch(request);
}
