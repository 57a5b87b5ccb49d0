/** Every scenario in every weather: it ends, and TCP keeps its promise where the connection survives. */
import { ENDPOINTS, RST } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { draw, KINDS, SCENARIOS, WEATHER_LIMIT, WEATHERS } from '../src/index.ts';
import { drawing } from './play.ts';
import { give, owing, seated, type Table, wake } from './simulate.ts';

const STORMS = 150;
const LONGEST = 1000;

function stormy(id: string, seed: number): Table {
  const table = seated(id, 'full', seed);
  const any = <T>(list: readonly T[], n: number): T => list[draw(seed, n, list.length)] as T;
  for (let n = 0; n < 1 + draw(seed, 0, WEATHER_LIMIT); n++) {
    const weather = {
      what: any(WEATHERS, 10 * n + 1),
      from: any(ENDPOINTS, 10 * n + 2),
      kind: any(KINDS, 10 * n + 3),
    };
    give(table, { type: 'weather', by: 'client', weather });
  }
  const choose = drawing(Array.from({ length: 20 }, (_, n) => draw(seed, 200 + n, 60)));
  for (let n = 0; table.match.phase !== 'over'; n++) {
    if (n > LONGEST) throw new Error(`seed ${seed} does not end`);
    const who = owing(table.match);
    const at = who[draw(seed, 300 + n, Math.max(1, who.length))];
    if (at) give(table, { type: 'move', lag: 0, seat: at, move: choose(table.match, at) });
    else wake(table);
  }
  return table;
}

describe.each(SCENARIOS.map((s) => s.id))('%s', (id) => {
  it('ends in any weather, and loses no octet of a connection that lives', () => {
    for (let seed = 0; seed < STORMS; seed++) {
      const { match } = stormy(id, seed);
      const { ends, rows } = match.world;
      expect(match.mistakes).toEqual([]);
      const cut = rows.some(
        (r) =>
          (r.kind === 'sent' && r.segment.ctl & RST) ||
          (r.kind === 'timeout' && r.timer === 'user') ||
          (r.kind === 'call' && r.line.call === 'CRASH'),
      );
      if (cut) continue;
      expect([ends.client.received, ends.server.received], `seed ${seed}`).toEqual([
        ends.server.stream.length,
        ends.client.stream.length,
      ]);
      for (const e of ENDPOINTS)
        expect(ends[e].tcb.state, `seed ${seed}`).toBe(match.world.scenario.ends[e]);
    }
  });
});
