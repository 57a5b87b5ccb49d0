/** What is known of a network so far. */

/**
 * `silent`: no answer in time. `unreachable`: the connection was refused or broke. `foreign`: something else
 * answered. `busy`: the server answered that it does not want to now.
 */
export type Trouble = 'silent' | 'unreachable' | 'foreign' | 'busy';

/** One way to reach the server. `roundTrip`: the median, ms. */
export type Trial =
  | { readonly state: 'running' }
  | { readonly state: 'ok'; readonly roundTrip: number }
  | { readonly state: 'trouble'; readonly trouble: Trouble };

/** A WebSocket that is kept open. `held`: for how long, ms; `messages`: how many came back through it. */
export type Hold =
  | { readonly state: 'waiting' | 'skipped' }
  | { readonly state: 'running'; readonly held: number; readonly messages: number }
  | { readonly state: 'ok'; readonly messages: number }
  /** `at`: when it broke by this device's clock, milliseconds since 1970. */
  | { readonly state: 'trouble'; readonly held: number; readonly at: number };

/** The device's clock beside the server's. `ahead`: by how much it is ahead, ms; negative where it is behind. */
export type Skew =
  | { readonly state: 'waiting' | 'skipped' }
  | { readonly state: 'ok'; readonly ahead: number };

export type Results = {
  readonly http: Trial;
  readonly polling: Trial;
  readonly websocket: Trial;
  readonly hold: Hold;
  readonly skew: Skew;
};

export const NO_RESULTS: Results = {
  http: { state: 'running' },
  polling: { state: 'running' },
  websocket: { state: 'running' },
  hold: { state: 'waiting' },
  skew: { state: 'waiting' },
};
