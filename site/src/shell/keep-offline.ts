import { base } from '../language.ts';

/** Keeps the site for use without network, once the page itself is there; not in a frame, nor while it is being worked on. */
if (import.meta.env.PROD && self === top && navigator.serviceWorker) {
  addEventListener('load', () => {
    navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' }).catch(() => {
      // Storage is full or switched off: the page works all the same, with the network.
    });
  });
}
