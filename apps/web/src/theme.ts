import { device } from './storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The chosen theme; `public/theme.js` applies it before the first paint. */
export const storedTheme = (): Theme => THEMES.find((t) => t === device.get('theme')) ?? 'system';

export function chooseTheme(theme: Theme): void {
  device.set('theme', theme);
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
