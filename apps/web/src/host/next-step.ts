/** The one thing that comes next in a race, for the host's large button. */
import type { BoardHead, HostCommand, QuizBoard } from '@ackade/game';

type Step = {
  readonly kind:
    | 'start'
    | 'next-round'
    | 'podium'
    | 'lessons'
    | 'finish'
    | 'pause'
    | 'resume'
    | 'close-question'
    | 'next-question'
    | 'end-quiz';
  readonly command: HostCommand;
};

/** Null once the race is over. */
export function nextStep({ phase, round, next, paused, quiz }: BoardHead): Step | null {
  const command: HostCommand = { type: 'next', from: { phase, round } };
  switch (phase) {
    case 'lobby':
      return { kind: 'start', command };
    case 'round':
      return paused
        ? { kind: 'resume', command: { type: 'resume' } }
        : { kind: 'pause', command: { type: 'pause' } };
    case 'between':
      if (quiz?.on) return quizStep(quiz.on);
      return { kind: next ? 'next-round' : 'podium', command };
    case 'podium':
      return { kind: 'lessons', command };
    case 'debrief':
      return { kind: 'finish', command };
    case 'over':
      return null;
  }
}

function quizStep({ quiz, question, of, endsIn }: NonNullable<QuizBoard['on']>): Step {
  const from = { quiz, question };
  if (endsIn !== null) return { kind: 'close-question', command: { type: 'close-question', from } };
  return question + 1 < of
    ? { kind: 'next-question', command: { type: 'next-question', from } }
    : { kind: 'end-quiz', command: { type: 'end-quiz' } };
}
