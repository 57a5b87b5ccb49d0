import { ACK, ENDPOINTS, type Endpoint, FIN, type Passage, SYN } from '@ackade/tcp';
import {
  createWorld,
  fire,
  keepSilent,
  maySilently,
  nextAlarm,
  type Option,
  optionsOf,
  runApplications,
  SCENARIOS,
  type Scenario,
  settle,
  transmit,
  type World,
  withTurns,
} from '../src/index.ts';

const situation = (
  id: string,
  start: Scenario['start'],
  script: Scenario['script'],
  link: readonly Passage[] = [],
): Scenario => ({
  id,
  rfc: '',
  start,
  script,
  link,
  skills: [],
  levels: ['flags', 'numbers'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
});

const [, close, conversation] = SCENARIOS;
const lose = (from: Endpoint, ctl: number, nth = 1): readonly Passage[] => [
  { from, ctl, nth, transit: [] },
];

/** The catalogue, and situations beyond it in which more is owed at once. */
export const SITUATIONS: readonly Scenario[] = [
  ...SCENARIOS,
  situation('simultaneous open', 'closed', {
    client: [{ after: 'start', call: 'OPEN', mode: 'active' }],
    server: [{ after: 'start', call: 'OPEN', mode: 'active' }],
  }),
  situation('simultaneous close', 'established', {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [{ after: 'start', call: 'CLOSE' }],
  }),
  situation('data that crosses', 'established', {
    client: [{ after: 'start', call: 'SEND', text: 'abc' }],
    server: [{ after: 'start', call: 'SEND', text: 'defg' }],
  }),
  situation('data and FIN at once, answered by the same', 'established', {
    client: [
      { after: 'start', call: 'SEND', text: 'abc' },
      { after: 'start', call: 'CLOSE' },
    ],
    server: [
      { after: 'peer-closed', call: 'SEND', text: 'defg' },
      { after: 'peer-closed', call: 'CLOSE' },
    ],
  }),
  situation('data against a close', 'established', {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [
      { after: 'start', call: 'SEND', text: 'abc' },
      { after: 'peer-closed', call: 'CLOSE' },
    ],
  }),
  situation('abort', 'established', {
    client: [
      { after: 'start', call: 'SEND', text: 'abc' },
      { after: { received: 4 }, call: 'ABORT' },
    ],
    server: [{ after: { received: 3 }, call: 'SEND', text: 'defg' }],
  }),
  { ...close, id: 'lost FIN', link: lose('client', FIN | ACK) },
  { ...close, id: 'lost last ACK', link: lose('client', ACK) },
  { ...close, id: 'lost FIN of the other', link: lose('server', FIN | ACK) },
  { ...conversation, id: 'lost SYN', link: lose('client', SYN) },
  { ...conversation, id: 'lost third ACK or request', link: lose('client', ACK) },
  { ...conversation, id: 'lost response', link: lose('server', ACK, 2) },
];

export const begin = (scenario: Scenario): World =>
  runApplications(createWorld(scenario, { client: 7000, server: 0xffffffff }));

/** The world after `at` has sent what `option` says, or kept silent. */
export const answer = (world: World, at: Endpoint, option: Option | null): World =>
  option
    ? transmit(settle(world, at, option), at, option.segment)
    : keepSilent(withTurns(world, at, world.ends[at].turns.slice(1)), at);

/** Every world that one right move, or else the next timer, leads to. */
export function successors(world: World): World[] {
  const alarm = nextAlarm(world);
  if (alarm) return [fire(world, alarm)];
  return ENDPOINTS.flatMap((at) => {
    const { turns } = world.ends[at];
    const moves: (Option | null)[] = [...optionsOf(turns), ...(maySilently(turns) ? [null] : [])];
    return moves.map((option) => answer(world, at, option));
  });
}

/** Whatever makes two worlds the same to their players: not when things happened, nor in which row. */
const keyOf = (world: World): string =>
  JSON.stringify(
    ENDPOINTS.map((e) => world.ends[e]).map((end) => [
      end.tcb,
      end.turns.map((t) => [t.due, t.before.state, t.rule]),
      end.sent,
      end.line,
      end.timers,
    ]),
  );

/** Every world that right moves can reach, each once, at most `limit` of them. */
export function reachable(scenario: Scenario, limit: number): World[] {
  const seen = new Map<string, World>();
  const queue = [begin(scenario)];
  for (let world = queue.shift(); world && seen.size < limit; world = queue.shift()) {
    const key = keyOf(world);
    if (seen.has(key)) continue;
    seen.set(key, world);
    queue.push(...successors(world));
  }
  return [...seen.values()];
}
