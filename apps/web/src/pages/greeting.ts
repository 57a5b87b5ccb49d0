import type { RowView } from '@ackade/game';
import { m } from '../messages/pages.ts';

/** The three-way handshake told as a greeting: what the home page shows. */
export function greeting(): readonly RowView[] {
  const segment = (
    from: 'client' | 'server',
    time: number,
    ctl: number,
    text: string,
  ): RowView => ({
    kind: 'segment',
    time,
    arrives: time + 50,
    from,
    segment: { ctl, seq: 0, ack: 0, wnd: 0, len: 0, text },
    fate: 'delivered',
    again: false,
    copy: false,
    stray: false,
  });
  return [
    segment('client', 0, 2, m.home_hello()),
    segment('server', 50, 18, m.home_hello_too()),
    segment('client', 100, 16, m.home_lets_talk()),
  ];
}
