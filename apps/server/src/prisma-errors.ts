import { Prisma } from './generated/sqlite/client.ts';

/** Whether what had to be new was there already. */
export const isUniqueViolation = (error: unknown): boolean => hasCode(error, 'P2002');

/** Whether what had to be there was not. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'P2025');

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
