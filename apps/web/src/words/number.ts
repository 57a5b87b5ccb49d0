import { locale } from '../locale.ts';

/** `10,435`, as the language of the page groups the digits. */
export const grouped = new Intl.NumberFormat(locale).format;
