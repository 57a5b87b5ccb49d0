/** Where the reader is: kept by the tab, so that a reload loses nothing. */
import { tab } from '../storage.ts';

const PLACE = 'lesson';

export const rememberPlace = (step: string, made: number): void =>
  tab.set(PLACE, `${step} ${made}`);

/** How many beats of the step were made to happen. */
export function placeIn(step: string): number {
  const [id, made] = (tab.get(PLACE) ?? '').split(' ');
  return id === step ? Number(made) || 0 : 0;
}

const keyOf = (match: string): string => `lesson.${match}`;

/** A match that is played out of the lesson leads back to it. */
export const rememberLesson = (match: string, step: string): void => tab.set(keyOf(match), step);

/** The step out of which the match with this code is played. */
export const lessonOf = (match: string): string | null => tab.get(keyOf(match));
