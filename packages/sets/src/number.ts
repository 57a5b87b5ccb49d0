const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The number that `text` is, in digits with a decimal point; null where it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const value = trimmed.length <= 40 && NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
