import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accused, conversationsOf, packetsOf, RECORDED, sightingsOf } from './files.ts';

const named = (file: string): URL => new URL(file, RECORDED);
const judged = (file: string) => conversationsOf(packetsOf(named(file)));

/** Frames that were put into the recording by hand, and could not have come from the real peer. */
const INJECTED: Readonly<Record<string, readonly string[]>> = {
  '24-old-duplicate-syn-fig8.B-view.pcap': ['1 old-duplicate-syn'],
  '27-blind-rst-challenge-ack.B-view.pcap': ['6 forged-reset', '8 forged-reset', '9 forged-reset'],
};

describe('captures of real kernels', () => {
  const files = readdirSync(RECORDED).filter((file) => file.endsWith('.pcap'));
  it('are all there', () => expect(files).toHaveLength(18));
  it.each(files)('%s: accuses what was injected, and nobody else', (file) => {
    expect(accused(packetsOf(named(file)))).toEqual(INJECTED[file] ?? []);
  });

  it.each([
    ['01-handshake-data-close.pcap', 'graceful'],
    ['03-rst-closed-port.pcap', 'refused'],
    ['04-abort-linger0.pcap', 'reset'],
    ['12-syn-retransmit.pcap', 'unanswered'],
    ['20-simultaneous-open.A-view.pcap', 'reset'],
    ['21-simultaneous-close.A-view.pcap', 'graceful'],
    ['26-half-open-syn-fig9.B-view.pcap', 'reset'],
    ['44-refused.pcap', 'refused'],
    ['48-loss4-server-view.pcap', 'graceful'],
  ])('%s ends %s', (file, end) => {
    expect(judged(file).map((c) => c.end)).toEqual([end]);
  });

  it('names the ends by who opened', () => {
    const [c] = judged('43-ipv6-http.pcap');
    expect([c?.client, c?.server]).toEqual(['[fd09::1]:44186', '[fd09::2]:8000']);
  });

  const states = (file: string): string[] =>
    judged(file)
      .flatMap(sightingsOf)
      .map(({ client, server }) => `${client} ${server}`);

  it('follows the states through a simultaneous close', () => {
    expect(states('21-simultaneous-close.A-view.pcap')).toEqual([
      'SYN-SENT LISTEN',
      'ESTABLISHED SYN-RECEIVED',
      'ESTABLISHED ESTABLISHED',
      'FIN-WAIT-1 CLOSE-WAIT',
      'CLOSING CLOSING',
      'CLOSING TIME-WAIT',
      'TIME-WAIT TIME-WAIT',
    ]);
  });

  it('follows the states when a FIN overtakes data', () => {
    expect(states('29-fin-overtakes-data.B-view.pcap').slice(3)).toEqual([
      'FIN-WAIT-1 ESTABLISHED',
      'FIN-WAIT-1 ESTABLISHED',
      'FIN-WAIT-1 CLOSE-WAIT',
      'FIN-WAIT-2 CLOSE-WAIT',
      'CLOSED CLOSED',
    ]);
  });

  it('tells what was sent again', () => {
    const verdicts = judged('10-lost-synack.pcap')
      .flatMap(sightingsOf)
      .map(({ verdict }) => verdict);
    expect(verdicts.flatMap((v, i) => (v === 'retransmission' ? [i + 1] : []))).toEqual([3, 4, 6]);
  });
});

describe('long recordings over bad ways', () => {
  const OWN = new URL('captures/', import.meta.url);
  it.each(readdirSync(OWN).filter((file) => file.endsWith('.pcap')))(
    '%s: nobody is accused',
    (file) => {
      const seen = packetsOf(new URL(file, OWN));
      expect(seen.length).toBeGreaterThan(1500);
      expect(accused(seen)).toEqual([]);
    },
  );
});
