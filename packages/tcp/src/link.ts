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

/** Loses the `nth` segment (from 1) with exactly these control bits, PSH aside, that `from` sends. */
export type LinkRule = {
  readonly from: Endpoint;
  readonly ctl: Control;
  readonly nth: number;
  readonly fate: 'lost';
};

/** A deterministic network: what it does is written down, not drawn by lot. */
export type LinkProgram = readonly LinkRule[];

/** The fate of `s`; `earlier` are the segments that `from` has sent before it. */
export function fateOf(
  program: LinkProgram,
  from: Endpoint,
  s: Segment,
  earlier: readonly Segment[],
): Fate {
  const kind = s.ctl & ~PSH;
  const nth = 1 + earlier.filter((e) => (e.ctl & ~PSH) === kind).length;
  const rule = program.find((r) => r.from === from && r.ctl === kind && r.nth === nth);
  return rule?.fate ?? 'delivered';
}
