import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REASONS, VERDICTS } from '@ackade/observer';
import { enhancedPacket, interfaceDescription, LINKS, STATES, sectionHeader } from '@ackade/tcp';
import { afterAll, describe, expect, it } from 'vitest';
import {
  CAPTURES,
  capture,
  capturePath,
  concat,
  LITTLE,
  pcapFile,
  read,
} from '../../../packages/tcp/test/capture-file.ts';
import { ackade, piped } from '../test/ackade.ts';

const FORGED = capturePath('27-blind-rst-challenge-ack.B-view');
const REFUSED = capturePath('03-rst-closed-port');

const folder = mkdtempSync(join(tmpdir(), 'ackade-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, octets: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, octets);
  return path;
};

describe('ackade judge --json', () => {
  it('tells of every segment what it is, its verdict and why', async () => {
    const { exit, stdout } = await ackade(['judge', '--json', REFUSED]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: REFUSED,
      conversations: [
        {
          client: '10.0.0.1:43438',
          server: '10.0.0.2:5999',
          end: 'refused',
          segments: [
            {
              n: 1,
              from: 'client',
              ctl: ['SYN'],
              seq: 1073611122,
              len: 0,
              verdict: 'ok',
              rule: '3.10.1',
              reason: 'opens',
              why: expect.stringMatching(/^The client asks for a connection/),
              client: 'SYN-SENT',
              server: 'LISTEN',
            },
            {
              n: 2,
              from: 'server',
              ctl: ['RST', 'ACK'],
              seq: 0,
              ack: 1073611123,
              len: 0,
              verdict: 'ok',
              rule: '3.10.7.1',
              reason: 'refuses',
              why: expect.stringMatching(/^Nobody listens/),
              client: 'CLOSED',
              server: 'CLOSED',
            },
          ],
        },
      ],
      skipped: {
        'unknown-link': 0,
        'not-ip': 0,
        'not-tcp': 0,
        fragment: 0,
        truncated: 0,
        malformed: 0,
      },
      violations: 0,
    });
  });

  it('gives a line a file, and 1 where there is a violation', async () => {
    const { exit, stdout } = await ackade(['judge', '--json', REFUSED, FORGED]);
    const [refused, forged] = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(exit).toBe(1);
    expect(refused).toMatchObject({ file: REFUSED, violations: 0 });
    const violations = forged.conversations[0].segments.filter(
      (s: { verdict: string }) => s.verdict === 'violation',
    );
    expect(forged.violations).toBe(3);
    expect(
      violations.map(({ n, ctl, reason }: Record<string, unknown>) => [n, ctl, reason]),
    ).toEqual([6, 8, 9].map((n) => [n, ['RST'], 'forged-reset']));
  });

  it('has words and states for all that it finds in real captures', async () => {
    const { stdout } = await ackade(['judge', '--json', ...CAPTURES.map(capturePath)]);
    const files = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(files).toHaveLength(CAPTURES.length);
    for (const { conversations } of files)
      for (const { segments } of conversations)
        for (const { verdict, reason, why, client, server } of segments) {
          expect(VERDICTS).toContain(verdict);
          expect(REASONS[verdict as 'ok']).toHaveProperty(reason);
          expect(why).toMatch(/^[A-Z].*\.$/);
          expect(STATES).toEqual(expect.arrayContaining([client, server]));
        }
  });

  it('reads standard input, in pieces however small', async () => {
    const octets = [...readFileSync(FORGED)].map((octet) => Uint8Array.of(octet));
    const [whole, pieces] = await Promise.all([
      ackade(['judge', '--json', FORGED]),
      ackade(['judge', '--json', '-'], { stdin: piped(...octets) }),
    ]);
    expect(pieces.stdout).toBe(whole.stdout.replace(JSON.stringify(FORGED), '"-"'));
  });

  it('counts what is no TCP segment', async () => {
    const arp = Uint8Array.of(...Array(12).fill(0), 8, 6, ...Array(28).fill(0));
    const frames = [arp, arp, Uint8Array.of(1)].map((octets) => ({ time: 0, octets }));
    const path = file('arp.pcap', pcapFile(LITTLE, 1, frames));
    const { exit, stdout } = await ackade(['judge', '--json', path]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      conversations: [],
      skipped: { 'not-ip': 2, truncated: 1 },
    });
    expect((await ackade(['judge', path])).stdout).toBe(
      `${path}: 0 violations in 0 segments of 0 conversations; skipped 3 frames: 2 not-ip, 1 truncated\n`,
    );
  });
});

describe('ackade judge, of a connection that two interfaces saw', () => {
  const { frames } = read(capture('03-rst-closed-port'));
  const path = file(
    'views.pcapng',
    concat(
      sectionHeader(),
      ...['client', 'server'].map((name) => interfaceDescription(LINKS.ethernet, 6, name)),
      ...frames.flatMap(({ time, octets }) =>
        [0, 1].map((on) => enhancedPacket({ on, digits: 6, time, octets })),
      ),
    ),
  );

  it('gives what each saw as a conversation by itself', async () => {
    const { exit, stdout } = await ackade(['judge', '--json', path]);
    const { conversations, violations } = JSON.parse(stdout);
    expect([exit, violations]).toEqual([0, 0]);
    expect(
      conversations.map(
        ({ interface: on, segments }: { interface: string; segments: object[] }) => [
          on,
          segments.length,
        ],
      ),
    ).toEqual([
      ['client', 2],
      ['server', 2],
    ]);
    expect(Object.keys(conversations[0])).toEqual([
      'client',
      'server',
      'interface',
      'end',
      'segments',
    ]);
  });

  it('says above a ladder where it was seen', async () => {
    const heads = (text: string): string[] =>
      text.split('\n').filter((line) => /^(Conversation|On) /.test(line));
    expect(heads((await ackade(['judge', path])).stdout)).toEqual([
      'Conversation 1 on client: refused',
      'Conversation 2 on server: refused',
    ]);
    expect(heads((await ackade(['ladder', path])).stdout)).toEqual(['On client', 'On server']);
  });
});

describe('ackade judge', () => {
  it('draws each conversation, and says below a segment what is the matter with it', async () => {
    const { exit, stdout } = await ackade(['judge', FORGED]);
    expect(exit).toBe(1);
    expect(stdout).toBe(`Conversation 1: reset
                         10.9.0.1:5081                10.9.0.2:5080
                         |                                        |
✓  0.000000 SYN-SENT     |- SYN seq=0 --------------------------->| LISTEN
✓  0.000195 ESTABLISHED  |<----------------- SYN,ACK seq=0 ack=1 -| SYN-RECEIVED
✓  0.100974 ESTABLISHED  |- ACK seq=1 ack=1 --------------------->| ESTABLISHED
✓  0.271761 ESTABLISHED  |- PSH,ACK seq=1 ack=1 len=1 ----------->| ESTABLISHED
✓  0.271884 ESTABLISHED  |<--------------------- ACK seq=1 ack=2 -| ESTABLISHED
✗  0.475650 ESTABLISHED  |- RST seq=1002 ------------------------>| ESTABLISHED
                         | frame 6: violation. A reset that this  |
                         | end cannot have sent: its number or    |
                         | what follows gives it away. (RFC 9293  |
                         | §3.5.3)                                |
✓  0.475778 ESTABLISHED  |<--------------------- ACK seq=1 ack=2 -| ESTABLISHED
✗  0.773338 ESTABLISHED  |- RST seq=100000001 ------------------->| ESTABLISHED
                         | frame 8: violation. A reset that this  |
                         | end cannot have sent: its number or    |
                         | what follows gives it away. (RFC 9293  |
                         | §3.5.3)                                |
✗  0.978009 ESTABLISHED  |- RST seq=2 --------------------------->| CLOSED
                         | frame 9: violation. A reset that this  |
                         | end cannot have sent: its number or    |
                         | what follows gives it away. (RFC 9293  |
                         | §3.5.3)                                |
✓  1.223392 FIN-WAIT-1   |- FIN,ACK seq=2 ack=1 ----------------->| CLOSED
✓  1.223502 CLOSED       |<--------------------------- RST seq=1 -| CLOSED

${FORGED}: 3 violations in 11 segments of 1 conversation
`);
  });

  it('writes the numbers of the capture with --absolute', async () => {
    const { stdout } = await ackade(['judge', '--absolute', REFUSED]);
    expect(stdout).toContain('SYN seq=1073611122');
    expect(stdout).toContain('RST,ACK seq=0 ack=1073611123');
  });

  it('is as wide as the terminal, within reason', async () => {
    for (const [columns, width] of [
      [72, 72],
      [100, 100],
      [300, 120],
    ] as const) {
      const { stdout } = await ackade(['judge', FORGED], { columns, env: { NO_COLOR: '1' } });
      const ladder = stdout.split('\n').slice(0, -2);
      const widest = Math.max(...ladder.map((line) => line.length));
      expect([columns, widest]).toEqual([columns, width]);
    }
  });

  it.each<
    [where: string, colored: boolean, columns: number | undefined, env: Record<string, string>]
  >([
    ['on a terminal', true, 80, {}],
    ['in a pipe', false, undefined, {}],
    ['on a terminal with NO_COLOR', false, 80, { NO_COLOR: '1' }],
    ['on a terminal with an empty NO_COLOR', true, 80, { NO_COLOR: '' }],
    ['in a pipe with FORCE_COLOR', true, undefined, { FORCE_COLOR: '1' }],
    ['on a terminal with FORCE_COLOR=0', false, 80, { FORCE_COLOR: '0' }],
    ['with both', true, 80, { FORCE_COLOR: '1', NO_COLOR: '1' }],
  ])('colours %s: %s', async (_, colored, columns, env) => {
    const { stdout } = await ackade(
      ['judge', FORGED],
      columns === undefined ? { env } : { columns, env },
    );
    expect(stdout.includes('\u001b[')).toBe(colored);
    if (colored) {
      expect(stdout).toContain('\u001b[32m✓\u001b[39m  0.000000 SYN-SENT');
      const red = stdout.split('\u001b[31m')[1]?.split('\u001b[39m')[0];
      expect(red).toMatch(/^✗ .*frame 6: violation/s);
    }
  });

  const whole = capture('03-rst-closed-port');
  it.each<[what: string, octets: Uint8Array, code: string, conversations: number]>([
    ['is empty', Uint8Array.of(), 'empty', 0],
    [
      'is something else',
      new TextEncoder().encode('{"name":"ackade","version":1}'),
      'not-a-capture',
      0,
    ],
    [
      'is of the future',
      concat(whole.subarray(0, 4), [9, 0], whole.subarray(6)),
      'unsupported-version',
      0,
    ],
    ['is damaged', concat(whole, Array(16).fill(255)), 'damaged', 1],
    ['is cut short', whole.subarray(0, -1), 'cut-short', 1],
  ])(
    'says what to do with a file that %s, judges what can be read, and the other files',
    async (_, octets, code, conversations) => {
      const path = file(`${code}.pcap`, octets);
      const { exit, stdout, stderr } = await ackade(['judge', '--json', path, FORGED]);
      const told = stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      expect(exit).toBe(2);
      expect(stderr).toMatch(new RegExp(`^ackade: ${path}: ${code}: \\S.*\\n$`));
      expect(told.at(-1)).toMatchObject({ file: FORGED, violations: 3 });
      expect(told.slice(0, -1).map((one) => one.conversations.length)).toEqual(
        conversations > 0 ? [conversations] : [],
      );
    },
  );

  it.each([
    ['is not there', '/nowhere/at-all.pcap', /cannot-read: ENOENT/],
    ['is a folder', folder, /cannot-read: EISDIR/],
  ])('gives 2 where a file %s', async (_, path, message) => {
    const { exit, stdout, stderr } = await ackade(['judge', path]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('reads a capture from a pipe', async () => {
    const { exit } = await ackade(['judge', '-'], { stdin: createReadStream(REFUSED) });
    expect(exit).toBe(0);
  });
});
