import { Handshake, PROTOCOL_VERSION, type RefusalCode } from '@ackade/contract';
import { type Match, tokenOf } from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { Matches } from './matches.ts';
import { type RateLimit, rateLimit } from './rate.ts';
import { digest } from './secrets.ts';

/** A whole school behind one address may connect at once, and again when its network blinks. */
const PER_ADDRESS = { burst: 2000, perSecond: 100 };
/** Wrong codes and tokens of one address: nobody guesses through them, a class may still mistype. */
const FAILURES = { burst: 100, perSecond: 1 };

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
  readonly now: () => number;
};

export function openAdmission({ matches, idOf, now }: AdmissionOptions): Admission {
  const addresses = rateLimit(PER_ADDRESS.burst, PER_ADDRESS.perSecond, now);
  const failures: RateLimit = rateLimit(FAILURES.burst, FAILURES.perSecond, now);

  async function find({
    code,
    token,
  }: {
    code: string;
    token: string;
  }): Promise<Seat | RefusalCode> {
    const id = await idOf(code);
    const match = id && (await matches.load(id)).state;
    if (!id || !match) return 'unknown-code';
    const known = digest(token);
    const endpoint = ENDPOINTS.find((e) => tokenAt(match, e) === known);
    if (endpoint) return { id, endpoint, token: known };
    return match.replaced.includes(known) ? 'seat-replaced' : 'wrong-token';
  }

  return {
    async admit(auth, address) {
      if (!addresses.take(address)) return 'too-many-requests';
      if (versionOf(auth) !== PROTOCOL_VERSION) return 'wrong-version';
      const parsed = Handshake.safeParse(auth);
      if (!parsed.success) return 'bad-request';
      const found = await find(parsed.data);
      const failed = found === 'unknown-code' || found === 'wrong-token';
      return failed && !failures.take(address) ? 'too-many-requests' : found;
    },
  };
}

/**
 * The digest of the token that opens a seat; null for an empty one and the bot's. In a race the bot only keeps
 * the seat warm for whom it replaced.
 */
export const tokenAt = (match: Match, endpoint: Endpoint): string | null =>
  match.race || match.seats[endpoint]?.occupant !== 'bot' ? tokenOf(match, endpoint) : null;

export const versionOf = (auth: unknown): unknown =>
  typeof auth === 'object' && auth !== null && 'version' in auth ? auth.version : undefined;
