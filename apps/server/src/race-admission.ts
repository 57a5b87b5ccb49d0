import { PROTOCOL_VERSION, RaceHandshake, type RefusalCode } from '@ackade/contract';
import type { Race } from '@ackade/game';
import { versionOf } from './admission.ts';
import { rateLimit } from './rate.ts';
import { digest } from './secrets.ts';

/** What a socket is in a race. Host and projector see all of it; only the host may do anything. */
export type RacePlace =
  | { readonly race: string; readonly role: 'host' | 'screen' }
  | { readonly race: string; readonly role: 'player'; readonly player: string };

export type RaceAdmission = {
  /** The place that the handshake's token opens, or why there is none. `address` is the peer's. */
  admit(auth: unknown, address: string): Promise<RacePlace | RefusalCode>;
};

/** As for matches: a school may connect at once, and nobody guesses his way in. */
const PER_ADDRESS = { burst: 2000, perSecond: 100 };
const FAILURES = { burst: 100, perSecond: 1 };

export function openRaceAdmission(
  find: (code: string) => Promise<Race | null>,
  now: () => number,
): RaceAdmission {
  const addresses = rateLimit(PER_ADDRESS.burst, PER_ADDRESS.perSecond, now);
  const failures = rateLimit(FAILURES.burst, FAILURES.perSecond, now);

  return {
    async admit(auth, address) {
      if (!addresses.take(address)) return 'too-many-requests';
      if (versionOf(auth) !== PROTOCOL_VERSION) return 'wrong-version';
      const parsed = RaceHandshake.safeParse(auth);
      if (!parsed.success) return 'bad-request';
      const race = await find(parsed.data.code);
      const place = race ? placeWith(race, digest(parsed.data.token)) : 'unknown-race';
      const failed = place === 'unknown-race' || place === 'wrong-token';
      return failed && !failures.take(address) ? 'too-many-requests' : place;
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
