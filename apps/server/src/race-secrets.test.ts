/** What a player is sent, octet by octet: what the contract says and nothing else, and nobody's secret. */
import { Answer, RACE_SERVER_EVENTS, SERVER_EVENTS } from '@ackade/contract';
import { expect, it } from 'vitest';
import { send } from '../test/play.ts';
import type { Player } from '../test/player.ts';
import { begin, playOut, racingOnServer } from '../test/racing.ts';

const { racing } = racingOnServer();

const NAMESPACES = { '': SERVER_EVENTS, '/race,': RACE_SERVER_EVENTS } as const;

/** What a frame of Socket.IO that is an event or an acknowledgement carries, and what the contract lets it carry. */
function contentOf(frame: string): { kind: string; sent: unknown; allowed: unknown } | null {
  const [, type, namespace = '', json = ''] = /^(\d)(\/\w+,)?\d*(.*)$/s.exec(frame) ?? [];
  if (type === '0') return null;
  const content = JSON.parse(json) as unknown[];
  const [kind, sent] = type === '3' ? ['answer', content[0]] : (content as [string, unknown]);
  const schemas = { ...NAMESPACES[namespace as keyof typeof NAMESPACES], answer: Answer };
  // A schema leaves out what it does not know, at every depth.
  return { kind, sent, allowed: schemas[kind as keyof typeof schemas].parse(sent) };
}

it('a player holds no answer and no secret', async () => {
  const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo']);
  const frames: string[] = [];
  for (const { socket } of racers)
    socket.io.engine.on('packet', ({ type, data }) => {
      if (type === 'message') frames.push(data as string);
    });
  const players = await begin(host, racers);
  await host.host({ type: 'pause' });
  await Promise.all(racers.map((racer) => racer.until((v) => v.paused)));
  await host.host({ type: 'resume' });
  const client = players.find((p) => p.seat.seat === 'client') as Player;
  await client.until((v) => v.turns.length > 0 && !v.frozen);
  await client.ask('hint');
  await client.move(send(1));
  await playOut(host, players);
  for (const phase of ['podium', 'debrief', 'over'] as const) {
    await host.next();
    await host.until((b) => b.head.phase === phase);
    await Promise.all(racers.map((racer) => racer.until((v) => v.phase === phase)));
  }

  const contents = frames.flatMap((frame) => contentOf(frame) ?? []);
  expect(new Set(contents.map(({ kind }) => kind))).toEqual(new Set(['answer', 'update', 'race']));
  for (const { sent, allowed } of contents) expect(sent).toStrictEqual(allowed);
  const all = frames.join();
  for (const secret of [race.host, race.screen, ...racers.map((r) => r.token)])
    expect(all).not.toContain(secret);
});
