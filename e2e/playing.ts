/** Whole matches played over the wire, for tests of what comes after them. */
import type { CreateMatch, SeatTaken } from '@ackade/contract';
import type { Move } from '@ackade/game';
import { playOut } from '../apps/server/test/play.ts';
import { connect } from '../apps/server/test/player.ts';

type Terms = Pick<CreateMatch, 'scenario' | 'level'>;

/**
 * Plays a match of Ada, the client, and Bo to its end, and gives the name of its replay. The client first
 * tries `wrong`, one after the other.
 */
export async function playedMatch(
  url: string,
  terms: Terms,
  wrong: readonly Move[] = [],
): Promise<string> {
  const post = async (path: string, body: object): Promise<SeatTaken> => {
    const response = await fetch(`${url}/api/matches${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as SeatTaken;
  };
  const first = await post('', { ...terms, mode: 'duo', seat: 'client', name: 'Ada' });
  const second = await post(`/${first.code}/seats`, { name: 'Bo' });
  const [ada, bo] = [connect(url, first), connect(url, second)];
  await ada.until((view) => view.turns.length > 0);
  for (const move of wrong) await ada.move(move);
  await playOut([ada, bo]);
  const { result } = await ada.until((view) => view.result !== null);
  for (const player of [ada, bo]) player.leave();
  return result?.replay ?? '';
}
