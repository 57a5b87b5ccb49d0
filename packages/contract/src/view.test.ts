import {
  type Command,
  decide,
  type Event,
  evolve,
  HINTS,
  type LEVELS,
  type Match,
  replayOf,
  SCENARIOS,
  viewFor,
  wakesAt,
} from '@ackade/game';
import { ENDPOINTS } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  Done,
  Replay,
  RowView,
  refusal,
  SERVER_EVENTS,
  Update,
  Verdict,
  ViewHead,
} from './index.ts';

const person = (name: string) => ({ name, token: name, player: null });
const NOISE = [0, 4, 17, 19, 63].map(
  (ctl) => ({ kind: 'send', ctl, seq: 4711, ack: 1, len: 0, wnd: 0, state: null }) as const,
);

/** A match that the bot plays against somebody who tries everything wrong before leaving it the seat. */
function* matchesOf(
  scenario: string,
  level: (typeof LEVELS)[number],
): Generator<[Match, number, Event[]]> {
  let match = null as Match | null;
  let now = 0;
  const give = (command: Command): Event[] => {
    const decision = decide(match, command, now);
    if ('refusal' in decision) return [];
    match = decision.events.reduce<Match | null>(evolve, match);
    return [...decision.events];
  };
  const seats = { client: person('Ada'), server: 'bot' } as const;
  const terms = { id: 'm', code: 'K7M4QX', mode: 'solo', scenario, level, seed: 5 } as const;
  give({ ...terms, type: 'create', race: null, seats });
  const step = (command: Command): [Match, number, Event[]] => {
    const events = give(command);
    if (!match) throw new Error('no match');
    return [match, now, events];
  };
  yield step({ type: 'connect', seat: 'client', absent: [] });
  now = 3000;
  yield step({ type: 'tick' });
  for (const move of NOISE) yield step({ type: 'move', lag: 0, seat: 'client', move });
  for (const _ of HINTS) yield step({ type: 'hint', seat: 'client' });
  const weather = { what: 'duplicate', from: 'server', kind: 'any' } as const;
  yield step({ type: 'weather', by: 'client', weather });
  yield step({ type: 'disconnect', seat: 'client' });
  yield step({ type: 'call-bot', seat: 'server' });
  for (let m: Match | null = match; m && m.phase !== 'over'; m = match) {
    now = Math.max(now, wakesAt(m) ?? 0);
    yield step({ type: 'tick' });
  }
  yield step({ type: 'rematch', seat: 'client' });
}

const reads = (schema: z.ZodType, value: unknown): void => {
  const wire: unknown = JSON.parse(JSON.stringify(value));
  expect(schema.parse(wire)).toEqual(wire);
};

describe.each(SCENARIOS.flatMap(({ id, levels }) => levels.map((level) => [id, level] as const)))(
  'whatever happens in %s at %s goes over the wire whole',
  (id, level) => {
    it('views, rows and verdicts', () => {
      let over = false;
      for (const [match, now, events] of matchesOf(id, level)) {
        over = match.phase === 'over';
        for (const seat of ENDPOINTS) {
          const { rows, ...view } = viewFor(match, seat, now);
          reads(ViewHead, view);
          for (const row of rows) reads(RowView, row);
          const replay = replayOf(match);
          if (replay) reads(Replay, replay);
          reads(SERVER_EVENTS.update, { version: 1, view, from: 0, rows });
          for (const event of events)
            if (event.type === 'moved') {
              reads(Verdict, event.verdict);
              const update = { version: 1, view, from: 0, rows };
              reads(Done, { update, verdict: event.verdict });
            }
        }
      }
      expect(over).toBe(true);
    });
  },
);

describe('the server’s events', () => {
  it('dismiss with a refusal', () => reads(SERVER_EVENTS.dismissed, refusal('taken-over')));
  it('count rows from 0', () => expect(Update.shape.from.safeParse(-1).success).toBe(false));
});
