/** The server as its users run it: a process of its own, which can be watched from outside, and killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));
const STALLS = new URL('stalls.mjs', import.meta.url).href;
/** Between two looks at whether it listens, ms. */
const LOOK = 5;
/** Linux counts the time of processes in hundredths of a second, ms. */
const TICK = 10;

export type ServerProcess = {
  readonly url: string;
  /** From the start of the process until it answered, ms. */
  readonly took: number;
  /** What the process has used so far, ms of one core. */
  cpu(): Promise<number>;
  /** What of it is in memory now, MB. */
  memory(): Promise<number>;
  /** For how long its event loop has stood still at most since this was last asked, ms. */
  stall(): Promise<number>;
  /** `SIGTERM`: in good order. Resolves when the process is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
};

/** Starts a server that keeps its data in `folder`; resolves as soon as it answers. */
export async function startServer(folder: string, port: number): Promise<ServerProcess> {
  const started = performance.now();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    LOG_LEVEL: 'fatal',
  };
  const child = spawn(process.execPath, ['--import', STALLS, MAIN], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const orphaned = (): boolean => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error('the server did not start');
    await delay(LOOK);
  }
  return {
    url,
    took: performance.now() - started,
    async cpu() {
      // The name of the process, which may hold anything, ends with the last bracket.
      const fields = (await read(child, 'stat')).split(') ')[1]?.split(' ') ?? [];
      return TICK * (Number(fields[11]) + Number(fields[12]));
    },
    async memory() {
      return Number(/VmRSS:\s+(\d+) kB/.exec(await read(child, 'status'))?.[1]) / 1024;
    },
    async stall() {
      child.send('stall');
      const [ms] = await once(child, 'message');
      return ms;
    },
    async end(signal) {
      const gone = once(child, 'exit');
      process.off('exit', orphaned);
      child.kill(signal);
      await gone;
    },
  };
}

const read = ({ pid }: ChildProcess, file: string): Promise<string> =>
  readFile(`/proc/${pid}/${file}`, 'utf8');

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
