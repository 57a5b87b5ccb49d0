import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { after, arrival, arrive, offered, receiving, withOptions } from '../test/arrival.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { RULE_IDS, type RuleId, step, type Tcb, type TcpEvent } from './index.ts';

const TITLE =
  /\b(?:describe|it)(?:\.each\([\s\S]*?\))?\(\s*(?:'([^'\n]*)'|`([^`\n]*)`|"([^"\n]*)")/g;

const titles = ['.', '../test']
  .map((folder) => new URL(`${folder}/`, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  )
  .flatMap((source) => [...source.matchAll(TITLE)].map((m) => m[1] ?? m[2] ?? m[3] ?? ''));

it.each(RULE_IDS)('the title of some test names rule %s', (rule) => {
  const named = new RegExp(`(?<![\\d.])${rule.replaceAll('.', '\\.')}(?![\\d.-]*\\d)`);
  expect(titles.filter((title) => named.test(title))).not.toEqual([]);
});

const { CLOSED, LISTEN, ESTABLISHED } = TCB_IN;
const SYN_SENT = TCB_IN['SYN-SENT'];
const SYN_RECEIVED = TCB_IN['SYN-RECEIVED'];
const TIME_WAIT = withOptions(TCB_IN['TIME-WAIT'], { listening: true });
const slow = arrive(
  withOptions(ESTABLISHED, { delayedAck: true }),
  '<SEQ=301><ACK=101><CTL=ACK><DATA=5>',
);

/** What each rule decides. A segment stands for its arrival. */
const DECISIONS: Readonly<Record<RuleId, readonly (readonly [Tcb, string | TcpEvent])[]>> = {
  '3.8.6.1': [
    [after(offered(ESTABLISHED, 0), { call: 'CLOSE' }), { timeout: 'zero-window-probe' }],
    [ESTABLISHED, { timeout: 'zero-window-probe' }],
  ],
  '3.8.6.3': [
    [slow, { timeout: 'delayed-ack' }],
    [ESTABLISHED, { timeout: 'delayed-ack' }],
  ],
  '3.10.1': [[CLOSED, { call: 'OPEN', mode: 'active' }]],
  '3.10.2': [[ESTABLISHED, { call: 'SEND', len: 1 }]],
  '3.10.3': [[ESTABLISHED, { call: 'RECEIVE', len: 1 }]],
  '3.10.4': [[ESTABLISHED, { call: 'CLOSE' }]],
  '3.10.5': [[ESTABLISHED, { call: 'ABORT' }]],
  '3.10.6': [[ESTABLISHED, { call: 'STATUS' }]],
  '3.10.7.1': [
    [CLOSED, '<SEQ=5><CTL=SYN>'],
    [CLOSED, '<SEQ=5><CTL=RST>'],
  ],
  '3.10.7.2-1': [[LISTEN, '<SEQ=5><CTL=RST>']],
  '3.10.7.2-2': [[LISTEN, '<SEQ=5><ACK=7><CTL=ACK>']],
  '3.10.7.2-3': [[LISTEN, '<SEQ=5><CTL=SYN>']],
  '3.10.7.2-4': [[LISTEN, '<SEQ=5><CTL=FIN>']],
  '3.10.7.3-1': [
    [SYN_SENT, '<SEQ=5><ACK=7><CTL=ACK>'],
    [SYN_SENT, '<SEQ=5><ACK=7><CTL=RST,ACK>'],
  ],
  '3.10.7.3-2': [
    [SYN_SENT, '<SEQ=5><CTL=RST>'],
    [SYN_SENT, '<SEQ=5><ACK=101><CTL=RST,ACK>'],
  ],
  '3.10.7.3-4': [
    [SYN_SENT, '<SEQ=300><CTL=SYN>'],
    [SYN_SENT, '<SEQ=300><ACK=101><CTL=SYN,ACK>'],
    [SYN_SENT, '<SEQ=300><ACK=101><CTL=SYN,ACK><DATA=9>'],
  ],
  '3.10.7.3-5': [[SYN_SENT, '<SEQ=300><ACK=101><CTL=ACK>']],
  '3.10.7.4-1': [
    [ESTABLISHED, '<SEQ=300><ACK=101><CTL=ACK>'],
    [ESTABLISHED, '<SEQ=300><CTL=RST>'],
    [SYN_RECEIVED, '<SEQ=300><CTL=SYN>'],
    [SYN_RECEIVED, '<SEQ=300><ACK=101><CTL=SYN,ACK>'],
    [receiving(ESTABLISHED, 0), '<SEQ=301><ACK=101><CTL=ACK><DATA=1>'],
    [receiving(ESTABLISHED, 0), '<SEQ=301><CTL=none><DATA=1>'],
  ],
  '3.10.7.4-2': [
    [ESTABLISHED, '<SEQ=301><CTL=RST>'],
    [ESTABLISHED, '<SEQ=302><CTL=RST>'],
    [SYN_RECEIVED, '<SEQ=301><CTL=RST>'],
    [CROSSED, '<SEQ=301><CTL=RST>'],
    [TIME_WAIT, '<SEQ=302><CTL=RST>'],
  ],
  '3.10.7.4-4': [
    [ESTABLISHED, '<SEQ=301><CTL=SYN>'],
    [SYN_RECEIVED, '<SEQ=301><CTL=SYN>'],
    [TIME_WAIT, '<SEQ=303><CTL=SYN>'],
  ],
  '3.10.7.4-5': [
    [ESTABLISHED, '<SEQ=301><ACK=101><CTL=ACK>'],
    [ESTABLISHED, '<SEQ=301><ACK=999><CTL=ACK>'],
    [ESTABLISHED, '<SEQ=309><ACK=999><CTL=ACK>'],
    [ESTABLISHED, '<SEQ=301><CTL=none>'],
    [SYN_RECEIVED, '<SEQ=301><ACK=101><CTL=ACK>'],
    [SYN_RECEIVED, '<SEQ=301><ACK=100><CTL=ACK>'],
    [TCB_IN['LAST-ACK'], '<SEQ=302><ACK=102><CTL=ACK>'],
  ],
  '3.10.7.4-6': [[ESTABLISHED, '<SEQ=301><ACK=101><CTL=URG,ACK><UP=1>']],
  '3.10.7.4-7': [
    [ESTABLISHED, '<SEQ=301><ACK=101><CTL=ACK><DATA=1>'],
    [ESTABLISHED, '<SEQ=302><ACK=101><CTL=ACK><DATA=1>'],
    [TCB_IN['CLOSE-WAIT'], '<SEQ=302><ACK=101><CTL=ACK><DATA=1>'],
  ],
  '3.10.7.4-8': [
    [ESTABLISHED, '<SEQ=301><ACK=101><CTL=FIN,ACK>'],
    [ESTABLISHED, '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=1>'],
    [TIME_WAIT, '<SEQ=302><ACK=102><CTL=FIN,ACK>'],
  ],
  '3.10.8-1': [
    [SYN_SENT, { timeout: 'user' }],
    [ESTABLISHED, { timeout: 'user' }],
  ],
  '3.10.8-2': [
    [SYN_SENT, { timeout: 'retransmission' }],
    [ESTABLISHED, { timeout: 'retransmission' }],
  ],
  '3.10.8-3': [
    [TIME_WAIT, { timeout: 'time-wait' }],
    [ESTABLISHED, { timeout: 'time-wait' }],
  ],
};

const shown = (event: string | TcpEvent): string =>
  typeof event === 'string' ? event : Object.values(event).join(' ');

describe.each(RULE_IDS)('rule %s decides', (rule) => {
  it.each(DECISIONS[rule].map(([tcb, event]) => [tcb.state, shown(event), tcb, event] as const))(
    'in %s of %s',
    (_state, _event, tcb, event) =>
      expect(step(tcb, typeof event === 'string' ? arrival(event) : event).rule).toBe(rule),
  );
});
