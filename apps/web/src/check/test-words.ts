/** The five tests in words: what each is called, why it matters, what it found. */
import { m } from '../messages/check.ts';
import type { Hold, Results, Skew, Trial, Trouble } from './results.ts';
import { HOLD, PATIENCE } from './run.ts';
import { clockWords, seconds, spanWords } from './time-words.ts';

export type Test = keyof Results;
export type State = Results[Test]['state'];

export const TESTS: readonly Test[] = ['http', 'polling', 'websocket', 'hold', 'skew'];

/** Clocks that differ by less agree, ms. */
const AGREE = 1000;

const NAMES: Readonly<Record<Test, () => string>> = {
  http: m.test_http,
  polling: m.test_polling,
  websocket: m.test_websocket,
  hold: m.test_hold,
  skew: m.test_skew,
};
const PURPOSES: Readonly<Record<Test, () => string>> = {
  http: m.test_http_text,
  polling: m.test_polling_text,
  websocket: m.test_websocket_text,
  hold: m.test_hold_text,
  skew: m.test_skew_text,
};
const STATES: Readonly<Record<State, () => string>> = {
  waiting: m.state_waiting,
  running: m.state_running,
  ok: m.state_ok,
  trouble: m.state_trouble,
  skipped: m.state_skipped,
};
const TROUBLES: Readonly<Record<Trouble, () => string>> = {
  silent: () => m.found_silent({ seconds: seconds(PATIENCE) }),
  unreachable: m.found_unreachable,
  foreign: m.found_foreign,
  busy: m.found_busy,
};

export const testName = (test: Test): string => NAMES[test]();
export const testPurpose = (test: Test): string => PURPOSES[test]();
export const stateWord = (state: State): string => STATES[state]();

/** What the test has found; empty as long as that is nothing. */
export function found(test: Test, results: Results): string {
  if (test === 'hold') return foundByHolding(results.hold);
  if (test === 'skew') return foundOfClocks(results.skew);
  return foundByTrying(results[test]);
}

function foundByTrying(trial: Trial): string {
  switch (trial.state) {
    case 'running':
      return '';
    case 'ok':
      return m.found_round_trip({ ms: String(Math.max(1, Math.round(trial.roundTrip))) });
    case 'trouble':
      return TROUBLES[trial.trouble]();
  }
}

function foundByHolding(hold: Hold): string {
  switch (hold.state) {
    case 'waiting':
      return '';
    case 'skipped':
      return m.found_no_websocket();
    case 'running': {
      const { held, messages } = hold;
      return m.found_holding({
        held: seconds(held),
        all: seconds(HOLD),
        messages: String(messages),
      });
    }
    case 'ok':
      return m.found_held({ seconds: seconds(HOLD), messages: String(hold.messages) });
    case 'trouble':
      return m.found_broke({ seconds: seconds(hold.held), time: clockWords(hold.at) });
  }
}

function foundOfClocks(skew: Skew): string {
  switch (skew.state) {
    case 'waiting':
      return '';
    case 'skipped':
      return m.found_no_clock();
    case 'ok': {
      if (Math.abs(skew.ahead) < AGREE) return m.found_agree();
      const time = spanWords(Math.abs(skew.ahead));
      return skew.ahead > 0 ? m.found_ahead({ time }) : m.found_behind({ time });
    }
  }
}
