import type { Level } from '@ackade/game';
import type { Control } from '@ackade/tcp';
import type { Endpoint } from '../words/role.ts';

/** A wrong answer that is offered beside the right one: what differs in it. */
export type Alternative = {
  readonly ctl?: Control;
  /** Added to the number of the right segment. */
  readonly ack?: number;
  /** Nothing is sent at all. */
  readonly silent?: true;
  /** Without the data. */
  readonly bare?: true;
};

/**
 * How the reader makes the next thing happen. `say`: by one button; `pick`: by choosing among segments; `compose`:
 * by putting the control bits together, the numbers being filled in; `wait`: by letting a timer run.
 */
export type Beat =
  | { readonly way: 'say' }
  | { readonly way: 'compose' }
  | { readonly way: 'wait' }
  | { readonly way: 'pick'; readonly wrong: readonly Alternative[] };

/** One idea of the lesson. Plain data: what is right, and every number in it, comes of the core. */
export type Step = {
  readonly id: string;
  /** The scenario of the game that it happens in, and that is played afterwards. */
  readonly scenario: string;
  readonly level: Level;
  /** Whether the states of both ends are told. */
  readonly states: boolean;
  /** Whether what may ride on a segment does; otherwise everything goes by itself. */
  readonly merged: boolean;
  readonly beats: readonly Beat[];
  /** How the scenario is played afterwards. */
  readonly play: { readonly level: Level; readonly seat: Endpoint };
};

export const SAY: Beat = { way: 'say' };
export const COMPOSE: Beat = { way: 'compose' };
export const WAIT: Beat = { way: 'wait' };
export const pick = (...wrong: readonly Alternative[]): Beat => ({ way: 'pick', wrong });
