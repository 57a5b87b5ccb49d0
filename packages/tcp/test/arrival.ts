import { type EndpointOptions, type Signal, step, type Tcb, type TcpEvent } from '../src/index.ts';
import { segment, text } from './notation.ts';

export const arrival = (s: string): TcpEvent => ({ segment: segment(s) });

/** The state after `s` has come, and what it makes the endpoint owe. */
export function come(tcb: Tcb, s: string): string[] {
  const { tcb: after, out } = step(tcb, arrival(s));
  return [after.state, ...out.map(text)];
}

/** What `tcb` becomes when all of these have come. */
export const arrive = (tcb: Tcb, ...all: string[]): Tcb => after(tcb, ...all.map(arrival));

export const after = (tcb: Tcb, ...events: TcpEvent[]): Tcb =>
  events.reduce((t, event) => step(t, event).tcb, tcb);

export const told = (tcb: Tcb, s: string): readonly Signal[] => step(tcb, arrival(s)).signals;

export const ruleOf = (tcb: Tcb, s: string): string => step(tcb, arrival(s)).rule;

/** The challenge, and the answer to what is not acceptable. */
export const ackOf = ({ snd, rcv }: Tcb): string => `<SEQ=${snd.nxt}><ACK=${rcv.nxt}><CTL=ACK>`;

export const withOptions = (tcb: Tcb, options: Partial<EndpointOptions>): Tcb => ({
  ...tcb,
  options: { ...tcb.options, ...options },
});

/** `tcb` with RCV.WND `wnd`. */
export const receiving = (tcb: Tcb, wnd: number): Tcb => ({ ...tcb, rcv: { ...tcb.rcv, wnd } });

/** `tcb` with SND.WND `wnd`, which is all that the peer ever offered. */
export const offered = (tcb: Tcb, wnd: number): Tcb => ({
  ...tcb,
  snd: { ...tcb.snd, wnd, maxWnd: wnd },
});
