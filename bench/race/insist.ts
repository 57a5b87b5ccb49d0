/** Sends a command again, under its own name, until there is an answer to it: as the browser does. */
import { setTimeout as delay } from 'node:timers/promises';

/** Refusals that pass by themselves. */
const PASSING: readonly string[] = ['too-many-requests', 'busy', 'internal'];
/** Before it is sent again, ms. */
const PAUSE = 100;

/** `refusalIn`: the code of a refusal, if the answer is one. */
export async function insist<Answer>(
  ask: () => Promise<Answer>,
  refusalIn: (answer: Answer) => string | null,
): Promise<Answer> {
  for (;;) {
    // It fails where the connection does.
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && !PASSING.includes(refusalIn(answer) ?? '')) return answer;
    await delay(PAUSE);
  }
}
