import type { Replay } from '@ackade/game';
import type { Ref } from 'preact';
import { m } from '../messages/replay.ts';
import type { Endpoint } from '../words/role.ts';
import { Caption } from './caption.tsx';
import { Controls } from './controls.tsx';
import type { WrongMove } from './film.ts';
import css from './film-view.module.css';
import { Stage } from './stage.tsx';
import { TcbView } from './tcb-view.tsx';
import type { Film } from './use-film.ts';

type Props = {
  readonly replay: Replay;
  readonly film: Film;
  readonly names: Readonly<Record<Endpoint, string>>;
  readonly wrong: readonly WrongMove[];
  readonly frame?: Ref<HTMLElement>;
};

/** The ladder between both TCBs, what happens in words, and the controls. */
export function FilmView({ replay, film, names, wrong, frame }: Props) {
  const { steps } = replay;
  const { at } = film;
  return (
    <section class={css.film} ref={frame ?? null} aria-label={m.replay_film()}>
      {(['client', 'server'] as const).map((end) => {
        const tcb = steps[at]?.tcbs[end];
        const before = steps[at - 1]?.tcbs[end];
        return (
          tcb && (
            <div key={end} class={css[end]}>
              <TcbView end={end} name={names[end]} tcb={tcb} before={before} />
            </div>
          )
        );
      })}
      <div class={css.board}>
        <Stage replay={replay} names={names} at={at} />
        <Caption replay={replay} names={names} at={at} />
      </div>
      <div class={css.controls}>
        <Controls film={film} steps={steps} wrong={wrong} />
      </div>
      <p class={css.hint}>
        <span class={css.keys}>{m.replay_keys()}</span> {m.replay_time_note()}
      </p>
    </section>
  );
}
