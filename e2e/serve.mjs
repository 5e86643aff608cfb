// Serves a folder of built pages, as a plain static host would: node e2e/serve.mjs FOLDER PORT
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const [folder = 'site/dist', port = '4322'] = process.argv.slice(2);
const root = resolve(folder);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

async function fileFor(url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(root, path.endsWith(sep) ? join(path, 'index.html') : path);
  if (!file.startsWith(root + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

createServer(async (request, response) => {
  const file = await fileFor(request.url ?? '/').catch(() => undefined);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': types['.html'] });
    createReadStream(join(root, '404.html'))
      .on('error', () => response.end('not found'))
      .pipe(response);
    return;
  }
  const type = types[extname(file)];
  const packed = type !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': type ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    // Files whose names hold their digest never change.
    'cache-control': file.includes(`${sep}_astro${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(packed && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
  });
  const content = createReadStream(file);
  if (packed) content.pipe(createGzip()).pipe(response);
  else content.pipe(response);
}).listen(Number(port), '127.0.0.1', () => {
  console.log(`${root} on http://127.0.0.1:${port}/`);
});
