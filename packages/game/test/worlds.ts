import { ACK, ENDPOINTS, type Endpoint, FIN, type Passage, type State, SYN } from '@ackade/tcp';
import {
  alarmOf,
  begin as beginPlay,
  createWorld,
  fire,
  keepSilent,
  maySilently,
  type Option,
  optionsOf,
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
  ends: State = 'CLOSED',
): Scenario => ({
  id,
  family: 'basics',
  rfc: '',
  start,
  script,
  link: [],
  skills: [],
  levels: ['flags', 'numbers'],
  ends: { client: ends, server: ends },
});

const known = (id: string): Scenario => {
  const scenario = SCENARIOS.find((s) => s.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
};
const close = known('three-segment-close');
const conversation = known('conversation');
const lose = (from: Endpoint, ctl: number, nth = 1): readonly Passage[] => [
  { from, ctl, nth, transit: [] },
];

/** The catalogue, and situations beyond it in which more is owed at once. */
export const SITUATIONS: readonly Scenario[] = [
  ...SCENARIOS,
  situation(
    'data that crosses',
    'established',
    {
      client: [{ after: 'start', call: 'SEND', text: 'abc' }],
      server: [{ after: 'start', call: 'SEND', text: 'defg' }],
    },
    'ESTABLISHED',
  ),
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
  situation('abort with data under way', 'established', {
    client: [
      { after: 'start', call: 'SEND', text: 'abc' },
      { after: { received: 4 }, call: 'ABORT' },
    ],
    server: [{ after: { received: 3 }, call: 'SEND', text: 'defg' }],
  }),
  {
    ...situation(
      'window that opens as data comes',
      'established',
      {
        client: [{ after: 'start', call: 'SEND', text: 'abcdefghijkl' }],
        server: [{ after: { received: 6 }, call: 'SEND', text: 'abc' }],
      },
      'ESTABLISHED',
    ),
    options: { server: { window: 6 } },
  },
  { ...close, id: 'lost last ACK of three', link: lose('client', ACK) },
  { ...close, id: 'lost FIN of the other', link: lose('server', FIN | ACK) },
  { ...conversation, id: 'SYN lost, then a whole conversation', link: lose('client', SYN) },
  { ...conversation, id: 'lost third ACK or request', link: lose('client', ACK) },
  { ...conversation, id: 'lost response', link: lose('server', ACK, 2) },
];

export const begin = (scenario: Scenario): World =>
  beginPlay(createWorld(scenario, { client: 7000, server: 0xffffffff }));

/** The world after `at` has sent what `option` says, or kept silent. */
export const answer = (world: World, at: Endpoint, option: Option | null): World =>
  option
    ? transmit(settle(world, at, option), at, option.segment)
    : keepSilent(withTurns(world, at, world.ends[at].turns.slice(1)), at);

/** Every world that one right move, or a timer, leads to. */
export function successors(world: World): World[] {
  return ENDPOINTS.flatMap((at) => {
    const alarm = alarmOf(world, at);
    if (alarm) return [fire(world, alarm)];
    const { turns } = world.ends[at];
    const moves: (Option | null)[] = [...optionsOf(turns), ...(maySilently(turns) ? [null] : [])];
    return moves.map((option) => answer(world, at, option));
  });
}

/** Whatever makes two worlds the same to their players: not in which row things happened. */
const keyOf = (world: World): string =>
  JSON.stringify([
    world.flights.map((f) => [f.at, f.time, f.segment]),
    ENDPOINTS.map((e) => world.ends[e]).map((end) => [
      end.tcb,
      end.time,
      end.callAt,
      end.turns.map((t) => [t.due, t.before.state, t.rule]),
      end.sent,
      end.line,
      end.timers,
    ]),
  ]);

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
