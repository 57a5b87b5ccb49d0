import { device } from './storage.ts';

const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The language of the page: the one chosen here, else the first that the browser asks for. Only its
 * messages are loaded (see `messages/`), so another choice loads the page again; nothing is lost by that,
 * for the server keeps the match.
 */
export const locale: Locale =
  LOCALES.find((l) => l === device.get('locale')) ??
  navigator.languages.flatMap((tag) =>
    LOCALES.filter((l) => l.slice(0, 2) === tag.slice(0, 2).toLowerCase()),
  )[0] ??
  'en';

export function chooseLocale(next: Locale): void {
  device.set('locale', next);
  location.reload();
}
