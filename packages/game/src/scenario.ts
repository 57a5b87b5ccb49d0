import {
  closedTcb,
  type Endpoint,
  establishedTcb,
  type Passage,
  type State,
  type Tcb,
  type UserCall,
} from '@ackade/tcp';

/** How much of a segment the player must get right. */
export const LEVELS = ['flags', 'numbers'] as const;
/** `flags`: the control bits, as in the first lesson; `numbers`: SEG.SEQ and SEG.ACK as well. */
export type Level = (typeof LEVELS)[number];

/** What a move or a question exercises. */
export const SKILLS = ['handshake', 'close', 'data', 'loss', 'time-wait'] as const;
export type Skill = (typeof SKILLS)[number];

/** What an application waits for before its next call. */
export type Condition =
  | 'start'
  | 'established'
  | 'peer-closed'
  /** That many octets of the peer's stream have been delivered. */
  | { readonly received: number };

/** One call that the application at an end makes, and after what. `text` is what it sends, in ASCII. */
export type ScriptLine =
  | { readonly after: Condition; readonly call: 'OPEN'; readonly mode: 'active' | 'passive' }
  | { readonly after: Condition; readonly call: 'SEND'; readonly text: string }
  | { readonly after: Condition; readonly call: 'CLOSE' | 'ABORT' };

/** A situation to play. Plain data: what is right follows from the core, not from here. */
export type Scenario = {
  readonly id: string;
  /** Where RFC 9293 describes it. */
  readonly rfc: string;
  readonly start: 'closed' | 'established';
  readonly script: Readonly<Record<Endpoint, readonly ScriptLine[]>>;
  /** What becomes of which segment; here each arrives once, in order, or not at all. */
  readonly link: readonly Passage[];
  readonly skills: readonly Skill[];
  readonly levels: readonly Level[];
  /** The states in which a match ends. */
  readonly ends: Readonly<Record<Endpoint, State>>;
};

/** The user call that a script line makes. */
export function callOf(line: ScriptLine): UserCall {
  switch (line.call) {
    case 'OPEN':
      return { call: 'OPEN', mode: line.mode };
    case 'SEND':
      return { call: 'SEND', len: line.text.length };
    default:
      return { call: line.call };
  }
}

/** The TCBs that a scenario starts from, given both ends' initial sequence numbers. */
export function startingTcbs(
  scenario: Scenario,
  iss: Readonly<Record<Endpoint, number>>,
): Record<Endpoint, Tcb> {
  if (scenario.start === 'closed')
    return { client: closedTcb(iss.client), server: closedTcb(iss.server) };
  return {
    client: establishedTcb('active', iss.client + 1, iss.server + 1),
    server: establishedTcb('passive', iss.server + 1, iss.client + 1),
  };
}
