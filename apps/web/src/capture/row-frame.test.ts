import { CONTROL_MASK, ENDPOINTS, STATES } from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../ladder/pill.ts';
import { arrowOf, type Place, type RowFrame, rowFrame } from './row-frame.ts';

const width = fc.integer({ min: 270, max: 1800 });
const numbering = fc.constantFrom('relative' as const, 'absolute' as const);
const number = fc.integer({ min: 0, max: 4_294_967_295 });
const segment = fc.record({
  ctl: fc.integer({ min: 0, max: CONTROL_MASK }),
  seq: number,
  ack: number,
  len: fc.integer({ min: 0, max: 65_535 }),
});

type Box = { left: number; right: number; top: number; bottom: number };

const boxOf = ({ x, y, anchor, room }: Place, font: number): Box => ({
  left: anchor === 'start' ? x : x - room,
  right: anchor === 'start' ? x + room : x,
  top: y - 0.6 * font,
  bottom: y + 0.6 * font,
});

const textsOf = ({ time, verdict, state, font }: RowFrame): readonly Box[] =>
  [time, verdict, state.client, state.server].map((place) => boxOf(place, font));

const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('rowFrame', () => {
  test('no text lies over another, a lifeline or the pill, and all stay inside', () => {
    fc.assert(
      fc.property(width, numbering, fc.constantFrom(...ENDPOINTS), segment, (w, n, from, s) => {
        const frame = rowFrame(w, n);
        const { pill, x, y } = arrowOf(s, from, frame);
        const boxes = [
          ...textsOf(frame),
          ...ENDPOINTS.map((end) => {
            const at = frame.lifeline[end];
            return { left: at - 2, right: at + 2, top: 0, bottom: frame.height };
          }),
          {
            left: x - pill.width / 2,
            right: x + pill.width / 2,
            top: y - pill.height / 2,
            bottom: y + pill.height / 2,
          },
        ];
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(w);
          expect(a.top).toBeGreaterThanOrEqual(0);
          expect(a.bottom).toBeLessThanOrEqual(frame.height);
          for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
        }
      }),
    );
  });

  test('there is room for the longest state and for a day of microseconds', () => {
    const state = Math.max(...STATES.map(measure));
    fc.assert(
      fc.property(width, numbering, (w, n) => {
        const frame = rowFrame(w, n);
        for (const end of ENDPOINTS)
          expect(frame.state[end].room).toBeGreaterThanOrEqual(state * frame.font);
        expect(frame.time.room).toBeGreaterThanOrEqual(measure('86399.999999') * frame.font);
      }),
    );
  });

  test('an arrow runs from its sender’s lifeline to the other, downwards, in its row', () => {
    fc.assert(
      fc.property(width, numbering, fc.constantFrom(...ENDPOINTS), segment, (w, n, from, s) => {
        const frame = rowFrame(w, n);
        const { x0, x1, y0, y1 } = arrowOf(s, from, frame);
        const [client, server] = from === 'client' ? [x0, x1] : [x1, x0];
        expect({ client, server }).toEqual(frame.lifeline);
        expect(y0).toBeGreaterThanOrEqual(0);
        expect(y1).toBeGreaterThan(y0);
        expect(y1).toBeLessThanOrEqual(frame.height);
      }),
    );
  });
});
