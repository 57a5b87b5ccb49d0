import type { Size } from './track.ts';

/** A ladder drawn at `width` px and then shown so many times larger fills its box. */
export type Fit = { readonly width: number; readonly scale: number };

const NARROWEST = 360;
const WIDEST = 3000;
/** Coarse, so that a ladder that grows does not shrink with every row. */
const STEP = 1.18;
/** A short ladder is not blown up beyond this. */
const LARGEST = 3;

/** The largest type at which all of a ladder is in sight. `heightAt`: how high it is at a width. */
export function fitFor(box: Size, heightAt: (width: number) => number): Fit {
  let width = Math.max(NARROWEST, box.width / LARGEST);
  while (heightAt(width) * (box.width / width) > box.height && width < WIDEST) width *= STEP;
  return { width, scale: Math.min(box.width / width, box.height / heightAt(width)) };
}
