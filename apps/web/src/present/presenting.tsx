import { useEffect, useRef } from 'preact/hooks';
import { m } from '../messages/present.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { useBoard } from '../race/use-board.ts';
import { useTitle } from '../title.ts';
import { Bar } from './bar.tsx';
import { Lane } from './lane.tsx';
import { type Places, placesAt } from './movement.ts';
import css from './presenting.module.css';
import { Scene } from './scene.tsx';
import { Status } from './status.tsx';
import { useDark } from './use-dark.ts';
import { useKeys } from './use-keys.ts';
import { useSound } from './use-sound.ts';

type Props = { readonly code: string; readonly token: string };

/** The projector of a race, from the lobby to the end. */
export function Presenting({ code, token }: Props) {
  useTitle(m.present_title());
  useDark();
  const { board, lane, asked, connected, problem, link } = useBoard(code, token);
  const sound = useSound(board);
  const places = useRef<Places | null>(null);
  if (board) places.current = placesAt(places.current, board);

  const spotlight = board?.head.spotlight ?? null;
  useEffect(() => void link?.watch(spotlight), [link, spotlight]);
  useKeys({ m: sound.toggle });

  if (problem)
    return (
      <Shell title={m.present_title()}>
        <h1>{m.present_problem()}</h1>
        <p role="alert">
          <ProblemText problem={problem} />
        </p>
        <p>
          <Button onClick={() => link?.reopen()}>{m.present_again()}</Button>
        </p>
      </Shell>
    );
  if (!board)
    return (
      <div class={css.stage}>
        <p class={css.loading} role="status">
          {m.present_loading()}
        </p>
      </div>
    );
  const { phase } = board.head;
  const rows = lane?.match === spotlight ? lane.rows : [];
  return (
    <div class={css.stage} data-phase={phase}>
      <Bar board={board} connected={connected} sound={sound} />
      <main class={css.scene}>
        {spotlight === null ? (
          <Scene board={board} asked={asked} places={places.current} />
        ) : (
          <Lane key={spotlight} board={board} match={spotlight} rows={rows} />
        )}
      </main>
      <Status board={board} />
    </div>
  );
}
