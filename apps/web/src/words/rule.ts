import type { RowView } from '@ackade/game';
import { m } from '../messages/verdicts.ts';

export type RuleId = Extract<RowView, { kind: 'mistake' }>['rule'];

const step = (what: string | (() => string)) => (section: string, number: string) =>
  m.rule_step({ section, step: number, what: typeof what === 'string' ? what : what() });
const call = (what: string) => (section: string) => m.rule_call({ section, what });
const timeout = (what: string) => (section: string) => m.rule_timeout({ section, what });
const rest = (section: string, number: string): string => m.rule_rest({ section, step: number });

const WORDS: Readonly<Record<RuleId, (section: string, number: string) => string>> = {
  '3.8.6.1': (section) => m.rule_zero_window({ section }),
  '3.8.6.3': (section) => m.rule_delayed_ack({ section }),
  '3.10.1': call('OPEN'),
  '3.10.2': call('SEND'),
  '3.10.3': call('RECEIVE'),
  '3.10.4': call('CLOSE'),
  '3.10.5': call('ABORT'),
  '3.10.6': call('STATUS'),
  '3.10.7.1': (section) => m.rule_closed({ section }),
  '3.10.7.2-1': step('RST'),
  '3.10.7.2-2': step('ACK'),
  '3.10.7.2-3': step('SYN'),
  '3.10.7.2-4': rest,
  '3.10.7.3-1': step('ACK'),
  '3.10.7.3-2': step('RST'),
  '3.10.7.3-4': step('SYN'),
  '3.10.7.3-5': rest,
  '3.10.7.4-1': step(m.rule_seq),
  '3.10.7.4-2': step('RST'),
  '3.10.7.4-4': step('SYN'),
  '3.10.7.4-5': step('ACK'),
  '3.10.7.4-6': step('URG'),
  '3.10.7.4-7': step(m.rule_text),
  '3.10.7.4-8': step('FIN'),
  '3.10.8-1': timeout('USER'),
  '3.10.8-2': timeout('RETRANSMISSION'),
  '3.10.8-3': timeout('TIME-WAIT'),
};

/** Where RFC 9293 decides it. */
export function ruleWords(rule: RuleId): string {
  const [section = '', number = ''] = rule.split('-');
  return WORDS[rule](section, number);
}
