import type { Reason, Sighting } from '@ackade/observer';
import { peerOf } from '@ackade/tcp';
import { m } from '../messages/judge.ts';
import { roleWords } from '../words/role.ts';

type Ends = { readonly from: string; readonly to: string };
type Words = readonly [title: () => string, text: (ends: Ends) => string];

const WORDS: Readonly<Record<Reason, Words>> = {
  opens: [m.reason_opens_title, m.reason_opens],
  'answers-syn': [m.reason_answers_syn_title, m.reason_answers_syn],
  'crosses-syn': [m.reason_crosses_syn_title, m.reason_crosses_syn],
  'completes-handshake': [m.reason_completes_handshake_title, m.reason_completes_handshake],
  'carries-data': [m.reason_carries_data_title, m.reason_carries_data],
  acknowledges: [m.reason_acknowledges_title, m.reason_acknowledges],
  'acknowledges-fin': [m.reason_acknowledges_fin_title, m.reason_acknowledges_fin],
  'acknowledges-again': [m.reason_acknowledges_again_title, m.reason_acknowledges_again],
  closes: [m.reason_closes_title, m.reason_closes],
  aborts: [m.reason_aborts_title, m.reason_aborts],
  refuses: [m.reason_refuses_title, m.reason_refuses],
  denies: [m.reason_denies_title, m.reason_denies],
  reopens: [m.reason_reopens_title, m.reason_reopens],
  'ahead-of-gap': [m.reason_ahead_of_gap_title, m.reason_ahead_of_gap],
  'fills-gap': [m.reason_fills_gap_title, m.reason_fills_gap],
  overtaken: [m.reason_overtaken_title, m.reason_overtaken],
  'keeps-alive': [m.reason_keeps_alive_title, m.reason_keeps_alive],
  'probes-window': [m.reason_probes_window_title, m.reason_probes_window],
  'syn-again': [m.reason_syn_again_title, m.reason_syn_again],
  'syn-ack-again': [m.reason_syn_ack_again_title, m.reason_syn_ack_again],
  'data-again': [m.reason_data_again_title, m.reason_data_again],
  'fin-again': [m.reason_fin_again_title, m.reason_fin_again],
  'probe-without-data': [m.reason_probe_without_data_title, m.reason_probe_without_data],
  'abort-with-ack': [m.reason_abort_with_ack_title, m.reason_abort_with_ack],
  'reset-after-close': [m.reason_reset_after_close_title, m.reason_reset_after_close],
  'syn-with-fin': [m.reason_syn_with_fin_title, m.reason_syn_with_fin],
  'began-late': [m.reason_began_late_title, m.reason_began_late],
  'capture-lacks-segments': [
    m.reason_capture_lacks_segments_title,
    m.reason_capture_lacks_segments,
  ],
  'second-iss': [m.reason_second_iss_title, m.reason_second_iss],
  'wrong-ack-of-syn': [m.reason_wrong_ack_of_syn_title, m.reason_wrong_ack_of_syn],
  'ack-of-unsent': [m.reason_ack_of_unsent_title, m.reason_ack_of_unsent],
  'ack-of-half-a-segment': [m.reason_ack_of_half_a_segment_title, m.reason_ack_of_half_a_segment],
  'ack-before-connection': [m.reason_ack_before_connection_title, m.reason_ack_before_connection],
  'ack-taken-back': [m.reason_ack_taken_back_title, m.reason_ack_taken_back],
  'ack-bit-missing': [m.reason_ack_bit_missing_title, m.reason_ack_bit_missing],
  'impossible-bits': [m.reason_impossible_bits_title, m.reason_impossible_bits],
  'data-after-fin': [m.reason_data_after_fin_title, m.reason_data_after_fin],
  'second-fin': [m.reason_second_fin_title, m.reason_second_fin],
  'fin-before-end-of-data': [
    m.reason_fin_before_end_of_data_title,
    m.reason_fin_before_end_of_data,
  ],
  'number-never-reached': [m.reason_number_never_reached_title, m.reason_number_never_reached],
  'number-before-connection': [
    m.reason_number_before_connection_title,
    m.reason_number_before_connection,
  ],
  'beyond-window': [m.reason_beyond_window_title, m.reason_beyond_window],
  'forged-reset': [m.reason_forged_reset_title, m.reason_forged_reset],
  'forged-syn': [m.reason_forged_syn_title, m.reason_forged_syn],
  'old-duplicate-syn': [m.reason_old_duplicate_syn_title, m.reason_old_duplicate_syn],
};

/** Why a segment got its verdict: in a few words, and in a sentence. */
export function reasonWords({ reason, from }: Pick<Sighting, 'reason' | 'from'>): {
  readonly title: string;
  readonly text: string;
} {
  const [title, text] = WORDS[reason];
  return { title: title(), text: text({ from: roleWords(from), to: roleWords(peerOf(from)) }) };
}
