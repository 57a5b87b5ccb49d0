/** `4 820`, with a space that does not break and that both languages read. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
