// Writes the service worker of a folder of built pages anew, as publishing it again would: node … FOLDER
import { pathToFileURL } from 'node:url';
import { offline } from '../site/integrations/offline.mjs';

const [folder] = process.argv.slice(2);
const { hooks } = offline();
hooks['astro:config:done']({ config: { base: '/' } });
await hooks['astro:build:done']({ dir: pathToFileURL(`${folder}/`), logger: { info() {}, warn: console.error } });
