import type { StudySession } from '@ackade/contract';
import type { Reply } from '../api.ts';
import { newId } from '../random.ts';
import { dropTold, keepSkills, type Skills } from './kept.ts';
import { beginSession, leaveSession } from './study-api.ts';

/** A request for a session, which may be sent again and is the same session. */
export type Beginning = { readonly id: string; readonly count: number; readonly skills: Skills };

export const beginning = (count: number, skills: Skills = []): Beginning => ({
  id: newId(),
  count,
  skills,
});

/** Begins a session, in the place of the one that is `open`, if one is. */
export async function begin(
  { id, count, skills }: Beginning,
  open: string | null,
): Promise<Reply<StudySession>> {
  if (open !== null) {
    const left = await leaveSession(open);
    // Somebody else may have ended it: then the next answer will tell.
    if (!left.ok && left.problem === 'offline') return left;
  }
  const reply = await beginSession({ id, count, skills, offset: -new Date().getTimezoneOffset() });
  if (reply.ok) {
    keepSkills(skills);
    dropTold();
  }
  return reply;
}
