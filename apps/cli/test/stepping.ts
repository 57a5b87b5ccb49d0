import { ackade, piped } from './ackade.ts';

/** What `step` answers a line with. */
type Answer = {
  tcb: { state: string };
  out: { ctl: string[]; seq: number; ack?: number }[];
  signals: unknown[];
  rule: string;
  timers: unknown[];
  error?: { code: string; message: string; line: number };
};

/** Runs `step` on these lines, objects being written as JSON. */
export async function step(...lines: (object | string)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { exit, stdout } = await ackade(['step'], { stdin: piped(text.join('\n')) });
  const answers = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
  return { exit, answers };
}

export const OPEN = { event: { call: 'OPEN' } };

export const ESTABLISHED = {
  state: 'ESTABLISHED',
  opened: 'active',
  snd: { iss: 100, una: 101, nxt: 101, wnd: 65535, wl1: 301, wl2: 101 },
  rcv: { irs: 300, nxt: 301, wnd: 65535 },
};
