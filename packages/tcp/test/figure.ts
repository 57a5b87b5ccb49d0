import { expect } from 'vitest';
import { type Segment, step, type Tcb, type TcpEvent } from '../src/index.ts';
import { segment, text } from './notation.ts';

/** What the RFC writes in brackets beside a state, as events; anything else in brackets is a remark. */
const EVENTS: Readonly<Record<string, TcpEvent>> = {
  Open: { call: 'OPEN', mode: 'active' },
  Listen: { call: 'OPEN', mode: 'passive' },
  'Send 10': { call: 'SEND', len: 10 },
  Close: { call: 'CLOSE' },
  '2 MSL': { timeout: 'time-wait' },
  RTO: { timeout: 'retransmission' },
};

const LINE =
  /^\s*\d+\.\s+(?<a>[^<>.]*?)\s*(?:(?<left>-->|<--|\.\.\.)\s+(?<segment><\S+>)\s+(?<right>-->|<--|\.\.\.)|\|)\s*(?<b>.*)$/;

type Name = 'a' | 'b';
type Ends = Record<Name, { tcb: Tcb; owed: Segment[] }>;

/**
 * Plays two endpoints along a figure printed in the RFC's way: `-->` and `<--` on both sides carry a
 * segment across; `...` on one side leaves it in the network or takes it out again. Events stand in
 * brackets before the state which the line ends in. Gives what is still owed at the end.
 */
export function replay(a: Tcb, b: Tcb, figure: string): Record<Name, string[]> {
  const ends: Ends = { a: { tcb: a, owed: [] }, b: { tcb: b, owed: [] } };
  const flying: string[] = [];
  const happen = (at: Name, event: TcpEvent): void => {
    const { tcb, out } = step(ends[at].tcb, event);
    ends[at] = { tcb, owed: [...ends[at].owed, ...out] };
  };
  for (const line of figure.trim().split('\n')) {
    const parts = LINE.exec(line)?.groups;
    if (!parts) throw new Error(`not a line of a figure: ${line}`);
    const column = (name: Name): string => parts[name] ?? '';
    for (const at of ['a', 'b'] as const)
      for (const [, remark = ''] of column(at).matchAll(/\(([^)]*)\)/g)) {
        const event = EVENTS[remark];
        if (event) happen(at, event);
      }
    const { segment: sent, left, right } = parts;
    if (sent) {
      const from: Name = left === '-->' || right === '-->' ? 'a' : 'b';
      const [near, far] = from === 'a' ? [left, right] : [right, left];
      if (near === '...') {
        const at = flying.indexOf(sent);
        if (at >= 0) flying.splice(at, 1);
        else expect(column('a'), `nobody sent ${sent}`).toContain('(duplicate)');
      } else {
        const owed = ends[from].owed.shift();
        expect(owed && text(owed), line).toBe(sent);
      }
      if (far === '...') flying.push(sent);
      else happen(from === 'a' ? 'b' : 'a', { segment: segment(sent) });
    }
    for (const at of ['a', 'b'] as const) {
      const state = column(at)
        .replace(/\([^)]*\)/g, '')
        .trim();
      if (state) expect(ends[at].tcb.state, line).toBe(state);
    }
  }
  expect(flying).toEqual([]);
  return { a: ends.a.owed.map(text), b: ends.b.owed.map(text) };
}
