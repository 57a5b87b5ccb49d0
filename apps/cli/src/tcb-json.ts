/**
 * TCBs in JSON: the variables of RFC 9293 §3.3.1, and whatever else is not as usual. In CLOSED and LISTEN
 * there are no variables, and in SYN-SENT nothing is known of the peer's numbers yet.
 */
import {
  BLANK_SEND,
  closedTcb,
  DEFAULT_OPTIONS,
  distance,
  type EndpointOptions,
  type Receive,
  type Send,
  type State,
  seq,
  type Tcb,
} from '@ackade/tcp';
import { z } from 'zod';
import { Count, exactly, SeqNum, unusual, Word } from './schema.ts';

/** What a peer's window of `wnd` octets leaves at rest. */
const usualSend = (wnd: number): Send => ({ ...BLANK_SEND, wnd, maxWnd: wnd });
const usualReceive = (wnd: number): Receive => ({ ...closedTcb(0).rcv, wnd });

/** The window is what the buffer has room for, so the buffer is as large as that and what lies in it. */
const usualOptions = ({ wnd, unread = 0 }: Partial<Receive>): EndpointOptions => ({
  ...DEFAULT_OPTIONS,
  window: Math.min(wnd === undefined ? LARGEST : wnd + unread, LARGEST),
});
const LARGEST = DEFAULT_OPTIONS.window;

const SendJson = exactly({
  iss: SeqNum,
  una: SeqNum,
  nxt: SeqNum,
  wnd: Word,
  wl1: SeqNum,
  wl2: SeqNum,
  maxWnd: Word.exactOptional(),
  up: SeqNum.exactOptional(),
  fin: SeqNum.exactOptional(),
  queued: Count.exactOptional(),
  closing: z.boolean().exactOptional(),
  backoff: Count.exactOptional(),
})
  .refine(({ una, nxt }) => distance(una, nxt) >= 0, 'una stands after nxt')
  .refine(
    ({ fin, nxt, queued = 0, closing = false }) =>
      fin === undefined || (distance(fin, nxt) === 1 && queued === 0 && !closing),
    'fin is not the last number before nxt, or something waits behind it',
  )
  .transform((given): Send => ({ ...usualSend(given.wnd), ...given }));

/** What there is to receive into before the peer's SYN has come. */
const Early = { wnd: Word, wanted: Count.exactOptional() };

const ReceiveJson = exactly({
  irs: SeqNum,
  nxt: SeqNum,
  ...Early,
  up: SeqNum.exactOptional(),
  held: z.array(exactly({ from: SeqNum, end: SeqNum })).exactOptional(),
  fin: SeqNum.exactOptional(),
  unread: Word.exactOptional(),
  unacked: Count.exactOptional(),
})
  .refine(({ nxt, held = [] }) => {
    const edges = held.flatMap(({ from, end }) => [distance(nxt, from), distance(nxt, end)]);
    return edges.every((edge, i) => edge > (edges[i - 1] ?? -1));
  }, 'held is not ascending from nxt on, with gaps between')
  .refine(
    ({ nxt, fin }) => fin === undefined || distance(fin, nxt) <= 1,
    'fin stands far before nxt',
  )
  .transform((given): Receive => ({ ...usualReceive(given.wnd), ...given }));

const Kept = {
  nextIss: SeqNum.default(seq(0)),
  options: exactly({
    mss: Word.min(1).exactOptional(),
    window: Word.exactOptional(),
    reads: z.enum(['at-once', 'on-call']).exactOptional(),
    delayedAck: z.boolean().exactOptional(),
    listening: z.boolean().exactOptional(),
  }).default({}),
};
const opened = z.enum(['active', 'passive']);

const UNCLOSED: readonly State[] = ['ESTABLISHED', 'CLOSE-WAIT'];

/** Reads a TCB. */
export const TcbJson = z.discriminatedUnion('state', [
  exactly({
    state: z.enum(['CLOSED', 'LISTEN']),
    ...Kept,
    rcv: exactly({ ...Early, wnd: Word.exactOptional() }).default({}),
  }).transform(({ state, nextIss, options, rcv }): Tcb => {
    const idle = closedTcb(nextIss, { ...usualOptions(rcv), ...options });
    const mode = state === 'LISTEN' ? 'passive' : idle.opened;
    return { ...idle, state, opened: mode, rcv: { ...idle.rcv, ...rcv } };
  }),
  exactly({
    state: z.literal('SYN-SENT'),
    opened,
    ...Kept,
    snd: SendJson,
    rcv: exactly(Early),
  }).transform(
    ({ rcv, options, ...rest }): Tcb => ({
      ...rest,
      options: { ...usualOptions(rcv), ...options },
      rcv: { ...usualReceive(rcv.wnd), ...rcv },
      displaced: null,
    }),
  ),
  exactly({
    state: z.enum([
      'SYN-RECEIVED',
      'ESTABLISHED',
      'FIN-WAIT-1',
      'FIN-WAIT-2',
      'CLOSE-WAIT',
      'CLOSING',
      'LAST-ACK',
      'TIME-WAIT',
    ]),
    opened,
    ...Kept,
    snd: SendJson,
    rcv: ReceiveJson,
    displaced: exactly({ snd: SendJson, rcv: ReceiveJson }).exactOptional(),
  })
    .refine(
      ({ state, snd }) => !UNCLOSED.includes(state) || (snd.fin === null && !snd.closing),
      'the state is one before our CLOSE, but snd tells of a FIN',
    )
    .transform(
      ({ options, displaced = null, ...rest }): Tcb => ({
        ...rest,
        options: { ...usualOptions(rest.rcv), ...options },
        displaced,
      }),
    ),
]);

/** The JSON of a TCB, which `TcbJson` reads. */
export function tcbToJson({ state, opened, nextIss, options, snd, rcv, displaced }: Tcb): object {
  const idle = state === 'CLOSED' || state === 'LISTEN';
  const received = idle
    ? unusual(rcv, usualReceive(options.window))
    : receiveToJson(rcv, state === 'SYN-SENT' ? ['wnd'] : RECEIVE);
  const chosen = unusual(options, usualOptions(received));
  return {
    state,
    ...(idle ? {} : { opened }),
    ...(nextIss === 0 && state !== 'LISTEN' ? {} : { nextIss }),
    ...(isEmpty(chosen) ? {} : { options: chosen }),
    ...(idle ? {} : { snd: sendToJson(snd) }),
    ...(isEmpty(received) ? {} : { rcv: received }),
    ...(displaced === null
      ? {}
      : {
          displaced: {
            snd: sendToJson(displaced.snd),
            rcv: receiveToJson(displaced.rcv, RECEIVE),
          },
        }),
  };
}

const SEND = ['iss', 'una', 'nxt', 'wnd', 'wl1', 'wl2'] as const;
const RECEIVE = ['irs', 'nxt', 'wnd'] as const;

const sendToJson = (snd: Send): Partial<Send> => unusual(snd, usualSend(snd.wnd), SEND);
const receiveToJson = (rcv: Receive, always: readonly (keyof Receive)[]): Partial<Receive> =>
  unusual(rcv, usualReceive(rcv.wnd), always);

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;
