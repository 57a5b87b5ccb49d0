import type { Misconception, RowView } from '@ackade/game';
import { m } from '../messages/verdicts.ts';
import { RST } from './bit.ts';
import { peerOf, roleWords } from './role.ts';
import { bitWords, callWords } from './segment.ts';

export type MistakeRow = Extract<RowView, { kind: 'mistake' }>;

/** What the sentences may mention: the player's own move and the row that it failed to answer. */
type Facts = {
  readonly far: string;
  readonly bits: string;
  readonly ack: number;
  readonly wnd: number;
  readonly state: string;
};
type Words = readonly [title: () => string, text: (facts: Facts) => string];

const WORDS: Readonly<Record<Misconception, Words>> = {
  'silence-when-owed': [m.mistake_silence_when_owed_title, m.mistake_silence_when_owed_segment],
  'nothing-owed': [m.mistake_nothing_owed_title, m.mistake_nothing_owed_text],
  'ack-answers-ack': [m.mistake_ack_answers_ack_title, m.mistake_ack_answers_ack_text],
  'reset-answered': [m.mistake_reset_answered_title, m.mistake_reset_answered_text],
  'fin-before-close': [m.mistake_fin_before_close_title, m.mistake_fin_before_close_text],
  'fin-ends-both-ways': [m.mistake_fin_ends_both_ways_title, m.mistake_fin_ends_both_ways_text],
  'refusal-is-silence': [m.mistake_refusal_is_silence_title, m.mistake_refusal_is_silence_text],
  'listen-ignores-ack': [m.mistake_listen_ignores_ack_title, m.mistake_listen_ignores_ack_text],
  'any-reset-kills': [m.mistake_any_reset_kills_title, m.mistake_any_reset_kills_text],
  'syn-restarts-the-connection': [
    m.mistake_syn_restarts_the_connection_title,
    m.mistake_syn_restarts_the_connection_text,
  ],
  'time-wait-is-deaf': [m.mistake_time_wait_is_deaf_title, m.mistake_time_wait_is_deaf_text],
  'time-wait-refuses-syn': [
    m.mistake_time_wait_refuses_syn_title,
    m.mistake_time_wait_refuses_syn_text,
  ],
  'crossing-syns-are-an-error': [
    m.mistake_crossing_syns_are_an_error_title,
    m.mistake_crossing_syns_are_an_error_text,
  ],
  'crossing-fins-need-a-tie-break': [
    m.mistake_crossing_fins_need_a_tie_break_title,
    m.mistake_crossing_fins_need_a_tie_break_text,
  ],
  'zero-window-means-broken': [
    m.mistake_zero_window_means_broken_title,
    m.mistake_zero_window_means_broken_text,
  ],
  'data-into-closed-window': [
    m.mistake_data_into_closed_window_title,
    m.mistake_data_into_closed_window_text,
  ],
  'reset-for-lost-third-ack': [
    m.mistake_reset_for_lost_third_ack_title,
    m.mistake_reset_for_lost_third_ack_text,
  ],
  'bad-segment-answered-by-reset': [
    m.mistake_bad_segment_answered_by_reset_title,
    m.mistake_bad_segment_answered_by_reset_text,
  ],
  'stranger-is-welcome': [m.mistake_stranger_is_welcome_title, m.mistake_stranger_is_welcome_text],
  'reset-without-ack': [m.mistake_reset_without_ack_title, m.mistake_reset_without_ack_text],
  'reset-with-ack-not-needed': [
    m.mistake_reset_with_ack_not_needed_title,
    m.mistake_reset_with_ack_not_needed_text,
  ],
  'fin-instead-of-reset': [
    m.mistake_fin_instead_of_reset_title,
    m.mistake_fin_instead_of_reset_text,
  ],
  'reset-in-good-standing': [
    m.mistake_reset_in_good_standing_title,
    m.mistake_reset_in_good_standing_text,
  ],
  'first-syn-has-ack': [m.mistake_first_syn_has_ack_title, m.mistake_first_syn_has_ack_text],
  'crossing-syn-answered-by-ack': [
    m.mistake_crossing_syn_answered_by_ack_title,
    m.mistake_crossing_syn_answered_by_ack_text,
  ],
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
  'urgent-means-first': [m.mistake_urgent_means_first_title, m.mistake_urgent_means_first_text],
  'data-missing': [m.mistake_data_missing_title, m.mistake_data_missing_text],
  'data-not-asked-for': [m.mistake_data_not_asked_for_title, m.mistake_data_not_asked_for_text],
  'lost-ack-repeated': [m.mistake_lost_ack_repeated_title, m.mistake_lost_ack_repeated_text],
  'lost-segment-not-repeated': [
    m.mistake_lost_segment_not_repeated_title,
    m.mistake_lost_segment_not_repeated_text,
  ],
  'wrong-bits': [m.mistake_wrong_bits_title, m.mistake_wrong_bits_text],
  'fin-processed-early': [m.mistake_fin_processed_early_title, m.mistake_fin_processed_early_text],
  'ack-jumps-the-gap': [m.mistake_ack_jumps_the_gap_title, m.mistake_ack_jumps_the_gap_text],
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
  'push-occupies-a-number': [
    m.mistake_push_occupies_a_number_title,
    m.mistake_push_occupies_a_number_text,
  ],
  'isn-is-first-octet': [m.mistake_isn_is_first_octet_title, m.mistake_isn_is_first_octet_text],
  'own-fin-uses-no-number': [
    m.mistake_own_fin_uses_no_number_title,
    m.mistake_own_fin_uses_no_number_text,
  ],
  'sequence-space-is-31-bits': [
    m.mistake_sequence_space_is_31_bits_title,
    m.mistake_sequence_space_is_31_bits_text,
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
  'no-time-wait': [m.mistake_no_time_wait_title, m.mistake_no_time_wait_text],
  'time-wait-at-wrong-end': [
    m.mistake_time_wait_at_wrong_end_title,
    m.mistake_time_wait_at_wrong_end_text,
  ],
  'closing-though-fin-is-acknowledged': [
    m.mistake_closing_though_fin_is_acknowledged_title,
    m.mistake_closing_though_fin_is_acknowledged_text,
  ],
  'established-too-late': [
    m.mistake_established_too_late_title,
    m.mistake_established_too_late_text,
  ],
  'wrong-window': [m.mistake_wrong_window_title, m.mistake_wrong_window_text],
  'wrong-state': [m.mistake_wrong_state_title, m.mistake_wrong_state_text],
};

/** What is wrong, in a few words. */
export const misconceptionTitle = (code: Misconception): string => WORDS[code][0]();

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
    ack: sent?.ack ?? 0,
    wnd: sent?.wnd ?? 0,
    state: row.move.state ?? '—',
  };
  const [title, text] = WORDS[code];
  return { title: title(), text: closer(code, answered) ?? text(facts) };

  function closer(misconception: Misconception, to: RowView | undefined): string | null {
    if (misconception === 'silence-when-owed') {
      if (to?.kind === 'timeout') return m.mistake_silence_when_owed_timeout();
      if (to?.kind !== 'call') return null;
      return to.call === 'RECEIVE'
        ? m.mistake_silence_when_owed_receive(facts)
        : m.mistake_silence_when_owed_call({ call: callWords(to) });
    }
    if (misconception === 'wrong-seq' && to?.kind === 'segment' && (sent?.ctl ?? 0) & RST)
      return m.mistake_wrong_seq_reset();
    if (misconception !== 'wrong-bits' || to?.kind !== 'call') return null;
    if (to.call === 'OPEN') return m.mistake_wrong_bits_open();
    return to.call === 'SEND' && !sent?.len ? m.mistake_wrong_bits_send() : null;
  }
}
