import type { Verdict } from '@ackade/observer';
import type { Io } from './command.ts';

/** A ladder wider than this is harder to read, not easier. */
const WIDEST = 120;
const USUAL = 80;

/** Columns for a ladder: those of the terminal, else 80. */
export const columnsOf = ({ stdout }: Io): number => Math.min(stdout.columns ?? USUAL, WIDEST);

/** FORCE_COLOR and NO_COLOR (https://no-color.org) decide; else whether it is a terminal. */
function wantsColor({ stdout, env }: Io): boolean {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '' } = env;
  if (force !== '') return force !== '0' && force !== 'false';
  return no === '' && stdout.isTTY === true;
}

/** What switches a colour on and off (ECMA-48, SGR). */
const COLORS: Readonly<Record<Verdict, readonly [on: number, off: number]>> = {
  ok: [32, 39],
  retransmission: [33, 39],
  'stacks-differ': [36, 39],
  unknown: [2, 22],
  violation: [31, 39],
};

/** Colours text by its verdict, or leaves it as it is. */
export function painterFor(io: Io): (verdict: Verdict, text: string) => string {
  if (!wantsColor(io)) return (_, text) => text;
  return (verdict, text) => {
    const [on, off] = COLORS[verdict];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
