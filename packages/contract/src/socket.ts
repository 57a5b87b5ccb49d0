import { z } from 'zod';
import { MatchCode, MatchName } from './code.ts';
import { Refusal } from './refusal.ts';
import { Move, RowView, Verdict, ViewHead, Weather } from './view.ts';

/**
 * The live protocol over Socket.IO: a socket is a seat. It authenticates in the handshake, gets its
 * view as the first `update`, and every later change as another. A refused handshake ends in
 * `connect_error` with a refusal as its `data`.
 */

/** Socket.IO's `auth` payload. */
export const Handshake = z
  .object({
    version: z.int(),
    code: z.union([MatchCode, MatchName]).meta({
      description: 'The code of the match, or, in a race, its name.',
    }),
    token: z.string().max(128),
  })
  .meta({ id: 'Handshake' });
export type Handshake = z.input<typeof Handshake>;

/** Made by the client, anew for every command; a repeat gets the first answer and has no second effect. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const MoveCommand = z
  .strictObject({ commandId: CommandId, move: Move })
  .meta({ id: 'MoveCommand' });
export const WeatherCommand = z
  .strictObject({ commandId: CommandId, weather: Weather })
  .meta({ id: 'WeatherCommand' });
export const PlainCommand = z.strictObject({ commandId: CommandId }).meta({ id: 'PlainCommand' });

/**
 * A change of the view: the head whole, and the rows from index `from` on. `from` 0 is a snapshot; one
 * comes after every connect, and what comes before it, or is no newer than what one has, is to be ignored.
 * Acknowledgements carry the updates of one's own commands: take them in the order of arrival.
 */
export const Update = z
  .object({
    version: z.int().meta({ description: 'Of the match; rises with every change.' }),
    view: ViewHead,
    from: z.int().min(0),
    rows: z.array(RowView).readonly(),
  })
  .meta({ id: 'Update' });
export type Update = z.infer<typeof Update>;

/** The acknowledgement of a command: sent once its effect is stored. `verdict` only for a move. */
export const Done = z.object({ update: Update, verdict: Verdict.nullable() }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;

export const Answer = z.union([Done, Refusal]).meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

/** Events that the client sends; each is acknowledged with an `Answer`. */
export const CLIENT_EVENTS = {
  move: MoveCommand,
  'call-bot': PlainCommand,
  /** One hint more on the oldest turn; it costs points. */
  hint: PlainCommand,
  weather: WeatherCommand,
  rematch: PlainCommand,
} as const;

/** Events that the server sends. */
export const SERVER_EVENTS = {
  update: Update,
  /** The seat is lost to this socket: taken over elsewhere, or given to the bot. */
  dismissed: Refusal,
} as const;

type Payload<T extends Record<string, z.ZodType>> = {
  [K in keyof T]: z.infer<T[K]>;
};
type ClientPayloads = Payload<typeof CLIENT_EVENTS>;
type ServerPayloads = Payload<typeof SERVER_EVENTS>;

/** Socket.IO event maps, inferred from the schemas. */
export type ClientToServer = {
  [K in keyof ClientPayloads]: (payload: ClientPayloads[K], ack: (answer: Answer) => void) => void;
};
export type ServerToClient = {
  [K in keyof ServerPayloads]: (payload: ServerPayloads[K]) => void;
};
