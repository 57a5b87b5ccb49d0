import { CODE_LENGTH, Handshake, PROTOCOL_VERSION, type RefusalCode } from '@ackade/contract';
import { type Match, tokenOf } from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { Attempts } from './attempts.ts';
import type { Matches } from './matches.ts';
import { digest } from './secrets.ts';

/** The seat that a socket is. */
export type Seat = {
  readonly id: string;
  readonly endpoint: Endpoint;
  /** The digest of the token that opened it. */
  readonly token: string;
};

export type Admission = {
  /** The seat that the handshake's token opens, or why there is none. `address` is the peer's. */
  admit(auth: unknown, address: string): Promise<Seat | RefusalCode>;
};

export type AdmissionOptions = {
  readonly matches: Matches;
  /** The match behind a code, or null. */
  readonly idOf: (code: string) => Promise<string | null>;
  readonly attempts: Attempts;
};

export function openAdmission({ matches, idOf, attempts }: AdmissionOptions): Admission {
  async function find({ code, token }: Opener): Promise<Seat | RefusalCode> {
    const id = await idOf(code);
    if (!id) return 'unknown-code';
    await matches.load(id);
    const found = seatIn(matches.peek(id).state, id, token);
    if (typeof found !== 'string') return found;
    // Another node may have written what this one does not know yet.
    await matches.catchUp(id);
    return seatIn(matches.peek(id).state, id, token);
  }

  return {
    async admit(auth, address) {
      if (versionOf(auth) !== PROTOCOL_VERSION) return 'wrong-version';
      const parsed = Handshake.safeParse(auth);
      if (!parsed.success) return 'bad-request';
      const { code } = parsed.data;
      if (code.length === CODE_LENGTH.match)
        return attempts.try(address, code, () => find(parsed.data));
      // The name of a race's match is no guess, and its players may come before it is made.
      return attempts.take(address) ? find(parsed.data) : 'too-many-requests';
    },
  };
}

type Opener = { readonly code: string; readonly token: string };

function seatIn(match: Match | null, id: string, token: string): Seat | RefusalCode {
  if (!match) return 'unknown-code';
  const known = digest(token);
  const endpoint = ENDPOINTS.find((e) => tokenAt(match, e) === known);
  if (endpoint) return { id, endpoint, token: known };
  return match.replaced.includes(known) ? 'seat-replaced' : 'wrong-token';
}

/**
 * The digest of the token that opens a seat; null for an empty one and the bot's. In a race the bot only keeps
 * the seat warm for whom it replaced.
 */
export const tokenAt = (match: Match, endpoint: Endpoint): string | null =>
  match.race || match.seats[endpoint]?.occupant !== 'bot' ? tokenOf(match, endpoint) : null;

export const versionOf = (auth: unknown): unknown =>
  typeof auth === 'object' && auth !== null && 'version' in auth ? auth.version : undefined;
