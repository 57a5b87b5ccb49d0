import { describe, expect, it } from 'vitest';
import { promptParts } from './prompt.ts';

describe('a prompt', () => {
  it.each([
    [
      'The client is in SYN-SENT: SND.UNA 100. This segment arrives: SYN,ACK. What does the client answer?',
      'The client is in SYN-SENT: SND.UNA 100. This segment arrives: SYN,ACK.',
      'What does the client answer?',
    ],
    [
      '客户端处于 SYN-SENT。客户端收到报文段：SYN。客户端会怎样回应？',
      '客户端处于 SYN-SENT。客户端收到报文段：SYN。',
      '客户端会怎样回应？',
    ],
    ['A pure ACK is never answered.', '', 'A pure ACK is never answered.'],
    ['它关闭了。它不再接收。', '', '它关闭了。它不再接收。'],
    ['What does RFC 9293 §3.10.7.4 say?', '', 'What does RFC 9293 §3.10.7.4 say?'],
    ['One of these no TCP would send. Which?', '', 'One of these no TCP would send. Which?'],
    ['', '', ''],
  ])('%j', (prompt, situation, asked) => {
    expect(promptParts(prompt)).toEqual({ situation, asked });
  });
});
