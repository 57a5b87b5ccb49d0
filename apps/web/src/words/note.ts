import type { Note } from '@ackade/game';
import { m } from '../messages/verdicts.ts';

const WORDS: Readonly<Record<Note, () => string>> = {
  'fin-carries-ack': m.note_fin_carries_ack,
  'ack-before-fin': m.note_ack_before_fin,
  'ack-and-fin-merged': m.note_ack_and_fin_merged,
  'ack-on-data': m.note_ack_on_data,
  'fin-on-data': m.note_fin_on_data,
  'data-joined': m.note_data_joined,
  'cumulative-ack': m.note_cumulative_ack,
  'sent-again': m.note_sent_again,
  'bare-ack-for-repeated-syn': m.note_bare_ack_for_repeated_syn,
  'reset-with-ack': m.note_reset_with_ack,
  'silence-is-right': m.note_silence_is_right,
};

/** What was special about a right move; null where nothing was. */
export const noteWords = (note: Note | null): string | null => note && WORDS[note]();
