import { locale } from '../locale.ts';

const UNITS = [
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;
/** "90 seconds", but "2 minutes". */
const AT_LEAST = 2;

/** A time span in the largest unit of which there are two or more. */
export function spanWords(ms: number): string {
  const [unit, length] = UNITS.findLast(([, size]) => ms >= AT_LEAST * size) ?? UNITS[0];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.floor(ms / length));
}

/** Whole seconds of milliseconds. */
export const seconds = (ms: number): string => String(Math.floor(ms / 1000));

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** The time of day on this device. */
export const clockWords = (at: number): string => clock.format(at);
