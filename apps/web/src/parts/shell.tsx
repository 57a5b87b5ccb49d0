import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { chooseLocale, locale } from '../locale.ts';
import { m } from '../messages/pages.ts';
import { chooseTheme, storedTheme, THEMES, type Theme } from '../theme.ts';
import css from './shell.module.css';

type Props = { readonly title: string; readonly children: ComponentChildren };

/** The frame of every page but the board. */
export function Shell({ title, children }: Props) {
  useTitle(title);
  return (
    <div class={css.shell}>
      <a class={css.skip} href="#main">
        {m.part_skip()}
      </a>
      <header class={css.header}>
        <a class={css.brand} href="/">
          <img src="/icon.svg" alt="" width="32" height="32" />
          Ackade
        </a>
        <button
          type="button"
          class={css.switch}
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          onClick={() => chooseLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {locale === 'en' ? '中文' : 'English'}
        </button>
        <label class={css.theme}>
          <span class="visually-hidden">{m.part_theme()}</span>
          <select
            defaultValue={storedTheme()}
            onChange={(e) => chooseTheme(e.currentTarget.value as Theme)}
          >
            {THEMES.map((name) => (
              <option key={name} value={name}>
                {THEME_WORDS[name]()}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="main" class={css.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

const THEME_WORDS: Readonly<Record<Theme, () => string>> = {
  system: m.part_theme_system,
  light: m.part_theme_light,
  dark: m.part_theme_dark,
};

/** The document's title, and the focus at the top of a new page, where a screen reader begins. */
function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ackade`;
  }, [title]);
}
