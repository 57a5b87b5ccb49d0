import type { RowView } from '@ackade/game';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LayoutOptions, layout } from './layout.ts';
import type { Arrow, Endpoint, Geometry, Label, Shape, StateChange } from './shape.ts';

type RowOf<K extends RowView['kind']> = Extract<RowView, { kind: K }>;
type Segment = RowOf<'segment'>;

const words: LayoutOptions['words'] = {
  marks: { again: '重发', lost: 'lost', copy: 'copy', stray: '来路不明' },
  silent: 'silent',
  event: (row) =>
    row.kind === 'call'
      ? [row.call, row.mode ?? row.text].filter(Boolean)
      : row.kind === 'timeout'
        ? row.timer.split('-')
        : ['silent'],
};

const endpoint = fc.constantFrom<Endpoint>('client', 'server');
const number = fc.integer({ min: 0, max: 0xffffffff });
const segment = fc.record({
  ctl: fc.integer({ min: 0, max: 63 }),
  seq: number,
  ack: number,
  wnd: fc.constantFrom(0, 6, 65_535),
  len: fc.integer({ min: 0, max: 40 }),
  text: fc.constantFrom('', 'GET /', '你好,世界', 'GET /a/very/long/path/indeed HTTP/1.1'),
});

const sent: fc.Arbitrary<RowView> = fc
  .record({
    from: endpoint,
    segment,
    flight: fc.constantFrom(50, 50, 50, 90, 170, 210, 1500, null),
    copy: fc.boolean(),
    again: fc.boolean(),
    stray: fc.boolean(),
  })
  .map(({ flight, copy, stray, ...rest }) => ({
    kind: 'segment',
    time: 0,
    arrives: stray ? 50 : flight,
    fate: flight || stray ? 'delivered' : 'lost',
    copy: copy && !stray,
    stray,
    ...rest,
  }));
const called: fc.Arbitrary<RowView> = fc.record({
  kind: fc.constant('call' as const),
  time: fc.constant(0),
  at: endpoint,
  call: fc.constantFrom('OPEN' as const, 'SEND' as const, 'RECEIVE' as const, 'CRASH' as const),
  mode: fc.constantFrom(null, 'passive' as const),
  text: fc.constantFrom('', 'GET /', 'something rather long'),
  len: fc.constant(0),
});
const rang: fc.Arbitrary<RowView> = fc.record({
  kind: fc.constant('timeout' as const),
  time: fc.constant(0),
  at: endpoint,
  timer: fc.constantFrom('retransmission', 'zero-window-probe', 'delayed-ack', 'user', 'time-wait'),
});
const silence: fc.Arbitrary<RowView> = fc.record({
  kind: fc.constant('silence' as const),
  time: fc.constant(0),
  at: endpoint,
});
const mistake: fc.Arbitrary<RowView> = fc
  .record({
    at: endpoint,
    consequence: fc.oneof(
      fc.constant({ kind: 'ignored' as const }),
      fc.record({
        kind: fc.constant('answers' as const),
        ctl: fc.constant(
          20 as RowOf<'mistake'>['consequence'] extends { ctl: infer C } ? C : never,
        ),
        seq: number,
        ack: number,
      }),
    ),
    move: fc.oneof(
      fc.record({
        kind: fc.constant('silent' as const),
        state: fc.constantFrom(null, 'LISTEN' as const),
      }),
      segment.map(({ text: _, ...s }) => ({ kind: 'send' as const, state: null, ...s })),
    ),
    answering: fc.nat(),
  })
  .map(
    (m) =>
      ({
        kind: 'mistake',
        time: 0,
        segment: null,
        rule: '3.10.1',
        misconceptions: [],
        ...m,
      }) as RowView,
  );

const steps = fc.array(
  fc.tuple(
    fc.oneof({ weight: 5, arbitrary: sent }, called, rang, silence, mistake),
    fc.constantFrom(0, 0, 10, 50, 100, 1000, 240_000),
  ),
  { maxLength: 25 },
);

/** When a row happens to `end`; null where it never does. */
function happens(row: RowView | undefined, end: Endpoint): number | null {
  if (!row) return null;
  if (row.kind !== 'segment') return row.at === end ? row.time : null;
  if (row.from === end) return row.stray ? null : row.time;
  return row.fate === 'lost' ? null : (row.arrives ?? row.time + 50);
}

/** A mistake answers what its end had seen; a copy follows what it is a copy of. */
function consistent(rows: readonly RowView[]): RowView[] {
  const done: RowView[] = [];
  for (const row of rows) {
    const before = done.at(-1);
    if (row.kind === 'mistake') {
      const known = done.flatMap((r, k) => {
        const at = r.kind === 'mistake' ? null : happens(r, row.at);
        return at !== null && at <= row.time ? [k] : [];
      });
      done.push({ ...row, answering: known[row.answering % (known.length || 1)] ?? -1 });
    } else if (row.kind === 'segment' && row.copy) {
      const of = before?.kind === 'segment' && !before.stray && before.time === row.time;
      done.push(of ? { ...row, from: before.from } : { ...row, copy: false });
    } else done.push(row);
  }
  return done;
}

/** Everything that happened, in the order of time. */
const whole = steps.map((all) => {
  let time = 0;
  return consistent(
    all.map(([row, wait]) => {
      time += wait;
      return row.kind === 'segment' && row.arrives !== null
        ? { ...row, time, arrives: time + row.arrives }
        : { ...row, time };
    }),
  );
});

/** What one end has learned, in the order in which it learned of it. */
const own = fc.tuple(steps, endpoint).map(([all, you]) => {
  let time = 0;
  const rows = all.map(([row, wait]): RowView => {
    time += wait;
    if (row.kind !== 'segment') return { ...row, time, at: you };
    const plain = { ...row, copy: false, stray: false };
    return row.from === you
      ? { ...plain, time, arrives: null, fate: 'unknown' }
      : { ...plain, time: time - 50, arrives: time, fate: 'delivered' };
  });
  return { you, rows: consistent(rows) };
});

const seen: fc.Arbitrary<{ you: Endpoint | null; rows: RowView[] }> = fc.oneof(
  whole.map((rows) => ({ you: null, rows })),
  own,
);

const options = fc.record({
  width: fc.oneof(fc.constantFrom(320, 360, 700, 1200), fc.integer({ min: 320, max: 1920 })),
  level: fc.constantFrom('flags' as const, 'numbers' as const, 'full' as const),
  turns: fc.constant([]),
  compact: fc.boolean(),
  words: fc.constant(words),
});

type Box = { left: number; right: number; top: number; bottom: number };

const arrows = (g: Geometry): Arrow[] => g.shapes.filter((s) => s.shape === 'arrow');
const labels = (g: Geometry): Label[] => g.shapes.filter((s) => s.shape === 'label');

function boxOf(s: Shape, g: Geometry): Box {
  if (s.shape === 'pause')
    return { left: 0, right: g.width, top: s.y - s.height / 2, bottom: s.y + s.height / 2 };
  const { width, height } = s.shape === 'arrow' ? s.pill : s;
  const left = s.shape === 'arrow' ? s.x - width / 2 : s.x;
  return { left, right: left + width, top: s.y - height / 2, bottom: s.y + height / 2 };
}

const EPSILON = 0.01;
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - EPSILON &&
  b.left < a.right - EPSILON &&
  a.top < b.bottom - EPSILON &&
  b.top < a.bottom - EPSILON;

const property = (holds: (g: Geometry, rows: readonly RowView[]) => void): void =>
  fc.assert(
    fc.property(seen, options, ({ rows, you }, o) => holds(layout(rows, { ...o, you }), rows)),
    { numRuns: 300 },
  );

const real = ({ look }: Arrow): boolean => look !== 'ghost' && look !== 'echo';
const other = (e: Endpoint): Endpoint => (e === 'client' ? 'server' : 'client');

/** What stands on the lifeline of `end`, in the order in which it happened there. */
function along(g: Geometry, rows: readonly RowView[], end: Endpoint) {
  return g.shapes
    .flatMap((s) => {
      const row = rows[s.row];
      const time = happens(row, end);
      if (s.shape === 'pause' || time === null || !row) return [];
      const copy = row.kind === 'segment' && row.copy && row.from === end;
      if (s.shape === 'label') return [{ row: s.row, time, y: s.y, copy }];
      if (s.look === 'echo') return [];
      return [{ row: s.row, time, y: s.from === end ? s.y0 : s.y1, copy }];
    })
    .sort((a, b) => a.time - b.time || a.row - b.row);
}

function throughPill(g: Geometry): void {
  for (const a of arrows(g)) {
    const { left, right, top, bottom } = boxOf(a, g);
    const xAt = (y: number): number => a.x0 + ((y - a.y0) / (a.y1 - a.y0)) * (a.x1 - a.x0);
    const ends = [xAt(Math.max(top, a.y0)), xAt(Math.min(bottom, a.y1))];
    expect(Math.max(...ends)).toBeGreaterThan(left);
    expect(Math.min(...ends)).toBeLessThan(right);
  }
}

describe('layout', () => {
  test('no pill, label or pause lies over another', () => {
    property((g) => {
      const all = g.shapes.map((s) => boxOf(s, g));
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    });
  });

  test('everything stays inside: labels in their margins, pills between the lifelines', () => {
    property((g) => {
      for (const { top, bottom } of g.shapes.map((s) => boxOf(s, g))) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(g.height);
      }
      for (const { at, x, width } of labels(g)) {
        expect(x).toBeGreaterThanOrEqual(at === 'client' ? 0 : g.lifeline.server);
        expect(x + width).toBeLessThanOrEqual(at === 'client' ? g.lifeline.client : g.width);
      }
      for (const { x, pill, y1 } of arrows(g)) {
        expect(x - pill.width / 2).toBeGreaterThan(g.lifeline.client);
        expect(x + pill.width / 2).toBeLessThan(g.lifeline.server);
        expect(y1).toBeLessThan(g.height);
      }
    });
  });

  test('what happens later at an end stands lower on its lifeline', () => {
    property((g, rows) => {
      for (const end of ['client', 'server'] as const)
        for (const [i, { y, copy }] of along(g, rows, end).entries()) {
          const before = along(g, rows, end)[i - 1];
          if (!before) continue;
          if (copy) expect(y).toBeLessThanOrEqual(before.y + EPSILON);
          else expect(y).toBeGreaterThan(before.y + EPSILON);
        }
    });
  });

  test('an end learns of its rows from the top down', () => {
    fc.assert(
      fc.property(own, options, ({ rows, you }, o) => {
        const ys = along(layout(rows, { ...o, you }), rows, you)
          .sort((a, b) => a.row - b.row)
          .map(({ y }) => y);
        expect(ys).toEqual([...ys].sort((a, b) => a - b));
      }),
    );
  });

  test('an arrow falls from the lifeline of its sender to the other one', () => {
    property((g) => {
      for (const { look, from, x0, x1, y0, y1 } of arrows(g)) {
        const to = g.lifeline[other(from)];
        expect(y1).toBeGreaterThan(y0);
        if (look === 'stray')
          expect(Math.abs(to - x0)).toBeLessThan(Math.abs(to - g.lifeline[from]));
        else expect(x0).toBe(g.lifeline[from]);
        if (look === 'lost') expect(Math.abs(to - x1)).toBeGreaterThan(g.font);
        else expect(x1).toBeCloseTo(to);
      }
    });
  });

  test('every arrow runs through its pill', () => {
    property(throughPill);
  });

  test('even if it is under way for very long', () => {
    const exchange = Array.from({ length: 24 }, (_, i) =>
      segmentAt(20 + 50 * i, i % 2 ? 'client' : 'server', 18),
    );
    const rows = [segmentAt(0, 'client', 2, 1500), ...exchange];
    const g = layout(rows, { ...plain, width: 320 });
    throughPill(g);
  });

  test('what happens at one end stands below what happened before at the other', () => {
    const g = layout([segmentAt(0, 'client', 2), call(60, 'client', 'CLOSE')], plain);
    expect(labels(g)[0]?.y).toBeGreaterThan(arrows(g)[0]?.y1 ?? Infinity);
  });

  test('a mistake stands below the row that it failed to answer, and hangs on it', () => {
    property((g, rows) => {
      for (const s of g.shapes) {
        const row = rows[s.row];
        if (row?.kind !== 'mistake' || s.shape === 'pause' || row.answering < 0) continue;
        if (s.shape === 'arrow' && s.look === 'echo') continue;
        expect(s.hangsOn).not.toBeNull();
        expect(s.shape === 'arrow' ? s.y0 : s.y).toBeGreaterThan(s.hangsOn ?? Infinity);
      }
    });
  });

  test('every token of a segment that fits is there, in order', () => {
    const g = layout([segmentAt(0, 'client', 18)], { ...plain, width: 1280 });
    expect(tokens(g)).toEqual([['SYN', 'ACK', 'seq 7', 'ack 9']]);
  });

  test('the window is written at full level, and at numbers where it is closed', () => {
    const rows = [
      segmentAt(0, 'client', 16),
      {
        ...segmentAt(50, 'client', 16),
        segment: { ...segmentAt(0, 'client', 16).segment, wnd: 0 },
      },
      segmentAt(100, 'client', 4),
    ];
    const windows = (level: 'flags' | 'numbers' | 'full') =>
      tokens(layout(rows, { ...plain, width: 1280, level })).map((t) =>
        t.filter((text) => text.startsWith('wnd')),
      );
    expect(windows('flags')).toEqual([[], [], []]);
    expect(windows('numbers')).toEqual([[], ['wnd 0'], []]);
    expect(windows('full')).toEqual([['wnd 600'], ['wnd 0'], []]);
  });

  test('a wrong move at full level says which state was named', () => {
    const send = {
      kind: 'send',
      ctl: 16,
      seq: 1,
      ack: 2,
      len: 0,
      wnd: 6,
      state: 'LISTEN',
    } as const;
    const g = layout([wrong(0, send), wrong(0, { kind: 'silent', state: 'CLOSING' })], {
      ...plain,
      width: 1280,
      level: 'full',
    });
    expect(tokens(g)).toEqual([['ACK', 'seq 1', 'ack 2', 'wnd 6', '→ LISTEN']]);
    expect(labels(g)[0]?.lines.join(' ')).toBe('silent → CLOSING');
  });

  test('the type is never smaller than 12 px, the widest fit for a projector', () => {
    for (const width of [320, 360, 1920])
      for (const compact of [true, false])
        expect(layout([], { ...plain, width, compact }).font).toBeGreaterThanOrEqual(12);
    expect(layout([], { ...plain, width: 1920 }).font).toBe(32);
  });

  test('a phone shows a handshake without scrolling', () => {
    const rows = [
      call(0, 'server', 'OPEN'),
      call(0, 'client', 'OPEN'),
      segmentAt(0, 'client', 2),
      segmentAt(50, 'server', 18),
      segmentAt(100, 'client', 16),
      { kind: 'silence', time: 150, at: 'server' } as const,
    ];
    expect(layout(rows, { ...plain, width: 360 }).height).toBeLessThan(240);
  });

  test('a pause is marked with its length', () => {
    const rows: RowView[] = [
      segmentAt(0, 'client', 2),
      { kind: 'timeout', time: 1000, at: 'client', timer: 'retransmission' },
      { kind: 'timeout', time: 241_000, at: 'client', timer: 'time-wait' },
    ];
    const pauses = layout(rows, plain).shapes.filter((s) => s.shape === 'pause');
    expect(pauses.map((p) => p.text)).toEqual(['1 s', '4 min']);
  });

  test('only the last of several mistakes about one row shows what it would have brought back', () => {
    const send = { kind: 'send', ctl: 16, seq: 1, ack: 2, len: 0, wnd: 6, state: null } as const;
    const rows = [segmentAt(0, 'client', 2), wrong(50, send), wrong(50, send)];
    expect(arrows(layout(rows, plain)).map((a) => a.look)).toEqual([
      'sent',
      'ghost',
      'ghost',
      'echo',
    ]);
  });

  test('the oldest open turn calls loudest, the latest arrival is big', () => {
    const rows = [segmentAt(0, 'server', 18), segmentAt(50, 'server', 16)];
    const g = arrows(layout(rows, { ...plain, you: 'client', turns: [0, 1] }));
    expect(g.map((a) => [a.call, a.big])).toEqual([
      ['next', false],
      ['waits', true],
    ]);
  });

  test('a crash has a look of its own', () => {
    const looks = labels(layout([call(0, 'client', 'CRASH'), call(0, 'client', 'OPEN')], plain));
    expect(looks.map((l) => l.look)).toEqual(['crash', 'call']);
  });
});

describe('arrows cross', () => {
  test('two SYNs', () => {
    const [a, b] = placed([segmentAt(0, 'client', 2), segmentAt(20, 'server', 2)]);
    expect(crossing(a, b)).toBe(true);
  });

  test('with their pills one above the other, each half way', () => {
    for (const a of placed([segmentAt(0, 'client', 2), segmentAt(0, 'server', 2)]).slice(0, 2))
      expect(a.y - a.y0).toBeCloseTo((a.y1 - a.y0) / 2);
  });

  test('two SYNs, as one end learns of them', () => {
    const mine = { ...segmentAt(0, 'client', 2), arrives: null, fate: 'unknown' } as const;
    const [a, b] = placed([mine, segmentAt(0, 'server', 2)], 'client');
    expect(crossing(a, b)).toBe(true);
  });

  test('two FINs, and then the two ACKs', () => {
    const [a, b, c, d] = placed([
      segmentAt(0, 'client', 17),
      segmentAt(0, 'server', 17),
      segmentAt(50, 'server', 16),
      segmentAt(50, 'client', 16),
    ]);
    expect(crossing(a, b)).toBe(true);
    expect(crossing(c, d)).toBe(true);
    expect(c.y0).toBeGreaterThan(a.y1);
    expect(d.y0).toBeGreaterThan(b.y1);
  });

  test('a FIN overtakes data', () => {
    const [data, fin, answer] = placed([
      segmentAt(0, 'client', 24, 170),
      segmentAt(10, 'client', 17),
      segmentAt(60, 'server', 16),
    ]);
    expect(data.y0).toBeLessThan(fin.y0);
    expect(data.y1).toBeGreaterThan(fin.y1);
    expect(data.y1).toBeGreaterThan(answer.y0);
    expect(data.y).toBeLessThan(fin.y);
  });

  test('a copy starts where the first one does and comes after the answer to it', () => {
    const [first, copy, answer, again] = placed([
      segmentAt(0, 'client', 24),
      { ...segmentAt(0, 'client', 24, 90), copy: true },
      segmentAt(50, 'server', 16),
      segmentAt(90, 'server', 16),
    ]);
    expect([copy.x0, copy.y0]).toEqual([first.x0, first.y0]);
    expect(copy.y1).toBeGreaterThan(answer.y0);
    expect(again.y0).toBeGreaterThan(copy.y1);
  });

  test('an old SYN is late across a whole exchange', () => {
    const [late, ...exchange] = placed([
      segmentAt(0, 'client', 2, 210),
      segmentAt(20, 'server', 18),
      segmentAt(70, 'client', 4),
      segmentAt(120, 'server', 16),
    ]);
    for (const a of exchange) {
      expect(late.y0).toBeLessThan(a.y0);
      expect(late.y1).toBeGreaterThan(a.y1);
    }
  });

  test('a stray comes out of the network', () => {
    const [stray, answer] = placed([
      { ...segmentAt(-30, 'client', 2), stray: true },
      segmentAt(20, 'server', 18),
    ]);
    expect(stray.look).toBe('stray');
    expect(stray.x0).toBeCloseTo(plain.width / 2);
    expect(answer.y0).toBeGreaterThan(stray.y1);
  });

  test('but not those that follow one another', () => {
    const [a, b] = placed([segmentAt(0, 'client', 2), segmentAt(50, 'server', 18)]);
    expect(b.y0).toBeGreaterThan(a.y1);
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

type Four = [Arrow, Arrow, Arrow, Arrow];

/** The arrows of real segments, in the order of the rows; no more than four are looked at. */
const placed = (rows: readonly RowView[], you: Endpoint | null = null): Four =>
  arrows(layout(rows, { ...plain, you })).filter(real) as Four;

const tokens = (g: Geometry): string[][] => arrows(g).map((a) => a.pill.tokens.map((t) => t.text));

/** Each has left before the other comes. */
const crossing = (a: Arrow, b: Arrow): boolean => a.from !== b.from && b.y0 < a.y1 && a.y0 < b.y1;

function segmentAt(time: number, from: Endpoint, ctl: number, flight = 50): Segment {
  return {
    kind: 'segment',
    time,
    arrives: time + flight,
    from,
    segment: { ctl, seq: 7, ack: 9, wnd: 600, len: 0, text: '' },
    fate: 'delivered',
    again: false,
    copy: false,
    stray: false,
  };
}

const call = (time: number, at: Endpoint, name: RowOf<'call'>['call']): RowOf<'call'> => ({
  kind: 'call',
  time,
  at,
  call: name,
  mode: null,
  text: '',
  len: 0,
});

const wrong = (time: number, move: RowOf<'mistake'>['move']): RowOf<'mistake'> => ({
  kind: 'mistake',
  time,
  at: 'server',
  move,
  segment: null,
  rule: '3.10.7.2-3',
  misconceptions: ['syn-answered-by-ack'],
  consequence: { kind: 'answers', ctl: 4, seq: 2 } as RowOf<'mistake'>['consequence'],
  answering: 0,
});

/** Everything that happened, and every end in another state with each thing that happens to it. */
const staged = whole.map((rows) => {
  const names = ['SYN-RECEIVED', 'ESTABLISHED', 'CLOSED'];
  const ends: readonly Endpoint[] = ['client', 'server'];
  const begun = ends.map((at): StateChange => ({ row: -1, lands: false, at, state: 'LISTEN' }));
  const states = rows.flatMap((row, i): StateChange[] =>
    ends
      .filter((at) => row.kind !== 'mistake' && happens(row, at) !== null)
      .map((at) => ({
        row: i,
        lands: row.kind === 'segment' && row.from !== at,
        at,
        state: names[i % names.length] ?? '',
      })),
  );
  return { rows, states: [...begun, ...states] };
});

describe('states beside the lifelines', () => {
  const each = (holds: (g: Geometry, states: readonly StateChange[]) => void): void =>
    fc.assert(
      fc.property(staged, options, ({ rows, states }, o) =>
        holds(layout(rows, { ...o, you: null, states }), states),
      ),
      { numRuns: 200 },
    );

  test('are all written, none cut off and none over another', () => {
    each((g, states) => {
      const written = labels(g).filter(({ look }) => look === 'state');
      const key = (of: { row: number; at: Endpoint }, text: string) => `${of.row} ${of.at} ${text}`;
      expect(written.map((l) => key(l, l.lines.join())).toSorted()).toEqual(
        states.map((s) => key(s, s.state)).toSorted(),
      );
      const all = labels(g).map((s) => boxOf(s, g));
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      for (const { left, right } of all) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(g.width);
      }
    });
  });

  test('stand no higher than what brings an end into them', () => {
    each((g) => {
      for (const { look, row, at, y } of labels(g)) {
        const arrow = arrows(g).find((a) => a.row === row && real(a));
        if (look !== 'state' || !arrow) continue;
        expect(y).toBeGreaterThanOrEqual(at === arrow.from ? arrow.y0 : arrow.y1);
      }
    });
  });
});
