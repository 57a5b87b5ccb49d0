import { z } from 'zod';

/** What a match's code is written in: letters and digits without 0 O 1 I, which look alike. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 6;

const WRITTEN = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);
const DESCRIPTION = 'Six characters of A–Z and 2–9 without I and O.';

/** A match's code as the server writes it. */
export const Code = z.string().regex(WRITTEN).meta({ id: 'Code', description: DESCRIPTION });

/** A match's code as a person types it; lower case is read as upper case. */
export const MatchCode = z
  .string()
  .max(16)
  .transform((s) => s.trim().toUpperCase())
  .pipe(Code)
  .meta({ description: DESCRIPTION });
