import type { StaffRole } from '@ackade/contract';
import { locale } from '../locale.ts';
import { m } from '../messages/staff.ts';
import { PASSWORD } from './account.ts';
import { deviceIn } from './device.ts';

export const ROLE_WORDS: Readonly<Record<StaffRole, () => string>> = {
  instructor: m.staff_instructor,
  admin: m.staff_admin,
};

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** `time`: ms since 1970. */
export const dayWords = (time: number): string => day.format(time);
export const minuteWords = (time: number): string => minute.format(time);

export function deviceWords(userAgent: string): string {
  const device = deviceIn(userAgent);
  return device ? m.staff_device(device) : userAgent || m.staff_device_unknown();
}

/** What is said beside a new password while it is typed. */
export function passwordWords({ length }: string): string {
  const { least, most } = PASSWORD;
  if (length === 0) return m.staff_password_least({ least });
  if (length < least) return m.staff_password_more({ least, count: least - length });
  return length > most ? m.staff_password_most({ most }) : m.staff_password_enough();
}
