import { useEffect, useState } from 'preact/hooks';
import { lazy, useLocation } from 'preact-iso';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/pages.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import { hasPlayed } from '../player.ts';
import { typedCode } from './code.ts';
import { greeting } from './greeting.ts';
import css from './home.module.css';
import { OverRaces, WayBack } from './way-back.tsx';

const Recent = lazy(() => import('../match/recent.tsx').then((part) => part.Recent));

export const Home = () => (
  <Shell title={m.home_title()}>
    <div class={css.page}>
      <div class={css.words}>
        <WayBack />
        <h1>{m.home_headline()}</h1>
        <p class={css.lead}>{m.home_lead()}</p>
        <CodeField />
      </div>
      <Doors />
      <Greeting />
    </div>
    <div class={css.recent}>
      <OverRaces />
      {hasPlayed() && <Recent />}
    </div>
    <footer class={css.footer}>
      <a class={css.staff} href="/staff">
        {m.home_staff()}
      </a>
    </footer>
  </Shell>
);

/** For those who play together, for whoever studies alone, and for who teaches. */
const Doors = () => (
  <div class={css.doors}>
    <section>
      <h2>{m.home_together()}</h2>
      <p>{m.home_together_text()}</p>
      <LinkButton kind="primary" href="/new/friend">
        {m.home_friend()}
      </LinkButton>
    </section>
    <section>
      <h2>{m.part_alone()}</h2>
      <ul>
        {ALONE.map(({ href, name, text }) => (
          <li key={href}>
            <a href={href}>
              <b>{name()}</b>
              <small>{text()}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
    <section>
      <h2>{m.home_class()}</h2>
      <p>{m.home_class_text()}</p>
      <LinkButton href="/host">{m.home_host()}</LinkButton>
      <p class={css.more}>
        <a href="/check">{m.home_check()}</a>
        <a href="/judge">{m.home_judge()}</a>
        <a href="/sets">{m.home_sets()}</a>
      </p>
    </section>
  </div>
);

/** In the order of a beginner. */
const ALONE = [
  { href: '/learn', name: m.part_learn, text: m.home_learn_text },
  { href: '/practice', name: m.part_practice, text: m.home_practice_text },
  { href: '/study', name: m.part_study, text: m.home_study_text },
] as const;

/** Between two arrows of the picture, ms. */
const BEAT = 1100;

/** The handshake, happening. */
function Greeting() {
  const rows = greeting();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [shown, setShown] = useState(still ? rows.length : 0);
  useEffect(() => {
    if (shown >= rows.length) return;
    const timer = setTimeout(() => setShown(shown + 1), shown === 0 ? BEAT / 3 : BEAT);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <figure class={css.figure}>
      <Ladder
        rows={rows.slice(0, shown)}
        you={null}
        level="flags"
        turns={[]}
        names={{ client: m.home_client(), server: m.home_server() }}
        compact={false}
      />
      <figcaption>{m.home_caption()}</figcaption>
    </figure>
  );
}

function CodeField() {
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const { path, impossible } = typedCode(text);
  const hint = impossible ? m.home_code_impossible() : asked && !path ? m.home_code_short() : '';
  return (
    <form
      class={css.code}
      onSubmit={(e) => {
        e.preventDefault();
        setAsked(true);
        if (path) route(path);
      }}
    >
      <label for="code">{m.home_code()}</label>
      <div>
        <input
          id="code"
          value={text}
          placeholder="K7M4Q"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={hint !== ''}
          aria-describedby="code-hint"
          onInput={(e) => {
            const typed = typedCode(e.currentTarget.value);
            setText(typed.path ? typed.code : e.currentTarget.value.toUpperCase());
            setAsked(false);
          }}
        />
        <Button type="submit">{m.home_join()}</Button>
      </div>
      <p id="code-hint" class={css.hint} role="status">
        {hint}
      </p>
    </form>
  );
}
