import type { Weather } from '@ackade/game';
import { m } from '../messages/present.ts';

const WHAT: Readonly<Record<Weather['what'], (inputs: { kind: string }) => string>> = {
  lose: m.present_weather_lose,
  delay: m.present_weather_delay,
  duplicate: m.present_weather_duplicate,
  reorder: m.present_weather_reorder,
};
const KINDS: Readonly<Record<Weather['kind'], () => string>> = {
  any: m.present_kind_any,
  syn: () => 'SYN',
  'syn-ack': () => 'SYN,ACK',
  ack: m.present_kind_ack,
  data: m.present_kind_data,
  fin: () => 'FIN',
  rst: () => 'RST',
};

export const kindWords = ({ kind }: Weather): string => KINDS[kind]();

/** What happens to which segment. */
export const weatherWords = (weather: Weather): string =>
  WHAT[weather.what]({ kind: kindWords(weather) });
