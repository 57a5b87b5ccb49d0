import type { Lane, Match } from '@ackade/game';
import { expect, it, vi } from 'vitest';
import { seated } from '../../../packages/game/test/simulate.ts';
import { openRaceRequests } from './race-requests.ts';
import type { RaceSocket } from './race-rooms.ts';

it('whoever changes his mind while a match is looked up watches only what he wanted last', async () => {
  const table = seated('handshake', 'flags');
  const ids = ['1', '2'].map((n) => n.repeat(24));
  const [one, other] = ids;
  const lookUps: (() => void)[] = [];
  const rooms = new Set<string>();
  const shown: string[] = [];
  const socket = {
    data: { race: 'race', role: 'host' },
    rooms,
    join: async (room: string) => rooms.add(room),
    leave: async (room: string) => rooms.delete(room),
    emit: (_: 'lane', lane: Lane) => shown.push(lane.match),
  } as unknown as RaceSocket;
  const state = { phase: 'round', rounds: [{ pairs: ids.map((id) => ({ match: id })) }] };
  const { watch } = openRaceRequests({
    races: { peek: () => ({ state }) },
    read: (id: string) =>
      new Promise<Match>((resolve) => lookUps.push(() => resolve({ ...table.match, id }))),
    many: false,
  } as unknown as Parameters<typeof openRaceRequests>[0]);

  const answers = [one, other, null, other].map((match) => watch(socket, { match }));
  await vi.waitFor(() => expect(lookUps).toHaveLength(3));
  for (const found of lookUps.toReversed()) found();
  expect(await Promise.all(answers)).toEqual([null, null, null, null]);
  expect([...rooms]).toEqual([`lane/${other}`]);
  expect(shown).toEqual([other]);
});
