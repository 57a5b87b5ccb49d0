import { z } from 'zod';

/** What is said only to instructors and admins. */
const STAFF_REFUSALS = {
  'not-signed-in': [401, 'This needs somebody who has signed in.'],
  'wrong-credentials': [401, 'No account has this address and password.'],
  'wrong-password': [403, 'This is not the password of the account.'],
  'admin-only': [403, 'Only an admin may do this.'],
  'foreign-page': [403, 'This was asked for by a page of another site.'],
  'link-over': [404, 'This link is not valid, or not any more.'],
  'email-taken': [409, 'Another account has this address.'],
  'unknown-colleague': [404, 'Nobody has this account.'],
  'last-admin': [409, 'There must be an admin.'],
} as const;

export type StaffRefusalCode = keyof typeof STAFF_REFUSALS;

/**
 * Every way in which the server says no: stable codes, the HTTP status that goes with each, and a
 * plain English sentence for whoever reads the wire. The client has its own sentences.
 */
export const REFUSALS = {
  'bad-request': [400, 'The message does not have the form that the protocol describes.'],
  'wrong-version': [426, 'Client and server speak different versions of the protocol.'],
  'too-large': [413, 'The message is larger than it may be.'],
  'too-many-requests': [429, 'Too many messages in a short time; wait a moment.'],
  'not-found': [404, 'There is nothing here.'],
  'unknown-code': [404, 'No match has this code.'],
  'unknown-race': [404, 'No race has this code.'],
  'unknown-replay': [404, 'No finished match goes by this name.'],
  'unknown-scenario': [400, 'There is no such scenario at this level.'],
  'match-full': [409, 'Both seats of this match are taken.'],
  'name-empty': [400, 'A name needs at least one visible character.'],
  'name-too-long': [400, 'A name has at most 20 characters.'],
  'name-invisible': [400, 'A name must not contain invisible characters.'],
  'name-taken': [409, 'Somebody here has this name, or one that looks like it.'],
  'name-rude': [400, 'This name does not belong in a classroom.'],
  'not-on-roster': [400, 'This name is not on the list of the class.'],
  'wrong-token': [403, 'This is not the token of a seat in this match.'],
  'seat-replaced': [403, 'The match went on with the bot in this seat.'],
  'taken-over': [409, 'This seat was opened on another device or tab.'],
  'not-playing': [409, 'The match is not being played now.'],
  'out-of-turn': [409, 'Nothing has happened at this end that could be answered.'],
  'no-such-data': [400, 'The application has not handed over that much data.'],
  'no-more-hints': [409, 'There are no further hints on this turn.'],
  'too-much-weather': [409, 'This match has had all the weather that it can take.'],
  'partner-present': [409, 'The partner is here; the bot takes only empty seats.'],
  'match-not-over': [409, 'The match is still being played.'],
  'match-over': [409, 'The match is over.'],
  'host-only': [403, 'Only the host of the race may do this.'],
  'race-locked': [403, 'The host lets nobody join at the moment.'],
  'race-full': [409, 'The race takes no more players.'],
  'race-over': [409, 'The race is over.'],
  kicked: [403, 'The host has sent this player away; to join again is allowed.'],
  banned: [403, 'The host has sent this player away for good.'],
  'nobody-here': [409, 'Nobody is here to play.'],
  'not-now': [409, 'This cannot be done at the moment.'],
  'unknown-player': [404, 'No such player is in the race.'],
  'unknown-learner': [404, 'Nothing is kept of this device.'],
  'bad-session': [409, 'There are not enough questions for such a session.'],
  'session-open': [409, 'Another session is still open.'],
  'unknown-question': [404, 'This question is not there any more.'],
  'unknown-link': [404, 'No learner has this code, or its time is up.'],
  'too-many-devices': [409, 'This learner has as many devices as there may be.'],
  'last-device': [409, 'Nothing could be reached any more without this device; erase it instead.'],
  'unknown-set': [404, 'No question set has this code.'],
  'bad-set': [422, 'Something in the question set is wrong; the details say what, and where.'],
  'bad-file': [422, 'Something in the file is wrong; the details say what, and in which line.'],
  'set-changed': [409, 'The question set has been changed elsewhere since it was read.'],
  'not-the-owner': [403, 'This is not the token of the owner of the question set.'],
  ...STAFF_REFUSALS,
  busy: [503, 'The server has too much to do; try again in a moment.'],
  internal: [500, 'The server failed to do this.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof REFUSALS;

export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

export const Refusal = z
  .object({
    error: z.object({
      code: RefusalCode,
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .meta({ id: 'Refusal', description: 'A refusal. It changed nothing.' });
export type Refusal = z.infer<typeof Refusal>;

/** The refusal as it goes over the wire. */
export const refusal = (code: RefusalCode, details?: Record<string, unknown>): Refusal => ({
  error: { code, message: REFUSALS[code][1], ...(details ? { details } : {}) },
});
