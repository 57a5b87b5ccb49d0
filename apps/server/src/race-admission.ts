import { type Locale, PROTOCOL_VERSION, RaceHandshake, type RefusalCode } from '@ackade/contract';
import type { Race } from '@ackade/game';
import { versionOf } from './admission.ts';
import type { Attempts } from './attempts.ts';
import { digest } from './secrets.ts';

/** What a socket is in a race. Host and projector see all of it; only the host may do anything. */
export type RacePlace = {
  readonly race: string;
  /** In which questions are put. */
  readonly locale: Locale;
} & Role;

type Role =
  | { readonly role: 'host' | 'screen' }
  | { readonly role: 'player'; readonly player: string };

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
      const { code, token, locale } = parsed.data;
      return attempts.try(address, code, async () => {
        const race = await find(code);
        if (!race) return 'unknown-race';
        const role = roleWith(race, digest(token));
        return typeof role === 'string' ? role : { race: race.id, locale, ...role };
      });
    },
  };
}

/** `token`: its digest. */
function roleWith(race: Race, token: string): Role | RefusalCode {
  if (token === race.host) return { role: 'host' };
  if (token === race.screen) return { role: 'screen' };
  const player = race.players.find((p) => p.token === token);
  if (!player) return 'wrong-token';
  return player.membership === 'in' ? { role: 'player', player: player.id } : player.membership;
}
