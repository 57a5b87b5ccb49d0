import { locale } from '../locale.ts';

const DAY = 24 * 60 * 60 * 1000;

/** "today", "tomorrow", "in 5 days", "3 days ago", "next month": by the days of this device's clock. */
export function dayWords(time: number, now: number): string {
  const days = midnight(time) - midnight(now);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return Math.abs(days) < 45
    ? words.format(days, 'day')
    : words.format(Math.round(days / 30), 'month');
}

/** Days since 1970 by this device's clock. */
const midnight = (time: number): number =>
  Math.floor((time - new Date(time).getTimezoneOffset() * 60_000) / DAY);
