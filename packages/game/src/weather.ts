import { ACK, type Endpoint, FIN, FLIGHT, RST, type Segment, SYN } from '@ackade/tcp';

/** What the network can be told to do to the next segment of a kind. */
export const WEATHERS = ['lose', 'delay', 'duplicate', 'reorder'] as const;
export type WeatherWhat = (typeof WEATHERS)[number];

/** Kinds of segment that a player tells apart. */
export const KINDS = ['any', 'syn', 'syn-ack', 'ack', 'data', 'fin', 'rst'] as const;
export type Kind = (typeof KINDS)[number];

/** Bad weather over the link: what becomes of the next segment of this kind from that end. */
export type Weather = {
  readonly what: WeatherWhat;
  readonly from: Endpoint;
  readonly kind: Kind;
};

/** A player of the match, or the host of the race for all matches at once. */
export type WeatherMaker = Endpoint | 'host';

/** Weather, and whose work it is. */
export type MadeWeather = Weather & { readonly by: WeatherMaker };

/** More than this from one side of a match would be a storm without end. */
export const WEATHER_LIMIT = 12;

/**
 * How long each copy is on its way, ms. A segment that is delayed comes later than the first retransmission
 * timeout; one that is reordered after what its sender sends right behind it.
 */
const TRANSITS: Readonly<Record<WeatherWhat, readonly number[]>> = {
  lose: [],
  delay: [1500],
  duplicate: [FLIGHT, FLIGHT + 40],
  reorder: [170],
};

/** The kind of `s` by what it does most of all. */
export function kindOfSegment(s: Segment): Exclude<Kind, 'any'> {
  if (s.ctl & RST) return 'rst';
  if (s.ctl & SYN) return s.ctl & ACK ? 'syn-ack' : 'syn';
  if (s.ctl & FIN) return 'fin';
  return s.len > 0 ? 'data' : 'ack';
}

/** The first weather that `segment` of `from` runs into, as an index; −1 for none. */
export const weatherFor = (
  weather: readonly Weather[],
  from: Endpoint,
  segment: Segment,
): number => {
  const kind = kindOfSegment(segment);
  return weather.findIndex((w) => w.from === from && (w.kind === 'any' || w.kind === kind));
};

export const transitIn = ({ what }: Weather): readonly number[] => TRANSITS[what];
