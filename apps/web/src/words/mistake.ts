import type { Misconception, RowView } from '@ackade/game';
import { m } from '../messages/verdicts.ts';
import { peerOf, roleWords } from './role.ts';
import { bitWords, callWords } from './segment.ts';

export type MistakeRow = Extract<RowView, { kind: 'mistake' }>;

/** What the sentences may mention: the player's own move and the row that it failed to answer. */
type Facts = {
  readonly far: string;
  readonly bits: string;
  readonly seq: number;
  readonly ack: number;
};
type Words = readonly [title: () => string, text: (facts: Facts) => string];

const WORDS: Readonly<Record<Misconception, Words>> = {
  'silence-when-owed': [m.mistake_silence_when_owed_title, m.mistake_silence_when_owed_segment],
  'ack-answers-ack': [m.mistake_ack_answers_ack_title, m.mistake_ack_answers_ack_text],
  'fin-before-close': [m.mistake_fin_before_close_title, m.mistake_fin_before_close_text],
  'nothing-owed': [m.mistake_nothing_owed_title, m.mistake_nothing_owed_text],
  'reset-in-good-standing': [
    m.mistake_reset_in_good_standing_title,
    m.mistake_reset_in_good_standing_text,
  ],
  'first-syn-has-ack': [m.mistake_first_syn_has_ack_title, m.mistake_first_syn_has_ack_text],
  'syn-answered-by-ack': [m.mistake_syn_answered_by_ack_title, m.mistake_syn_answered_by_ack_text],
  'syn-answered-by-syn': [m.mistake_syn_answered_by_syn_title, m.mistake_syn_answered_by_syn_text],
  'syn-twice': [m.mistake_syn_twice_title, m.mistake_syn_twice_text],
  'syn-on-open-connection': [
    m.mistake_syn_on_open_connection_title,
    m.mistake_syn_on_open_connection_text,
  ],
  'ack-left-off': [m.mistake_ack_left_off_title, m.mistake_ack_left_off_text],
  'fin-twice': [m.mistake_fin_twice_title, m.mistake_fin_twice_text],
  'fin-without-ack': [m.mistake_fin_without_ack_title, m.mistake_fin_without_ack_text],
  'ack-instead-of-fin': [m.mistake_ack_instead_of_fin_title, m.mistake_ack_instead_of_fin_text],
  'fin-skips-data': [m.mistake_fin_skips_data_title, m.mistake_fin_skips_data_text],
  'push-without-data': [m.mistake_push_without_data_title, m.mistake_push_without_data_text],
  'data-missing': [m.mistake_data_missing_title, m.mistake_data_missing_text],
  'data-not-asked-for': [m.mistake_data_not_asked_for_title, m.mistake_data_not_asked_for_text],
  'lost-segment-not-repeated': [
    m.mistake_lost_segment_not_repeated_title,
    m.mistake_lost_segment_not_repeated_text,
  ],
  'wrong-bits': [m.mistake_wrong_bits_title, m.mistake_wrong_bits_text],
  'ack-forgets-syn': [m.mistake_ack_forgets_syn_title, m.mistake_ack_forgets_syn_text],
  'ack-forgets-fin': [m.mistake_ack_forgets_fin_title, m.mistake_ack_forgets_fin_text],
  'ack-is-last-octet': [m.mistake_ack_is_last_octet_title, m.mistake_ack_is_last_octet_text],
  'ack-adds-one-always': [m.mistake_ack_adds_one_always_title, m.mistake_ack_adds_one_always_text],
  'one-numbering-for-both': [
    m.mistake_one_numbering_for_both_title,
    m.mistake_one_numbering_for_both_text,
  ],
  'pure-ack-uses-a-number': [
    m.mistake_pure_ack_uses_a_number_title,
    m.mistake_pure_ack_uses_a_number_text,
  ],
  'numbers-start-at-zero': [
    m.mistake_numbers_start_at_zero_title,
    m.mistake_numbers_start_at_zero_text,
  ],
  'new-number-when-repeated': [
    m.mistake_new_number_when_repeated_title,
    m.mistake_new_number_when_repeated_text,
  ],
  'wrong-ack': [m.mistake_wrong_ack_title, m.mistake_wrong_ack_text],
  'wrong-seq': [m.mistake_wrong_seq_title, m.mistake_wrong_seq_text],
  'wrong-length': [m.mistake_wrong_length_title, m.mistake_wrong_length_text],
};

/** What is wrong with a move, and the rule that puts it right. `rows`: the list that `row` stands in. */
export function mistakeWords(
  row: MistakeRow,
  rows: readonly RowView[],
): { readonly title: string; readonly text: string } {
  const code = row.misconceptions[0] ?? 'wrong-bits';
  const answered = rows[row.answering];
  const arrived = answered?.kind === 'segment' ? answered.segment : null;
  const sent = row.move.kind === 'send' ? row.move : null;
  const facts: Facts = {
    far: roleWords(peerOf(row.at)),
    bits: bitWords((code === 'wrong-bits' ? sent : arrived)?.ctl ?? 0),
    seq: arrived?.seq ?? 0,
    ack: sent?.ack ?? 0,
  };
  const [title, text] = WORDS[code];
  return { title: title(), text: closer(code, answered) ?? text(facts) };

  function closer(misconception: Misconception, to: RowView | undefined): string | null {
    if (misconception === 'silence-when-owed') {
      if (to?.kind === 'timeout') return m.mistake_silence_when_owed_timeout();
      return to?.kind === 'call' ? m.mistake_silence_when_owed_call({ call: callWords(to) }) : null;
    }
    if (misconception === 'wrong-bits' && to?.kind === 'call' && to.call === 'OPEN')
      return m.mistake_wrong_bits_open();
    const handedOver = to?.kind === 'call' && to.call === 'SEND';
    return misconception === 'wrong-bits' && handedOver && !sent?.len
      ? m.mistake_wrong_bits_send()
      : null;
  }
}
