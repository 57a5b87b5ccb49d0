import { clockText } from '../match/elapsed.ts';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import { useTimeLeft } from '../race/time-left.ts';
import { nextStep } from './next-step.ts';
import { OrderButton } from './order-button.tsx';
import css from './step-bar.module.css';

const WORDS = {
  start: m.step_start,
  'next-round': m.step_next_round,
  podium: m.step_podium,
  lessons: m.step_lessons,
  finish: m.step_finish,
  pause: m.step_pause,
  resume: m.step_resume,
  'close-question': m.step_close_question,
  'next-question': m.step_next_question,
  'end-quiz': m.step_end_quiz,
} as const;

const MORE = 30_000;

/** What comes next, always in reach of the thumb. */
export function StepBar({ board }: { readonly board: BoardState }) {
  const { head } = board;
  const step = nextStep(head);
  if (!step) return null;
  const endsIn = head.quiz?.on?.endsIn ?? null;
  const begins = step.kind === 'start' || step.kind === 'next-round';
  const nobody = begins && ![...board.players.values()].some((p) => p.present);
  return (
    <div class={css.bar}>
      {head.endsIn !== null && <TimeLeft board={board} />}
      {endsIn !== null && <QuestionLeft endsIn={endsIn} since={board.since} />}
      {nobody && <p>{m.step_nobody()}</p>}
      <div class={css.buttons}>
        {head.phase === 'round' && (
          <OrderButton command={{ type: 'add-time', ms: MORE }}>{m.step_more_time()}</OrderButton>
        )}
        {/* Its own for each phase: what was said in one does not stay in the next. */}
        <OrderButton
          key={head.quiz?.on ? step.kind : head.phase}
          kind="primary"
          command={step.command}
          disabled={nobody}
        >
          {WORDS[step.kind]()}
        </OrderButton>
      </div>
    </div>
  );
}

function TimeLeft({ board }: { readonly board: BoardState }) {
  const { head } = board;
  const left = useTimeLeft(head, board.since);
  return (
    <p class={css.time}>
      <span class="visually-hidden">{m.step_time_left()} </span>
      <strong>{clockText(left ?? 0)}</strong> {head.paused && <span>{m.step_paused()}</span>}
    </p>
  );
}

type QuestionLeftProps = { readonly endsIn: number; readonly since: number };

function QuestionLeft({ endsIn, since }: QuestionLeftProps) {
  const left = useTimeLeft({ endsIn, paused: false }, since);
  return (
    <p class={css.time}>
      <span class="visually-hidden">{m.step_time_left()} </span>
      <strong>{clockText(left ?? 0)}</strong>
    </p>
  );
}
