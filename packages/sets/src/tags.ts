/** What neither GIFT nor Moodle has a place for, as tags, which both keep. */
import { SKILLS, type Skill } from '@ackade/game';
import type { OwnQuestion } from './question.ts';

const SKILL = 'skill=';
const SECONDS = 'seconds=';
const CASE = 'case-sensitive';

type Tagged = Pick<OwnQuestion, 'skill' | 'seconds' | 'tags'> & { readonly caseSensitive: boolean };

/** `caseSensitive`: whether that is to be said in a tag as well. */
export const tagsOf = ({ skill, seconds, tags }: OwnQuestion, caseSensitive: boolean): string[] => [
  ...tags,
  ...(skill === null ? [] : [`${SKILL}${skill}`]),
  ...(seconds === null ? [] : [`${SECONDS}${seconds}`]),
  ...(caseSensitive ? [CASE] : []),
];

export function readTags(all: readonly string[]): Tagged {
  let read: Tagged = { skill: null, seconds: null, tags: [], caseSensitive: false };
  for (const tag of all) {
    if (tag === CASE) read = { ...read, caseSensitive: true };
    else if (tag.startsWith(SKILL) && isSkill(tag.slice(SKILL.length)))
      read = { ...read, skill: tag.slice(SKILL.length) as Skill };
    else if (tag.startsWith(SECONDS) && /^\d{1,3}$/.test(tag.slice(SECONDS.length)))
      read = { ...read, seconds: Number(tag.slice(SECONDS.length)) };
    else read = { ...read, tags: [...read.tags, tag] };
  }
  return read;
}

const isSkill = (text: string): boolean => (SKILLS as readonly string[]).includes(text);
