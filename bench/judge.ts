/**
 * How fast is a capture judged? Times whole commands on the same file, turn by turn: `ackade judge --json`
 * against `tshark -T fields`, which decodes the same fields and judges nothing. Prints medians, their ratio,
 * and the memory that judging takes for captures of growing size.
 *
 *   npm run bench:judge [-- megabytes [rounds]]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCapture } from './capture.ts';
import { median } from './median.ts';

const ACKADE = fileURLToPath(new URL('../apps/cli/bin/ackade.mjs', import.meta.url));
const FIELDS = ['frame.number', 'ip.src', 'ip.dst', 'tcp.srcport', 'tcp.dstport', 'tcp.flags'];
const NUMBERS = ['tcp.seq_raw', 'tcp.ack_raw', 'tcp.window_size_value', 'tcp.len'];
/** Makes a Node process say, when it ends, how much memory it had at most, in kilobytes. */
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>console.error('maxRSS '+process.resourceUsage().maxRSS))`;

const megabytes = Number(process.argv[2] ?? 100);
const rounds = Number(process.argv[3] ?? 5);

const folder = await mkdtemp(join(tmpdir(), 'ackade-bench-'));
try {
  const file = join(folder, 'capture.pcap');
  await writeCapture(file, megabytes, 1);
  const judge = (path: string) => [process.execPath, ACKADE, 'judge', '--json', path];
  const tshark = [
    'tshark',
    '-r',
    file,
    '-T',
    'fields',
    ...[...FIELDS, ...NUMBERS].flatMap((f) => ['-e', f]),
  ];
  const judged: number[] = [];
  const decoded: number[] = [];
  for (let i = 0; i < rounds; i++) {
    judged.push(await seconds(judge(file)));
    decoded.push(await seconds(tshark));
  }
  const memory: Record<string, number> = {};
  for (const share of [0.25, 0.5, 1]) {
    const part = join(folder, `part-${share}.pcap`);
    await writeCapture(part, megabytes * share, 1);
    memory[`${megabytes * share} MB`] = await peakMegabytes(judge(part));
  }
  console.log(
    JSON.stringify({
      megabytes,
      rounds,
      judgeSeconds: median(judged),
      tsharkSeconds: median(decoded),
      timesAsFast: median(decoded.map((d, i) => d / (judged[i] ?? d))),
      peakMemoryMB: memory,
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function seconds(command: readonly string[]): Promise<number> {
  const begin = performance.now();
  await ended(await start(command));
  return (performance.now() - begin) / 1000;
}

async function peakMegabytes([node = '', ...rest]: readonly string[]): Promise<number> {
  const child = await start([node, '--import', TELL_MEMORY, ...rest]);
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  await ended(child);
  return Math.round(Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024);
}

/** With its output thrown away by the system, as a pipe to us would be part of what is measured. */
async function start([program = '', ...rest]: readonly string[]): Promise<ChildProcess> {
  const nowhere = await open('/dev/null', 'w');
  const child = spawn(program, rest, { stdio: ['ignore', nowhere.fd, 'pipe'] });
  child.on('close', () => void nowhere.close());
  return child;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stderr?.resume();
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`)),
    );
  });
}
