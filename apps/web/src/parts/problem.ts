import type { Problem } from '../api.ts';
import { m } from '../messages/pages.ts';

const WORDS: Readonly<Record<Problem, () => string>> = {
  offline: m.refusal_offline,
  'bad-request': m.refusal_bad_request,
  'wrong-version': m.refusal_wrong_version,
  'too-large': m.refusal_too_large,
  'too-many-requests': m.refusal_too_many_requests,
  'not-found': m.refusal_not_found,
  'unknown-code': m.refusal_unknown_code,
  'unknown-replay': m.refusal_unknown_replay,
  'unknown-scenario': m.refusal_unknown_scenario,
  'match-full': m.refusal_match_full,
  'name-empty': m.refusal_name_empty,
  'name-too-long': m.refusal_name_too_long,
  'name-invisible': m.refusal_name_invisible,
  'name-taken': m.refusal_name_taken,
  'wrong-token': m.refusal_wrong_token,
  'seat-replaced': m.refusal_seat_replaced,
  'taken-over': m.refusal_taken_over,
  'not-playing': m.refusal_not_playing,
  'out-of-turn': m.refusal_out_of_turn,
  'no-such-data': m.refusal_no_such_data,
  'no-more-hints': m.refusal_no_more_hints,
  'too-much-weather': m.refusal_too_much_weather,
  'partner-present': m.refusal_partner_present,
  'match-not-over': m.refusal_match_not_over,
  'match-over': m.refusal_match_over,
  busy: m.refusal_busy,
  internal: m.refusal_internal,
};

/** What went wrong and what to do, for every way in which the server says no. */
export const problemWords = (problem: Problem): string => WORDS[problem]();
