/** Matches of the game, exported as captures, before the judge and before Wireshark. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACK, captureReader, FIN, PSH, peerOf, RST, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { captureOf } from '../../game/src/export.ts';
import {
  type Match,
  type Move,
  type Replay,
  replayOf,
  SCENARIOS,
  type Scenario,
} from '../../game/src/index.ts';
import { plainMove, playOn } from '../../game/test/play.ts';
import { give, owing, seated, wake } from '../../game/test/simulate.ts';
import { captureJudge, type Sighting } from '../src/index.ts';
import { sightingsOf } from './files.ts';

type Sent = Extract<Move, { kind: 'send' }>;
/** A wrong move in place of the right one; null where this kind has no sense. */
type Wrong = (right: Sent, scenario: Scenario) => Sent | null;

const ideal = (id: string): Replay => replayIn(playOn(seated(id, 'full', 7)).match);

function replayIn(match: Match): Replay {
  const replay = replayOf(match);
  if (!replay) throw new Error('the match is not over');
  // As the clocks of servers have it, which those of tests have not.
  return { ...replay, endedAt: 1_800_000_000_000 };
}

/** The play of `scenario` in which the `turn`th segment is sent wrong first; null where there is none. */
function playWith(scenario: Scenario, turn: number, wrong: Wrong): Replay | null {
  const table = seated(scenario.id, 'full', 7);
  let sent = 0;
  while (table.match.phase !== 'over') {
    const [at] = owing(table.match);
    if (!at) {
      wake(table);
      continue;
    }
    const right = plainMove(table.match, at);
    if (right.kind === 'send' && sent++ === turn) {
      const move = wrong(right, scenario);
      if (!move) return null;
      give(table, { type: 'move', lag: 0, seat: at, move });
    }
    give(table, { type: 'move', lag: 0, seat: at, move: right });
  }
  return table.match.mistakes.length > 0 ? replayIn(table.match) : null;
}

const plays = (wrong: Wrong): Replay[] =>
  SCENARIOS.filter((s) => s.start === 'closed').flatMap((scenario) =>
    Array.from({ length: 20 }, (_, turn) => playWith(scenario, turn, wrong)).filter(
      (replay) => replay !== null,
    ),
  );

type Judged = Sighting & { readonly on: string | null; readonly comments: readonly string[] };

const fileOf = (replay: Replay): Uint8Array =>
  new Uint8Array(Buffer.concat(captureOf(replay, { mistakes: true })));

function judged(replay: Replay): Judged[] {
  const file = fileOf(replay);
  const comments = new Map<number, readonly string[]>();
  captureReader((frame) => comments.set(frame.n, frame.comments())).push(file);
  const judge = captureJudge();
  expect(judge.push(file) ?? judge.end()).toBeNull();
  return judge.conversations().flatMap((c) =>
    sightingsOf(c).map((s) => ({
      ...s,
      on: c.interface,
      comments: comments.get(s.frame) ?? [],
    })),
  );
}

const isWrong = ({ comments }: Judged): boolean =>
  comments.some((comment) => comment.startsWith('wrong move'));
const isStray = ({ comments }: Judged): boolean => comments.includes('sent by nobody');
const accused = (sightings: readonly Judged[]): Judged[] =>
  sightings.filter(({ verdict }) => verdict === 'violation');

describe.each(SCENARIOS)('$id, played right', ({ id }) => {
  it('accuses nobody who was there, at neither end', () =>
    expect(accused(judged(ideal(id))).filter((s) => !isStray(s))).toEqual([]));

  it('is a conversation of its own from each end', () => {
    const views = new Set(judged(ideal(id)).map(({ on }) => on));
    expect(views).toEqual(new Set(['client', 'server']));
  });
});

const shifted =
  (field: 'seq' | 'ack', by: number) =>
  (move: Sent): Sent => ({ ...move, [field]: (move[field] + by) >>> 0 });
const isSyn = ({ ctl }: Sent): boolean => (ctl & SYN) !== 0;
/** What comes after the SYNs, and is no reset. */
const isLater = ({ ctl }: Sent): boolean => (ctl & (SYN | RST)) === 0;
const hasStrays = ({ link }: Scenario): boolean => link.some((line) => 'seq' in line);

describe('a wrong move that no TCP makes', () => {
  it.each<[string, Wrong]>([
    [
      'acknowledges what was never sent',
      (m) => ((m.ctl & (ACK | RST)) === ACK ? shifted('ack', 1000)(m) : null),
    ],
    [
      'acknowledges a SYN by its own number',
      (m) => (isSyn(m) && m.ctl & ACK ? shifted('ack', -1)(m) : null),
    ],
    ['lacks the ACK bit', (m) => (isLater(m) ? { ...m, ctl: PSH, len: 0 } : null)],
    ['has a number from before the SYN', (m) => (isLater(m) ? shifted('seq', -5000)(m) : null)],
    // The answer to a stray SYN is reset, which acknowledges neither of two ISSs.
    ['has another ISS', (m, s) => (isSyn(m) && !hasStrays(s) ? shifted('seq', 5000)(m) : null)],
  ])('is accused, and no right one is: it %s', (_, wrong) => {
    const replays = plays(wrong);
    expect(replays.length).toBeGreaterThan(10);
    for (const replay of replays) {
      const guilty = accused(judged(replay)).filter((s) => !isStray(s));
      expect([replay.scenario, guilty.map(isWrong)]).toEqual([replay.scenario, [true]]);
    }
  });
});

describe('a wrong move that looks right from outside', () => {
  it.each<[string, Wrong]>([
    ['a window that it need not be', (m) => ({ ...m, wnd: (m.wnd + 7) & 0xffff })],
    [
      'an ACK in place of data or a FIN',
      (m) => (isLater(m) && (m.len > 0 || m.ctl & FIN) ? { ...m, ctl: ACK, len: 0 } : null),
    ],
    ['a part of the octets', (m) => (m.len > 1 ? { ...m, len: m.len - 1 } : null)],
  ])('is not accused, nor is a right one: %s', (_, wrong) => {
    const replays = plays(wrong);
    expect(replays.length).toBeGreaterThan(4);
    for (const replay of replays)
      expect(accused(judged(replay)).filter((s) => !isStray(s))).toEqual([]);
  });
});

describe('a FIN before its time', () => {
  const replays = plays((m) =>
    isLater(m) && !(m.ctl & FIN) ? { ...m, ctl: FIN | ACK, len: 0 } : null,
  );

  it('makes what is right behind it look wrong, but only where it can be seen', () => {
    expect(replays.length).toBeGreaterThan(10);
    for (const replay of replays) {
      const sightings = judged(replay);
      const fin = sightings.find(isWrong);
      for (const { on, from, reason, time } of accused(sightings).filter((s) => !isStray(s))) {
        expect([on, time >= (fin?.time ?? 0)]).toEqual([fin?.on, true]);
        const own = ['data-after-fin', 'number-never-reached', 'second-fin'];
        expect(fin && from === peerOf(fin.from) ? ['ack-of-unsent'] : own).toContain(reason);
      }
    }
  });
});

const missing = spawnSync('tshark', ['--version']).error !== undefined;

describe.skipIf(missing && process.env.TEST_TSHARK !== '1')('tshark', () => {
  const FIELDS = ['_ws.malformed', 'ip.checksum.status', 'tcp.checksum.status'];
  const CHECKS = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE'];
  /** As tshark numbers how severe its remarks are. */
  const ERROR = 0x800000;

  it.each<[string, () => Replay[]]>([
    ['that were played right', () => SCENARIOS.map(({ id }) => ideal(id))],
    ['with wrong moves', () => plays(shifted('seq', 1)).concat(plays(shifted('ack', 1)))],
  ])('finds nothing malformed in matches %s', (_, replays) => {
    const folder = mkdtempSync(join(tmpdir(), 'ackade-exported-'));
    const path = join(folder, 'matches.pcapng');
    const files = replays().map(fileOf);
    writeFileSync(path, Buffer.concat(files));
    const asked = [...FIELDS, '_ws.expert.severity'].flatMap((field) => ['-e', field]);
    const told = execFileSync('tshark', ['-n', '-r', path, ...CHECKS, '-T', 'fields', ...asked], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
    rmSync(folder, { recursive: true });
    const frames = told.split('\n').slice(0, -1);
    expect(frames.length).toBeGreaterThan(4 * files.length);
    for (const frame of frames) {
      const [malformed, ip, tcp, severities = ''] = frame.split('\t');
      expect([malformed, ip, tcp]).toEqual(['', '1', '1']);
      expect(Math.max(...severities.split(',').map(Number))).toBeLessThan(ERROR);
    }
  });
});
