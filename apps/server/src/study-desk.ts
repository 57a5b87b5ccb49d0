/** What somebody who studies alone asks for. */
import type { RefusalCode, StudyExport, StudyState } from '@ackade/contract';
import { type Learner, type LearnerEvent, type Practice, parseName } from '@ackade/game';
import { type EnrolmentOptions, openEnrolment } from './enrolment.ts';
import type { EventLog } from './event-log.ts';
import type { MatchesTable } from './matches-table.ts';
import { digest } from './secrets.ts';
import { openStudyDevices, type StudyDevices, type StudyDevicesOptions } from './study-devices.ts';
import { exportOf } from './study-export.ts';
import {
  openStudySessions,
  type StudySessions,
  type StudySessionsOptions,
} from './study-sessions.ts';
import { NOBODY, studyStateOf } from './study-state.ts';

const MOST_MATCHES = 10_000;

/** `token`: the device's own; `device`: its digest. */
export type StudyDesk = StudySessions &
  StudyDevices & {
    state(token: string, offset: number): Promise<StudyState>;
    leave(token: string, session: string): Promise<Done>;
    learn(token: string, step: string): Promise<Done>;
    rename(token: string, name: string | null): Promise<Done>;
    /** Takes in what a match has shown of who played it on the device. */
    practise(device: string, practice: Omit<Practice, 'offset'>): Promise<Done>;
    /** All that is kept. */
    export(token: string): Promise<StudyExport | RefusalCode>;
    /** Nothing is kept any more, on any of the learner's devices. */
    erase(token: string): Promise<void>;
  };

type Done = RefusalCode | null;

/** Devices; who plays alone has asked for his skills shortly before. */
const MOST_OFFSETS = 10_000;

export type StudyDeskOptions = EnrolmentOptions &
  StudySessionsOptions &
  StudyDevicesOptions & { readonly results: MatchesTable; readonly log: EventLog };

export function openStudyDesk(options: StudyDeskOptions): StudyDesk {
  const { table, catalogue, eraser, results, log, now } = options;
  const enrolment = openEnrolment(options);
  const { learnerOf, idOf, enrolled, tell } = enrolment;
  /** By how much the clock of a device is ahead, as it said last: a match says nothing of that. */
  const offsets = new Map<string, number>();
  function rememberOffset(device: string, offset: number): void {
    offsets.delete(device);
    offsets.set(device, offset);
    const [oldest] = offsets.keys();
    if (offsets.size > MOST_OFFSETS && oldest !== undefined) offsets.delete(oldest);
  }
  const done = (told: Learner | RefusalCode): Done => (typeof told === 'string' ? told : null);

  return {
    ...openStudySessions(enrolment, options),
    ...openStudyDevices(enrolment, options),

    async state(token, offset) {
      catalogue.warm();
      rememberOffset(digest(token), offset);
      const learner = await learnerOf(digest(token));
      const devices = learner ? (await table.devicesOf(learner.id)).length : 0;
      return studyStateOf(learner ?? NOBODY, devices, offset, now());
    },

    async leave(token, session) {
      const learner = await learnerOf(digest(token));
      if (!learner) return 'unknown-learner';
      return done(await tell(digest(token), { type: 'leave', session }));
    },

    learn: async (token, step) => done(await tell(digest(token), { type: 'learn', step })),

    async rename(token, name) {
      const parsed = name === null ? null : parseName(name);
      if (parsed && !parsed.ok) return parsed.error;
      return done(await tell(digest(token), { type: 'rename', name: parsed?.name ?? null }));
    },

    async practise(device, practice) {
      const learner = await enrolled(device);
      if (typeof learner === 'string') return learner;
      const offset = offsets.get(device) ?? learner.offset;
      return done(await tell(device, { type: 'practise', practice: { ...practice, offset } }));
    },

    async export(token) {
      const learner = await learnerOf(digest(token));
      if (!learner) return 'unknown-learner';
      const devices = await table.devicesOf(learner.id);
      const found = await Promise.all(devices.map((d) => results.recent(d, MOST_MATCHES)));
      const matches = new Map(found.flat().map((result) => [result.id, result]));
      const rows = await log.read(learner.id);
      const events = rows.flatMap((row) => row.events as readonly LearnerEvent[]);
      return exportOf({ learner, events, devices, results: [...matches.values()] }, now());
    },

    async erase(token) {
      await eraser.erase(await idOf(digest(token)));
    },
  };
}
