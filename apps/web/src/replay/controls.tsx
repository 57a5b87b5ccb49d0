import { useId } from 'preact/hooks';
import { locale } from '../locale.ts';
import { m } from '../messages/replay.ts';
import css from './controls.module.css';
import type { Step, WrongMove } from './film.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Wish } from './keys.ts';
import { PACES, type Pace } from './pace.ts';
import type { Film } from './use-film.ts';

type Props = {
  readonly film: Film;
  readonly steps: readonly Step[];
  readonly wrong: readonly WrongMove[];
};

/** The scrubber, with a cross where a wrong move stands, and the buttons of every player. */
export function Controls({ film, steps, wrong }: Props) {
  const { at, playing, pace, go, wish, setPace } = film;
  const id = useId();
  const last = steps.length - 1;
  const buttons: readonly (readonly [IconName, Wish, string, boolean])[] = [
    ['first', 'first', m.replay_first(), at === 0],
    ['previous', 'previous', m.replay_previous(), at === 0],
    [playing ? 'pause' : 'play', 'toggle', playing ? m.replay_pause() : m.replay_play(), false],
    ['next', 'next', m.replay_next(), at === last],
    ['last', 'last', m.replay_last(), at === last],
  ];
  return (
    <section class={css.controls} aria-label={m.replay_controls()}>
      <div class={css.scrubber}>
        <input
          type="range"
          min={1}
          max={steps.length}
          value={at + 1}
          aria-label={m.replay_scrubber()}
          aria-valuetext={m.replay_step({ step: at + 1, count: steps.length })}
          onInput={(e) => go(e.currentTarget.valueAsNumber - 1)}
        />
        <div class={css.marks} aria-hidden="true">
          {wrong.map(({ step }) => (
            <span key={step} style={{ left: `${last === 0 ? 0 : (100 * step) / last}%` }}>
              ×
            </span>
          ))}
        </div>
      </div>
      <p class={css.place}>
        {m.replay_step({ step: at + 1, count: steps.length })}
        <small>{m.replay_time({ seconds: secondsOf(steps[at]) })}</small>
      </p>
      <div class={css.buttons}>
        {buttons.map(([icon, wanted, words, off]) => (
          // Not `disabled`: whoever has gone to the end by this button keeps the focus.
          <button
            key={wanted}
            type="button"
            class={wanted === 'toggle' ? css.main : undefined}
            aria-label={words}
            title={words}
            aria-disabled={off}
            onClick={() => wish(wanted)}
          >
            <Icon name={icon} />
          </button>
        ))}
      </div>
      <div class={css.pace}>
        <label for={id}>{m.replay_pace()}</label>
        <select
          id={id}
          value={pace}
          onChange={(e) => setPace(Number(e.currentTarget.value) as Pace)}
        >
          {PACES.map((times) => (
            <option key={times} value={times}>
              {times}×
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

const secondsOf = (step: Step | undefined): string => seconds.format((step?.time ?? 0) / 1000);
