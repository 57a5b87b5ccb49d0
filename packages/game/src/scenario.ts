import {
  add,
  type Control,
  closedTcb,
  DEFAULT_OPTIONS,
  ENDPOINTS,
  type Endpoint,
  type EndpointOptions,
  establishedTcb,
  type Passage,
  RST,
  type Segment,
  type State,
  seq,
  type Tcb,
  type UserCall,
} from '@ackade/tcp';

/** How much of a segment the player must get right. */
export const LEVELS = ['flags', 'numbers', 'full'] as const;
/**
 * `flags`: the control bits, as in the first lesson; `numbers`: SEG.SEQ, SEG.ACK and SEG.LEN as well; `full`:
 * also SEG.WND and the state that one is in afterwards.
 */
export type Level = (typeof LEVELS)[number];

/** What a move or a question exercises. */
export const SKILLS = [
  'handshake',
  'close',
  'data',
  'loss',
  'time-wait',
  'crossing',
  'reset',
  'half-open',
  'attack',
  'window',
  'numbers',
] as const;
export type Skill = (typeof SKILLS)[number];

/** Which scenarios stand together in the catalogue. */
export const FAMILIES = [
  'basics',
  'endings',
  'losses',
  'crossings',
  'ghosts',
  'attacks',
  'limits',
] as const;
export type Family = (typeof FAMILIES)[number];

/** What an application waits for before its next call. */
export type Condition =
  | 'start'
  | 'established'
  | 'peer-closed'
  /** The connection was reset or refused. */
  | 'reset'
  /** The connection that was is gone, and its state CLOSED. */
  | 'closed'
  /** That many octets of the peer's stream have been delivered. */
  | { readonly received: number };

type When = {
  readonly after: Condition;
  /** Milliseconds of the connection's time that the application then takes; 0 where it is not said. */
  readonly wait?: number;
};

/** One call that the application at an end makes, and after what. `text` is what it sends, in ASCII. */
export type ScriptLine = When &
  (
    | { readonly call: 'OPEN'; readonly mode: 'active' | 'passive' }
    | { readonly call: 'SEND'; readonly text: string }
    | { readonly call: 'RECEIVE'; readonly len: number }
    | { readonly call: 'CLOSE' | 'ABORT' }
    /** The host loses all that it knew of its connections (§3.5.1). */
    | { readonly call: 'CRASH' }
  );

/** A sequence number as a scenario can name it: so far beyond an end's initial one. */
export type Numbered = { readonly iss: Endpoint; readonly plus: number };

/** A segment that neither end has sent arrives at `at`: an old duplicate, or a forgery. */
export type Stray = {
  readonly at: Endpoint;
  /** The connection's own time, ms. */
  readonly time: number;
  readonly ctl: Control;
  readonly seq: Numbered;
  /** Where the ACK bit is set. */
  readonly ack?: Numbered;
};

/** A situation to play. Plain data: what is right follows from the core, not from here. */
export type Scenario = {
  readonly id: string;
  readonly family: Family;
  /** Where RFC 9293 describes it. */
  readonly rfc: string;
  readonly start: 'closed' | 'established';
  readonly script: Readonly<Record<Endpoint, readonly ScriptLine[]>>;
  /** What becomes of which segment, and what comes that nobody sent. */
  readonly link: readonly (Passage | Stray)[];
  readonly skills: readonly Skill[];
  readonly levels: readonly [Level, ...Level[]];
  /** The states in which a match ends. */
  readonly ends: Readonly<Record<Endpoint, State>>;
  /** What an end leaves to its configuration, where it is not the usual. */
  readonly options?: Readonly<Partial<Record<Endpoint, Partial<EndpointOptions>>>>;
  /** Initial sequence numbers that matter; otherwise every match draws its own. */
  readonly iss?: Readonly<Record<Endpoint, number>>;
};

/** The user call that a script line makes; a crash is none. */
export function callOf(line: Exclude<ScriptLine, { call: 'CRASH' }>): UserCall {
  switch (line.call) {
    case 'OPEN':
      return { call: 'OPEN', mode: line.mode };
    case 'SEND':
      return { call: 'SEND', len: line.text.length };
    case 'RECEIVE':
      return { call: 'RECEIVE', len: line.len };
    default:
      return { call: line.call };
  }
}

type Numbers = Readonly<Record<Endpoint, number>>;

/** The TCBs that a scenario starts from, given both ends' initial sequence numbers. */
export function startingTcbs(scenario: Scenario, iss: Numbers): Record<Endpoint, Tcb> {
  const options = (e: Endpoint): EndpointOptions => ({
    ...DEFAULT_OPTIONS,
    ...scenario.options?.[e],
  });
  const [client, server] = ENDPOINTS.map(options) as [EndpointOptions, EndpointOptions];
  if (scenario.start === 'closed')
    return { client: closedTcb(iss.client, client), server: closedTcb(iss.server, server) };
  const ends = {
    client: establishedTcb('active', iss.client + 1, iss.server + 1, client),
    server: establishedTcb('passive', iss.server + 1, iss.client + 1, server),
  };
  // Each has learned the other's window in the handshake.
  return {
    client: offered(ends.client, server.window),
    server: offered(ends.server, client.window),
  };
}

const offered = (tcb: Tcb, wnd: number): Tcb => ({
  ...tcb,
  snd: { ...tcb.snd, wnd, maxWnd: wnd },
});

/** The segment that a stray is, given both ends' initial sequence numbers. */
export function strayOf({ ctl, seq: from, ack }: Stray, iss: Numbers): Segment {
  const numberOf = ({ iss: of, plus }: Numbered): Segment['seq'] => add(seq(iss[of]), plus);
  return {
    ctl,
    seq: numberOf(from),
    ack: ack ? numberOf(ack) : seq(0),
    wnd: ctl & RST ? 0 : DEFAULT_OPTIONS.window,
    len: 0,
    up: 0,
  };
}
