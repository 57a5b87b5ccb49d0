import type { RowView } from '@ackade/game';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout } from './layout.ts';
import type { Arrow, Endpoint, Geometry, Label } from './shape.ts';

const words = { again: '重发', lost: 'lost', silent: 'silent', passive: 'passive' };

const endpoint = fc.constantFrom<Endpoint>('client', 'server');
const number = fc.integer({ min: 0, max: 0xffffffff });
const segment = fc.record({
  ctl: fc.integer({ min: 0, max: 63 }),
  seq: number,
  ack: number,
  len: fc.integer({ min: 0, max: 40 }),
  text: fc.constantFrom('', 'GET /', '你好,世界', 'GET /a/very/long/path/indeed HTTP/1.1'),
});
const consequence = fc.oneof(
  fc.constant({ kind: 'ignored' as const }),
  fc.record({
    kind: fc.constant('answers' as const),
    ctl: fc.constant(20),
    seq: number,
    ack: number,
  }),
);

type Make = (time: number, earlier: number) => RowView;

const make: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        from: endpoint,
        segment,
        fate: fc.constantFrom('delivered', 'lost', 'unknown'),
        again: fc.boolean(),
      })
      .map(
        (s): Make =>
          (time) =>
            ({ kind: 'segment', time, ...s }) as RowView,
      ),
  },
  fc
    .record({
      at: endpoint,
      call: fc.constantFrom('OPEN', 'SEND', 'CLOSE'),
      mode: fc.constantFrom(null, 'passive'),
      text: fc.constantFrom('', 'GET /', 'something rather long'),
    })
    .map(
      (c): Make =>
        (time) =>
          ({ kind: 'call', time, ...c }) as RowView,
    ),
  fc.record({ at: endpoint, timer: fc.constantFrom('retransmission', 'time-wait') }).map(
    (t): Make =>
      (time) =>
        ({ kind: 'timeout', time, ...t }) as RowView,
  ),
  endpoint.map(
    (at): Make =>
      (time) => ({ kind: 'silence', time, at }),
  ),
  fc.record({ at: endpoint, consequence, segment, silent: fc.boolean(), answering: fc.nat() }).map(
    ({ at, consequence, segment, silent, answering }): Make =>
      (time, earlier) => ({
        kind: 'mistake',
        time,
        at,
        move: silent ? { kind: 'silent' } : { kind: 'send', ...segment },
        rule: '3.10.1',
        misconceptions: ['wrong-bits'],
        consequence,
        answering: earlier === 0 ? -1 : answering % earlier,
      }),
  ),
);

const ladder = fc
  .array(fc.tuple(make, fc.constantFrom(0, 10, 50, 100, 1000, 240_000)), { maxLength: 25 })
  .map((steps) => {
    let time = 0;
    return steps.map(([row, wait], i) => {
      time += wait;
      return row(time, i);
    });
  });

const options = fc.record({
  width: fc.integer({ min: 320, max: 1920 }),
  you: fc.constantFrom(null, 'client' as const, 'server' as const),
  level: fc.constantFrom('flags' as const, 'numbers' as const),
  turns: fc.constant([]),
  compact: fc.boolean(),
  words: fc.constant(words),
});

type Box = { left: number; right: number; top: number; bottom: number };

const arrows = (g: Geometry): Arrow[] => g.shapes.filter((s) => s.shape === 'arrow');
const labels = (g: Geometry): Label[] => g.shapes.filter((s) => s.shape === 'label');

function boxes(g: Geometry): Box[] {
  return g.shapes.map((s) => {
    if (s.shape === 'pause')
      return { left: 0, right: g.width, top: s.y - s.height / 2, bottom: s.y + s.height / 2 };
    const { width, height } = s.shape === 'arrow' ? s.pill : s;
    const left = s.shape === 'arrow' ? s.x - width / 2 : s.x;
    return { left, right: left + width, top: s.y - height / 2, bottom: s.y + height / 2 };
  });
}

const EPSILON = 0.01;
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - EPSILON &&
  b.left < a.right - EPSILON &&
  a.top < b.bottom - EPSILON &&
  b.top < a.bottom - EPSILON;

const property = (holds: (g: Geometry, rows: readonly RowView[]) => void): void =>
  fc.assert(fc.property(ladder, options, (rows, o) => holds(layout(rows, o), rows)));

describe('layout', () => {
  test('no pill, label or pause lies over another', () => {
    property((g) => {
      const all = boxes(g);
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    });
  });

  test('everything stays inside: labels in their margins, pills between the lifelines', () => {
    property((g) => {
      for (const { top, bottom } of boxes(g)) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(g.height);
      }
      for (const { at, x, width } of labels(g)) {
        expect(x).toBeGreaterThanOrEqual(at === 'client' ? 0 : g.lifeline.server);
        expect(x + width).toBeLessThanOrEqual(at === 'client' ? g.lifeline.client : g.width);
      }
      for (const { x, pill } of arrows(g)) {
        expect(x - pill.width / 2).toBeGreaterThan(g.lifeline.client);
        expect(x + pill.width / 2).toBeLessThan(g.lifeline.server);
      }
    });
  });

  test('time runs downwards: rows follow one another and every arrow falls', () => {
    property((g) => {
      const starts = g.shapes.map((s) => (s.shape === 'arrow' ? s.y0 : s.y));
      for (const [i, y] of starts.entries())
        if (i > 0) expect(y).toBeGreaterThanOrEqual((starts[i - 1] ?? 0) - EPSILON);
      for (const a of arrows(g)) expect(a.y1).toBeGreaterThan(a.y0);
    });
  });

  test('a mistake stands below the row that it failed to answer, and hangs on it', () => {
    property((g, rows) => {
      for (const s of g.shapes) {
        const row = rows[s.row];
        if (row?.kind !== 'mistake' || s.shape === 'pause') continue;
        if (s.shape === 'arrow' && s.look === 'echo') continue;
        const answered = rows[row.answering];
        if (!answered || answered.kind === 'mistake') continue;
        if (answered.kind !== 'segment' && answered.at !== row.at) continue;
        const y = s.shape === 'arrow' ? s.y0 : s.y;
        expect(s.hangsOn).not.toBeNull();
        expect(y).toBeGreaterThanOrEqual(s.hangsOn ?? Number.POSITIVE_INFINITY);
      }
    });
  });

  test('every token of a segment that fits is there, in order', () => {
    const g = layout([sent('client', 0, 18)], { ...plain, width: 1280 });
    expect(arrows(g)[0]?.pill.tokens.map((t) => t.text)).toEqual(['SYN', 'ACK', 'seq 7', 'ack 9']);
  });

  test('the type is never smaller than 12 px, the widest fit for a projector', () => {
    for (const width of [320, 360, 1920])
      for (const compact of [true, false])
        expect(layout([], { ...plain, width, compact }).font).toBeGreaterThanOrEqual(12);
    expect(layout([], { ...plain, width: 1920 }).font).toBe(32);
  });

  test('segments that meet on their way cross', () => {
    const [a, b] = arrows(layout([sent('client', 0, 2), sent('server', 20, 2)], plain));
    if (!a || !b) throw new Error('two arrows');
    expect(b.y0).toBeLessThan(a.y1);
    expect(a.y0).toBeLessThan(b.y1);
  });

  test('segments that follow one another do not cross', () => {
    const [a, b] = arrows(layout([sent('client', 0, 2), sent('server', 50, 18)], plain));
    expect(b?.y0).toBeGreaterThan(a?.y1 ?? 0);
  });

  test('a pause is marked with its length', () => {
    const rows: RowView[] = [
      sent('client', 0, 2),
      { kind: 'timeout', time: 1000, at: 'client', timer: 'retransmission' },
      { kind: 'timeout', time: 241_000, at: 'client', timer: 'time-wait' },
    ];
    const pauses = layout(rows, plain).shapes.filter((s) => s.shape === 'pause');
    expect(pauses.map((p) => p.text)).toEqual(['1 s', '4 min']);
  });

  test('only the last of several mistakes about one row shows what it would have brought back', () => {
    const mistake: RowView = {
      kind: 'mistake',
      time: 50,
      at: 'server',
      move: { kind: 'send', ctl: 16, seq: 1, ack: 2, len: 0 },
      rule: '3.10.7.2-3',
      misconceptions: ['syn-answered-by-ack'],
      consequence: { kind: 'answers', ctl: 4, seq: 2 },
      answering: 0,
    };
    const looks = arrows(layout([sent('client', 0, 2), mistake, mistake], plain)).map(
      (a) => a.look,
    );
    expect(looks).toEqual(['sent', 'ghost', 'ghost', 'echo']);
  });

  test('the oldest open turn calls loudest, the latest arrival is big', () => {
    const rows = [sent('server', 0, 18), sent('server', 50, 16)];
    const g = arrows(layout(rows, { ...plain, you: 'client', turns: [0, 1] }));
    expect(g.map((a) => [a.call, a.big])).toEqual([
      ['next', false],
      ['waits', true],
    ]);
  });
});

const plain = {
  width: 800,
  you: null,
  level: 'numbers',
  turns: [],
  compact: false,
  words,
} as const;

function sent(from: Endpoint, time: number, ctl: number): RowView {
  const segment = { ctl, seq: 7, ack: 9, len: 0, text: '' };
  return { kind: 'segment', time, from, segment, fate: 'delivered', again: false };
}
