import type { MasteryLevel, Skill } from '@ackade/game';
import { m } from '../messages/skills.ts';

const WORDS: Readonly<Record<Skill, readonly [name: () => string, text: () => string]>> = {
  handshake: [m.skill_handshake, m.skill_handshake_text],
  close: [m.skill_close, m.skill_close_text],
  data: [m.skill_data, m.skill_data_text],
  loss: [m.skill_loss, m.skill_loss_text],
  'time-wait': [m.skill_time_wait, m.skill_time_wait_text],
  crossing: [m.skill_crossing, m.skill_crossing_text],
  reset: [m.skill_reset, m.skill_reset_text],
  'half-open': [m.skill_half_open, m.skill_half_open_text],
  attack: [m.skill_attack, m.skill_attack_text],
  window: [m.skill_window, m.skill_window_text],
  numbers: [m.skill_numbers, m.skill_numbers_text],
};

export const skillName = (skill: Skill): string => WORDS[skill][0]();

/** What it is about, in a few words. */
export const skillText = (skill: Skill): string => WORDS[skill][1]();

const LEVELS: Readonly<Record<MasteryLevel, () => string>> = {
  new: m.skill_level_new,
  learning: m.skill_level_learning,
  familiar: m.skill_level_familiar,
  mastered: m.skill_level_mastered,
};

export const masteryWords = (level: MasteryLevel): string => LEVELS[level]();
