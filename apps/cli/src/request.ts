import type { Tcb, TcpEvent } from '@ackade/tcp';
import { z } from 'zod';
import { EVENTS } from './event-json.ts';
import { messageOf, type Problem, problemOf, type Result } from './problem.ts';
import { exactly } from './schema.ts';
import { TcbJson } from './tcb-json.ts';

/** What a line of `step` asks: the event, and the TCB that it happens to, if not the one at hand. */
export type Request = { readonly tcb: Tcb | null; readonly event: TcpEvent };

const LineJson = exactly({ tcb: TcbJson.exactOptional(), event: z.unknown() });
const KINDS = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** Reads a line of `step`'s input: `{"tcb":…,"event":…}`. */
export function readRequest(text: string): Result<Request> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused({ code: 'not-json', message: messageOf(error) });
  }
  const line = LineJson.safeParse(json);
  if (!line.success) return refused(problemOf(line.error, json, []));
  const { tcb = null, event } = line.data;
  const kind = KINDS.find((key) => Object.hasOwn(Object(event), key));
  if (kind === undefined)
    return refused({ code: 'missing-key', message: `event: must have one of ${KINDS.join(', ')}` });
  const read = EVENTS[kind].safeParse(event);
  return read.success
    ? { ok: true, value: { tcb, event: read.data } }
    : refused(problemOf(read.error, event, ['event']));
}

const refused = (problem: Problem): Result<never> => ({ ok: false, problem });
