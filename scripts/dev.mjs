// npm run dev: the server on PORT (3000), rebuilt and restarted when a source changes, and the web
// client with reload on port 5173, which hands everything else on to the server. Ctrl-C ends all.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root } from './child.mjs';
import { build, checkNode, install } from './prepare.mjs';

checkNode();
await install();
await build();

const { PORT = '3000' } = process.env;
const children = [
  runPrefixed('build', [
    'node_modules/typescript/bin/tsc',
    '-b',
    'apps/server',
    '--watch',
    '--preserveWatchOutput',
  ]),
  runPrefixed('server', ['--watch', '--watch-preserve-output', 'apps/server/dist/main.js']),
];
const web = await serveWeb();

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
for (const child of children) child.once('exit', end);

async function end() {
  for (const child of children) child.kill();
  await web.close();
  process.exit();
}

function runPrefixed(name, args) {
  const env = { ...process.env, PORT };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`[${name}] ${line}`));
  }
  return child;
}

async function serveWeb() {
  const webPackage = new URL('../apps/web/package.json', import.meta.url);
  const { createLogger, createServer } = await import(
    pathToFileURL(createRequire(webPackage).resolve('vite')).href
  );
  const target = `http://127.0.0.1:${PORT}`;
  const server = await createServer({
    root: `${root}apps/web`,
    customLogger: createLogger('info', { prefix: '[web]' }),
    server: {
      proxy: { '/api': target, '/docs': target, '/socket.io': { target, ws: true } },
    },
  });
  await server.listen();
  server.printUrls();
  return server;
}
