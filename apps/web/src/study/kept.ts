/** What this browser keeps of studying, so that nothing is lost between two pages. */
import type { AnswerQuestion, BeginSession } from '@ackade/contract';
import { device, tab } from '../storage.ts';

const ANSWER = 'study-answer';
const TOLD = 'study-told';

/** An answer that the server has not been heard to have. */
export function keptAnswer(): AnswerQuestion | null {
  try {
    return JSON.parse(device.get(ANSWER) || 'null') as AnswerQuestion | null;
  } catch {
    return null;
  }
}
export const keepAnswer = (answer: AnswerQuestion): void =>
  device.set(ANSWER, JSON.stringify(answer));
export const dropAnswer = (): void => device.set(ANSWER, '');

/** The question whose answer is being read in this tab: a reload comes back to it. */
export const isTold = (session: string, position: number): boolean =>
  tab.get(TOLD) === `${session} ${position}`;
export const markTold = (session: string, position: number): void =>
  tab.set(TOLD, `${session} ${position}`);
export const dropTold = (): void => tab.set(TOLD, '');

export const LENGTHS = [5, 10, 15, 20] as const;
export type Length = (typeof LENGTHS)[number];

export const lastLength = (): Length =>
  LENGTHS.find((count) => `${count}` === device.get('study-count')) ?? 10;
export const keepLength = (count: Length): void => device.set('study-count', `${count}`);

export type Skills = BeginSession['skills'];

/** What the session that was begun last was about. */
export const keepSkills = (skills: Skills): void => device.set('study-skills', skills.join(' '));
export const lastSkills = (): Skills =>
  (device.get('study-skills') ?? '').split(' ').filter(Boolean) as unknown as Skills;

/** Whether one answers against the clock. */
export const clockOn = (): boolean => device.get('study-clock') === 'on';
export const switchClock = (on: boolean): void => device.set('study-clock', on ? 'on' : 'off');
