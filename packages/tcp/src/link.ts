import { type Control, PSH, type Segment } from './segment.ts';

/** The two ends of a connection: `client` opened actively, `server` passively, in the plain case. */
export const ENDPOINTS = ['client', 'server'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export const peerOf = (e: Endpoint): Endpoint => (e === 'client' ? 'server' : 'client');

/** One way through the network, in milliseconds of the connection's own time. */
export const FLIGHT = 50;

/** What becomes of a segment on its way. */
export const FATES = ['delivered', 'lost'] as const;
export type Fate = (typeof FATES)[number];

/** What happens to the `nth` segment (from 1) with exactly these control bits, PSH aside, that `from` sends. */
export type Passage = {
  readonly from: Endpoint;
  readonly ctl: Control;
  readonly nth: number;
  /**
   * How long each copy of it is on its way, ms: `[]` it is lost, `[50]` as any other, `[50, 90]` it is
   * doubled, `[170]` it is late and others may overtake it.
   */
  readonly transit: readonly number[];
};

/** A segment that neither end has sent arrives at `at`. */
export type Injection = {
  /** The connection's own time, ms. */
  readonly time: number;
  readonly at: Endpoint;
  readonly inject: Segment;
};

/** A deterministic network: what it does is written down, not drawn by lot. */
export type LinkProgram = readonly (Passage | Injection)[];

const AS_ANY_OTHER: readonly number[] = [FLIGHT];

/** Control bits as the program counts them. */
export const kindOf = (s: Segment): Control => s.ctl & ~PSH;

/** How long each copy of the `nth` segment (from 1) of `kind` that `from` sends is on its way, ms. */
export function transitOf(
  program: LinkProgram,
  from: Endpoint,
  kind: Control,
  nth: number,
): readonly number[] {
  for (const line of program)
    if ('transit' in line && line.nth === nth && line.ctl === kind && line.from === from)
      return line.transit;
  return AS_ANY_OTHER;
}

export const fateOf = (transit: readonly number[]): Fate =>
  transit.length > 0 ? 'delivered' : 'lost';
