import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseLocale, locale } from '../locale.ts';
import { m } from '../messages/pages.ts';
import { chooseTheme, storedTheme, THEMES, type Theme } from '../theme.ts';
import { useTitle } from '../title.ts';
import css from './shell.module.css';

type Props = {
  readonly title: string;
  /** Which of the pages for those who study alone this belongs to. */
  readonly here?: Alone;
  readonly children: ComponentChildren;
};

/** What there is for those who study alone, in the order of a beginner. */
const ALONE = ['learn', 'practice', 'study'] as const;
type Alone = (typeof ALONE)[number];

const ALONE_WORDS: Readonly<Record<Alone, () => string>> = {
  learn: m.part_learn,
  practice: m.part_practice,
  study: m.part_study,
};

let visited = false;

/** The frame of every page but the board. */
export function Shell({ title, here, children }: Props) {
  useTitle(title);
  const [theme, setTheme] = useState(storedTheme);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // After a change of page a screen reader goes on at its top; the first page begins where it will.
    if (visited) main.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
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
        {here && (
          <nav class={css.alone} aria-label={m.part_alone()}>
            {ALONE.map((page) => (
              <a key={page} href={`/${page}`} aria-current={page === here ? 'true' : undefined}>
                {ALONE_WORDS[page]()}
              </a>
            ))}
          </nav>
        )}
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
            value={theme}
            onChange={(e) => {
              const chosen = e.currentTarget.value as Theme;
              chooseTheme(chosen);
              setTheme(chosen);
            }}
          >
            {THEMES.map((name) => (
              <option key={name} value={name}>
                {THEME_WORDS[name]()}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="main" ref={main} class={css.main} tabIndex={-1}>
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
