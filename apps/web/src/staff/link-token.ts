/** The token in the fragment of a link; null where there is none. */
export const tokenIn = (hash: string): string | null =>
  /^#([A-Za-z0-9_-]{16,64})$/.exec(hash)?.[1] ?? null;
