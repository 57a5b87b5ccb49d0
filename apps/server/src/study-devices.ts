/** The devices of a learner: they join with a code, and are forgotten. */
import { CODE_LENGTH, type LinkCode, type RefusalCode } from '@ackade/contract';
import { knowledgeOf, type Learner } from '@ackade/game';
import type { Enrolment } from './enrolment.ts';
import type { Eraser } from './eraser.ts';
import type { Learners } from './learners.ts';
import type { LearnersTable } from './learners-table.ts';
import { digest, newCode } from './secrets.ts';

/** How long a code lets another device join, ms. */
const CODE_HOLDS = 10 * 60 * 1000;
/** A class on one device is no class: more would be somebody who shares his token. */
const MOST_DEVICES = 10;

/** `token`: the device's own. Null where nothing is refused. */
export type StudyDevices = {
  offer(token: string): Promise<LinkCode | RefusalCode>;
  /** The learner of the device becomes the one whose code it is. */
  join(token: string, code: string): Promise<RefusalCode | null>;
  /** The device is none of its learner's any more. */
  forget(token: string): Promise<RefusalCode | null>;
};

export type StudyDevicesOptions = {
  readonly learners: Learners;
  readonly table: LearnersTable;
  readonly eraser: Eraser;
  readonly now: () => number;
};

export function openStudyDevices(
  { enrolled, read }: Enrolment,
  { learners, table, eraser, now }: StudyDevicesOptions,
): StudyDevices {
  async function merge(id: string, from: Learner): Promise<RefusalCode | null> {
    const outcome = await learners.execute(id, { type: 'merge', knowledge: knowledgeOf(from) });
    return outcome.ok ? null : outcome.refusal;
  }

  return {
    async offer(token) {
      const learner = await enrolled(digest(token));
      if (typeof learner === 'string') return learner;
      const code = newCode(CODE_LENGTH.device);
      const expiresAt = now() + CODE_HOLDS;
      await table.offer({ code: digest(code), learnerId: learner.id, expiresAt }, now());
      return { code, expiresAt };
    },

    async join(token, code) {
      const device = digest(token);
      const id = await table.offered(digest(code), now());
      if (id === undefined) return 'unknown-link';
      const before = await table.find(device);
      if (before !== id && (await table.devicesOf(id)).length >= MOST_DEVICES)
        return 'too-many-devices';
      // It is used up first: whatever happens then, nobody else comes in with it.
      if (!(await table.redeem(digest(code)))) return 'unknown-link';
      if (before === id) return null;
      const own = before === undefined ? null : await read(before);
      const taken = own && (await merge(id, own));
      if (taken) return taken;
      const left = await table.move(device, id, before);
      if (before === undefined) return null;
      // The last two may have joined others at once.
      if (!left && (await table.devicesOf(before)).length > 0) return null;
      // From here on the device's requests go to the other learner. What was still on its way to this one comes along.
      const end = await learners.execute(before, { type: 'erase' });
      const latest = end.ok ? end.before : null;
      const refused = latest && latest !== own && !latest.erased && (await merge(id, latest));
      await eraser.erase(before);
      return refused || null;
    },

    async forget(token) {
      const device = digest(token);
      const id = await table.find(device);
      if (id === undefined) return null;
      // Nobody could reach the learner any more, not even to erase what is kept.
      if ((await table.devicesOf(id)).length === 1) return 'last-device';
      await table.remove(device);
      // The last two have been forgotten at once.
      if ((await table.devicesOf(id)).length === 0) await eraser.erase(id);
      return null;
    },
  };
}
