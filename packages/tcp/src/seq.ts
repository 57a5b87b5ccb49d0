/**
 * Sequence numbers: 32-bit, modular (RFC 9293 §3.4). Every comparison of two
 * sequence numbers in the project is made here.
 */

declare const seqNum: unique symbol;
/** An integer in 0 … 2^32 − 1. */
export type SeqNum = number & { readonly [seqNum]: true };

/** Reduces any integer, negative ones included, to a sequence number. */
export const seq = (n: number): SeqNum => (n >>> 0) as SeqNum;

/** `a + n` octets further on. */
export const add = (a: SeqNum, n: number): SeqNum => ((a + n) >>> 0) as SeqNum;

/** How far `b` lies ahead of `a`, in −2^31 … 2^31 − 1. */
export const distance = (a: SeqNum, b: SeqNum): number => (b - a) | 0;

export const before = (a: SeqNum, b: SeqNum): boolean => distance(a, b) > 0;
export const atOrBefore = (a: SeqNum, b: SeqNum): boolean => distance(a, b) >= 0;

/** `start =< n < start + length`, the RFC's half-open window test; `length` in octets, 0 … 2^31. */
export const within = (n: SeqNum, start: SeqNum, length: number): boolean =>
  (n - start) >>> 0 < length;
