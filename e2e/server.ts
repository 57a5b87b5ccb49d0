import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));

/** The real server in a process of its own, which can be killed and started again. */
export type GameServer = {
  readonly url: string;
  readonly dataDir: string;
  /** The path with which the first instructor makes an account, as it was printed last; empty if there is one. */
  firstLink(): string;
  /** `kill -9`: no goodbye to anybody. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data; resolves when it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

export async function gameServer(): Promise<GameServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ackade-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  let printed = '';

  const server: GameServer = {
    url,
    dataDir,
    firstLink: () => /\/welcome#[\w-]+/.exec(printed)?.[0] ?? '',
    async start() {
      printed = '';
      const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' };
      const started = spawn(process.execPath, [MAIN], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.stdout.on('data', (text: Buffer) => {
          printed += text.toString();
          if (printed.includes('Ackade is ready')) resolve();
        });
        started.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
      });
    },
    async kill() {
      if (!child || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async remove() {
      await server.kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
