import { z } from 'zod';

/** What codes are written in: letters and digits without 0 O 1 I, which look alike. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** By its length one sees what a code leads to. */
export const CODE_LENGTH = { match: 6, race: 5, device: 8, set: 7 } as const;

export const written = (length: number): RegExp => new RegExp(`^[${CODE_ALPHABET}]{${length}}$`);

/** A match's code as the server writes it. */
export const Code = z
  .string()
  .regex(written(CODE_LENGTH.match))
  .meta({ id: 'Code', description: 'Six characters of A–Z and 2–9 without I and O.' });

/** A race's code as the server writes it. */
export const WrittenRaceCode = z
  .string()
  .regex(written(CODE_LENGTH.race))
  .meta({ id: 'RaceCode', description: 'Five characters of A–Z and 2–9 without I and O.' });

/** A code as a person types it; lower case is read as upper case. */
export const typed = (code: z.ZodType<string, string>) =>
  z
    .string()
    .max(16)
    .transform((s) => s.trim().toUpperCase())
    .pipe(code);

export const MatchCode = typed(Code);
export const RaceCode = typed(WrittenRaceCode);

/** The unguessable name of a match: a race's matches have no code, and every replay goes by it. */
export const MatchName = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
