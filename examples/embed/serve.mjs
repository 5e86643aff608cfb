// Serves the page of another site: node examples/embed/serve.mjs PORT ADDRESS-OF-THE-SITE
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port = '8090', site = 'http://127.0.0.1:4322/'] = process.argv.slice(2);
const page = readFileSync(new URL('index.html', import.meta.url), 'utf8').replaceAll('{{site}}', site);

createServer((request, response) => {
  if (request.url !== '/') response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/ shows ${site}`));
