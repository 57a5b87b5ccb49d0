/** What has happened to one end in a world: its events, with the TCBs before and after each. */
import { type Endpoint, type RuleId, step, type Tcb, type TcpEvent } from '@ackade/tcp';
import { startingTcbs } from '../scenario.ts';
import type { World } from '../world.ts';
import { eventOf } from './moment.ts';

export type Happening = {
  /** Its row in the world. */
  readonly row: number;
  readonly before: Tcb;
  readonly event: TcpEvent;
  readonly after: Tcb;
  readonly rule: RuleId;
};

/** In their order; up to the first crash, if there is one: what then follows no figure tells. */
export function happeningsAt(world: World, at: Endpoint): readonly Happening[] {
  const found: Happening[] = [];
  let before = startingTcbs(world.scenario, world.iss)[at];
  for (const [index, row] of world.rows.entries()) {
    if (row.at !== at || row.kind === 'sent' || row.kind === 'silence') continue;
    const event = eventOf(row);
    if (!event) break;
    const { tcb: after, rule } = step(before, event);
    found.push({ row: index, before, event, after, rule });
    before = after;
  }
  return found;
}
