/** Which learner a device has. He comes into being with the first thing that is kept of him. */
import type { RefusalCode } from '@ackade/contract';
import type { Learner, LearnerCommand } from '@ackade/game';
import type { Eraser } from './eraser.ts';
import type { Learners } from './learners.ts';
import type { LearnersTable } from './learners-table.ts';
import { newToken } from './secrets.ts';

/** Devices go by the digests of their tokens. */
export type Enrolment = {
  /** The learner as the log has him; null while nothing is kept. */
  read(id: string): Promise<Learner | null>;
  learnerOf(device: string): Promise<Learner | null>;
  /** The id of the device's learner, whether or not anything is kept of him. */
  idOf(device: string): Promise<string>;
  /** The learner of the device, who is made where there is none. */
  enrolled(device: string): Promise<Learner | RefusalCode>;
  /** Gives a command to the learner of the device. */
  tell(device: string, command: LearnerCommand): Promise<Learner | RefusalCode>;
};

export type EnrolmentOptions = {
  readonly learners: Learners;
  readonly table: LearnersTable;
  readonly eraser: Eraser;
  /** Whether other nodes write to the same learners. */
  readonly many: boolean;
};

export function openEnrolment({ learners, table, eraser, many }: EnrolmentOptions): Enrolment {
  async function read(id: string): Promise<Learner | null> {
    if (many) await learners.catchUp(id);
    return (await learners.load(id)).state;
  }

  async function learnerOf(device: string): Promise<Learner | null> {
    const id = await table.find(device);
    const learner = id === undefined ? null : await read(id);
    return learner?.erased ? null : learner;
  }

  async function idOf(device: string): Promise<string> {
    const fresh = newToken();
    const added = (await table.find(device)) === undefined && (await table.add(device, fresh));
    return added ? fresh : ((await table.find(device)) ?? fresh);
  }

  async function enrolled(device: string): Promise<Learner | RefusalCode> {
    // The device comes first: if a crash comes in between, the next request makes the learner that it leads to.
    const id = await idOf(device);
    const learner = await read(id);
    if (learner) return learner.erased ? 'busy' : learner;
    const made = await learners.execute(id, { type: 'create', id });
    if (made.ok && (await table.find(device)) === id) return made.after;
    if (made.ok) {
      // Meanwhile the device has been erased, or has joined another learner.
      await eraser.erase(id);
      return 'busy';
    }
    // Another request of the device has been quicker.
    await learners.catchUp(id);
    return learners.peek(id).state ?? made.refusal;
  }

  async function tell(device: string, command: LearnerCommand): Promise<Learner | RefusalCode> {
    const learner = await enrolled(device);
    if (typeof learner === 'string') return learner;
    const outcome = await learners.execute(learner.id, command);
    return outcome.ok ? outcome.after : outcome.refusal;
  }

  return { read, learnerOf, idOf, enrolled, tell };
}
