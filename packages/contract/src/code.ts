import { z } from 'zod';

/** What a match's code is written in: letters and digits without 0 O 1 I, which look alike. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 6;

/** A match's code; lower case is read as upper case. */
export const MatchCode = z
  .string()
  .max(16)
  .transform((s) => s.trim().toUpperCase())
  .pipe(z.string().regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)))
  .meta({ id: 'MatchCode', description: 'Six characters of A–Z and 2–9 without I and O.' });
