/** The one thing that comes next in a race, for the host's large button. */
import type { BoardHead, HostCommand } from '@ackade/game';

type Step = {
  readonly kind: 'start' | 'next-round' | 'podium' | 'lessons' | 'finish' | 'pause' | 'resume';
  readonly command: HostCommand;
};

/** Null once the race is over. */
export function nextStep({ phase, round, next, paused }: BoardHead): Step | null {
  const command: HostCommand = { type: 'next', from: { phase, round } };
  switch (phase) {
    case 'lobby':
      return { kind: 'start', command };
    case 'round':
      return paused
        ? { kind: 'resume', command: { type: 'resume' } }
        : { kind: 'pause', command: { type: 'pause' } };
    case 'between':
      return { kind: next ? 'next-round' : 'podium', command };
    case 'podium':
      return { kind: 'lessons', command };
    case 'debrief':
      return { kind: 'finish', command };
    case 'over':
      return null;
  }
}
