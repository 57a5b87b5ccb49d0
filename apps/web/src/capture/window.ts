/**
 * Which rows of a long list are drawn. Rows are equally high, so where one stands follows from its
 * number, and a list of any length costs what is visible of it.
 */

/** Browsers cannot scroll further than some 17 million px; beyond this a px of scrolling is more than a px of list. */
const HIGHEST = 8_000_000;

/** Rows drawn beyond either edge, so that scrolling finds them there. */
const BEYOND = 4;

export type List = {
  readonly count: number;
  /** Height of one row, px. */
  readonly row: number;
  /** Height of what is visible, px. */
  readonly viewport: number;
};

export type Window = {
  /** Height of what scrolls, px. */
  readonly height: number;
  /** The rows to draw: `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  /** Where row `first` stands, px from the top of what scrolls. */
  readonly top: number;
};

/** How many px of the list go by for each px scrolled. */
function ratio({ count, row, viewport }: List): number {
  const total = count * row;
  return total <= HIGHEST ? 1 : (total - viewport) / (HIGHEST - viewport);
}

/** What is drawn of `list` when it is scrolled by `scrolled` px. */
export function windowOf(list: List, scrolled: number): Window {
  const { count, row, viewport } = list;
  const at = scrolled * ratio(list);
  const first = Math.min(count, Math.max(0, Math.floor(at / row) - BEYOND));
  const end = Math.min(count, Math.ceil((at + viewport) / row) + BEYOND);
  return {
    height: Math.min(count * row, HIGHEST),
    first,
    end,
    top: scrolled - at + first * row,
  };
}

/** The least scrolling from `scrolled` that shows the whole of row `index`, px. */
export function revealing(list: List, scrolled: number, index: number): number {
  const { row, viewport } = list;
  const at = scrolled * ratio(list);
  const wanted = Math.min(index * row, Math.max(at, (index + 1) * row - viewport));
  return wanted / ratio(list);
}
