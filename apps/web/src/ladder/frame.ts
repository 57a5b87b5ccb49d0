/** What the width of a ladder decides: type size, margins, lifelines, slant. */
import type { Endpoint } from './shape.ts';

export type Frame = {
  readonly width: number;
  readonly font: number;
  readonly lifeline: Readonly<Record<Endpoint, number>>;
  /** The most that a pill may take, so that its arrow shows at both ends. */
  readonly room: number;
  /** How far an arrow falls on its way. */
  readonly drop: number;
  /** Between one row and the next. */
  readonly gap: number;
  readonly top: number;
};

/** Between a lifeline and the nearest pill, in ems. */
export const INSET = 1.3;

export const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/**
 * `only`: the one end beside whose lifeline anything is written; the other's margin may be narrow. `states`: both
 * margins have room for the longest name of a state.
 */
export function frameOf(
  width: number,
  only: Endpoint | null,
  compact: boolean,
  states: boolean,
): Frame {
  const font = compact ? between(12, 9.5 + width / 128, 14) : between(12, 8.2 + width * 0.0128, 32);
  const margin = Math.max((states ? 8.4 : 6) * font, Math.min(0.2 * width, 11 * font));
  const far = only === null ? margin : Math.max(2 * font, margin * 0.35);
  const client = only === 'server' ? far : margin;
  const server = width - (only === 'client' ? far : margin);
  const inner = server - client;
  return {
    width,
    font,
    lifeline: { client, server },
    room: inner - 2 * INSET * font,
    drop: Math.max((compact ? 1.3 : 1.8) * font, inner * 0.05),
    gap: (compact ? 0.5 : 0.8) * font,
    top: 2.6 * font,
  };
}
