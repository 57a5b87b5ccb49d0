import { PROTOCOL_VERSION, RaceHandshake, type RefusalCode } from '@ackade/contract';
import type { Race } from '@ackade/game';
import { versionOf } from './admission.ts';
import type { Attempts } from './attempts.ts';
import { digest } from './secrets.ts';

/** What a socket is in a race. Host and projector see all of it; only the host may do anything. */
export type RacePlace =
  | { readonly race: string; readonly role: 'host' | 'screen' }
  | { readonly race: string; readonly role: 'player'; readonly player: string };

export type RaceAdmission = {
  /** The place that the handshake's token opens, or why there is none. `address` is the peer's. */
  admit(auth: unknown, address: string): Promise<RacePlace | RefusalCode>;
};

/** `find`: the race behind a code, as the log has it. */
export function openRaceAdmission(
  find: (code: string) => Promise<Race | null>,
  attempts: Attempts,
): RaceAdmission {
  return {
    async admit(auth, address) {
      if (versionOf(auth) !== PROTOCOL_VERSION) return 'wrong-version';
      const parsed = RaceHandshake.safeParse(auth);
      if (!parsed.success) return 'bad-request';
      const { code, token } = parsed.data;
      return attempts.try(address, code, async () => {
        const race = await find(code);
        return race ? placeWith(race, digest(token)) : 'unknown-race';
      });
    },
  };
}

/** `token`: its digest. */
function placeWith(race: Race, token: string): RacePlace | RefusalCode {
  if (token === race.host) return { race: race.id, role: 'host' };
  if (token === race.screen) return { race: race.id, role: 'screen' };
  const player = race.players.find((p) => p.token === token);
  if (!player) return 'wrong-token';
  return player.membership === 'in'
    ? { race: race.id, role: 'player', player: player.id }
    : player.membership;
}
