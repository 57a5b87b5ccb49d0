import type { QuizQuestion } from '@ackade/contract';
import { useEffect } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Shell } from '../parts/shell.tsx';
import type { BoardState } from '../race/board.ts';
import { useBoard } from '../race/use-board.ts';
import { Between } from './between.tsx';
import css from './controls.module.css';
import { Debrief } from './debrief.tsx';
import type { HostSecrets } from './host-secrets.ts';
import { Lobby } from './lobby.tsx';
import { HostLink } from './order.ts';
import { phaseWords } from './phase-words.ts';
import { PodiumView } from './podium.tsx';
import { PresentCount } from './present-count.tsx';
import { Results } from './results.tsx';
import { Room } from './room.tsx';
import { RoundView } from './round.tsx';
import { Sheets } from './sheets.tsx';
import { Shut } from './shut.tsx';
import { StepBar } from './step-bar.tsx';
import { SheetOpener, useSheet } from './use-sheet.ts';

type Props = { readonly code: string; readonly secrets: HostSecrets };

/** The race in the hand of its host, from the lobby to the results. */
export function Controls({ code, secrets }: Props) {
  const { board, lane, asked, connected, problem, link } = useBoard(code, secrets.host);
  const { sheet, closed, open, close } = useSheet(board);
  const phase = board?.head.phase;
  // Another phase is another page: it begins at its top, for the keyboard too if its button is gone.
  useEffect(() => {
    scrollTo(0, 0);
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [phase]);
  const over = problem === 'race-over' || phase === 'over';
  if (over) return <Results code={code} secrets={secrets} />;
  if (problem) return <Shut code={code} problem={problem} />;
  const title = m.control_title({ code });
  if (!board || !link)
    return (
      <Shell title={title}>
        <h1 class="visually-hidden">{title}</h1>
        <p role="status">{m.control_opening()}</p>
      </Shell>
    );
  const { head } = board;
  return (
    <HostLink.Provider value={link}>
      <SheetOpener.Provider value={open}>
        <Shell title={title}>
          <div class={css.page} data-phase={head.phase}>
            <header class={css.head}>
              <p>
                <span class={css.code}>{code}</span> <span role="status">{phaseWords(head)}</span>
              </p>
              <PresentCount players={board.players} />
              <p class={css.notice} role="status">
                {closed}
              </p>
              {!connected && (
                <p class={css.notice} role="alert">
                  {m.control_away()}
                </p>
              )}
            </header>
            <div class={css.main}>
              <Phase board={board} code={code} asked={asked} />
            </div>
            <aside class={css.room} aria-label={m.room_title()}>
              <Room code={code} secrets={secrets} head={head} />
            </aside>
            <StepBar board={board} />
          </div>
          {sheet && (
            <Sheets
              sheet={sheet}
              board={board}
              lane={lane}
              code={code}
              secrets={secrets}
              onClose={close}
            />
          )}
        </Shell>
      </SheetOpener.Provider>
    </HostLink.Provider>
  );
}

type PhaseProps = {
  readonly board: BoardState;
  readonly asked: QuizQuestion | null;
  readonly code: string;
};

function Phase({ board, code, asked }: PhaseProps) {
  switch (board.head.phase) {
    case 'lobby':
      return <Lobby board={board} code={code} />;
    case 'round':
      return <RoundView board={board} />;
    case 'between':
      return <Between board={board} asked={asked} />;
    case 'podium':
      return <PodiumView board={board} />;
    default:
      return <Debrief board={board} />;
  }
}
