import type { StaffRefusalCode } from '@ackade/contract';
import type { Problem } from '../api.ts';
import { m } from '../messages/pages.ts';

const WORDS: Readonly<Record<Exclude<Problem, StaffRefusalCode>, () => string>> = {
  offline: m.refusal_offline,
  'bad-request': m.refusal_bad_request,
  'wrong-version': m.refusal_wrong_version,
  'too-large': m.refusal_too_large,
  'too-many-requests': m.refusal_too_many_requests,
  'not-found': m.refusal_not_found,
  'unknown-code': m.refusal_unknown_code,
  'unknown-race': m.refusal_unknown_race,
  'unknown-replay': m.refusal_unknown_replay,
  'unknown-scenario': m.refusal_unknown_scenario,
  'match-full': m.refusal_match_full,
  'name-empty': m.refusal_name_empty,
  'name-too-long': m.refusal_name_too_long,
  'name-invisible': m.refusal_name_invisible,
  'name-taken': m.refusal_name_taken,
  'name-rude': m.refusal_name_rude,
  'not-on-roster': m.refusal_not_on_roster,
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
  'host-only': m.refusal_host_only,
  'race-locked': m.refusal_race_locked,
  'race-full': m.refusal_race_full,
  'race-over': m.refusal_race_over,
  kicked: m.refusal_kicked,
  banned: m.refusal_banned,
  'nobody-here': m.refusal_nobody_here,
  'not-now': m.refusal_not_now,
  'unknown-player': m.refusal_unknown_player,
  'unknown-learner': m.refusal_unknown_learner,
  'bad-session': m.refusal_bad_session,
  'session-open': m.refusal_session_open,
  'unknown-question': m.refusal_unknown_question,
  'unknown-link': m.refusal_unknown_link,
  'too-many-devices': m.refusal_too_many_devices,
  'last-device': m.refusal_last_device,
  'unknown-set': m.refusal_unknown_set,
  'bad-set': m.refusal_bad_set,
  'bad-file': m.refusal_bad_file,
  'set-changed': m.refusal_set_changed,
  'not-the-owner': m.refusal_not_the_owner,
  busy: m.refusal_busy,
  internal: m.refusal_internal,
};

const isSaidHere = (problem: Problem): problem is keyof typeof WORDS => problem in WORDS;

/** What went wrong and what to do. The pages of instructors say themselves what only they are told. */
export const problemWords = (problem: Problem): string =>
  (isSaidHere(problem) ? WORDS[problem] : m.refusal_internal)();
