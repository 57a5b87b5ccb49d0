import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import css from './bar.module.css';
import { Icon } from './icon.tsx';
import { TimeLeft } from './time-left.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useKeys } from './use-keys.ts';
import { WeatherSigns } from './weather-signs.tsx';

type Props = {
  readonly board: BoardState;
  readonly connected: boolean;
  readonly sound: { readonly on: boolean; readonly toggle: () => void };
};

/** Above every scene: what is on, how long still, how to get in, and the switches. */
export function Bar({ board, connected, sound }: Props) {
  const full = useFullScreen();
  useKeys({ f: full.toggle });
  const { head } = board;
  const [kicker, title] = titleOf(board);
  const open = head.phase === 'between' || head.phase === 'round';
  return (
    <header class={css.bar}>
      <img class={css.logo} src="/icon.svg" alt="Ackade" width="32" height="32" />
      <div class={css.title}>
        {kicker && (
          <div class={css.kicker}>
            <p>{kicker}</p>
            {head.phase === 'round' && <WeatherSigns count={head.weather.length} />}
          </div>
        )}
        <h1>{title}</h1>
      </div>
      {head.phase === 'round' && <TimeLeft board={board} />}
      {head.paused && <strong class={css.paused}>{m.present_paused()}</strong>}
      {!connected && (
        <p class={css.lost} role="alert">
          {m.present_lost()}
        </p>
      )}
      <div class={css.end}>
        {open && head.options.lateJoin && !head.locked && (
          <p class={css.code} role="img" aria-label={m.present_code_is({ code: head.code })}>
            {head.code}
          </p>
        )}
        <button
          type="button"
          onClick={sound.toggle}
          aria-pressed={sound.on}
          title={sound.on ? m.present_sound_off() : m.present_sound_on()}
        >
          <Icon name={sound.on ? 'loud' : 'mute'} />
          <span class="visually-hidden">{m.present_sound_on()}</span>
        </button>
        {full.possible && (
          <button
            type="button"
            onClick={full.toggle}
            aria-pressed={full.on}
            title={full.on ? m.present_not_full() : m.present_full()}
          >
            <Icon name={full.on ? 'small' : 'full'} />
            <span class="visually-hidden">{m.present_full()}</span>
          </button>
        )}
      </div>
    </header>
  );
}

/** The heading of a phase, and what stands above it. */
function titleOf({ head }: BoardState): readonly [kicker: string | null, title: string] {
  const { round, of, leg } = head;
  switch (head.phase) {
    case 'lobby':
      return [null, m.present_lobby()];
    case 'round':
      return [m.present_round({ round, of }), leg ? scenarioName(leg.scenario) : ''];
    case 'between': {
      const { on } = head.quiz ?? {};
      if (on)
        return [m.present_quiz(), m.present_quiz_question({ number: on.question + 1, of: on.of })];
      return [m.present_between({ round, of }), m.present_standings()];
    }
    case 'podium':
      return [null, m.present_podium()];
    case 'debrief':
      return [null, m.present_debrief()];
    case 'over':
      return [null, m.present_over()];
  }
}
