/** Writes docs/protocol.md from the schemas in packages/contract: `npm run protocol`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  Answer,
  CLIENT_EVENTS,
  Echo,
  PROTOCOL_VERSION,
  RACE_CLIENT_EVENTS,
  RACE_SERVER_EVENTS,
  RaceAnswer,
  REFUSALS,
  SERVER_EVENTS,
} from '@ackade/contract';
import { z } from 'zod';

/** The whole document. */
export function protocolDocument(): string {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', uri: (id) => `#${id}` });
  const sections = Object.entries(schemas).map(([id, schema]) => `### ${id}\n\n${fence(schema)}`);
  return `${[
    '# The protocol',
    '<!-- Written by `npm run protocol` from packages/contract. Do not edit. -->',
    INTRODUCTION,
    '## Socket events of a match',
    eventTable(CLIENT_EVENTS, Answer, SERVER_EVENTS),
    '## Socket events of a race',
    eventTable(RACE_CLIENT_EVENTS, RaceAnswer, RACE_SERVER_EVENTS),
    '## Socket events of the network check',
    'In the namespace `/check`, which lets everybody in, without `auth`, and closes the connection after 90 s.',
    eventTable({ echo: Echo }, Echo, {}),
    '## Refusals',
    table(
      ['code', 'HTTP', 'meaning'],
      Object.entries(REFUSALS).map(([code, [status, text]]) => [
        `\`${code}\``,
        String(status),
        text,
      ]),
    ),
    '## Schemas',
    'As JSON Schema, 2020-12; `#Name` refers to the schema of that name. Numbers of segments are absolute, modulo 2^32.',
    ...sections,
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `Version ${PROTOCOL_VERSION}. A seat is taken over HTTP (described at \`/docs\` of a running server) and
played over [Socket.IO](https://socket.io/docs/v4/), protocol 5, at the same address, path \`/socket.io\`.

1. \`POST /api/matches\` makes a match, \`POST /api/matches/{code}/seats\` takes its free seat. Both give a
   [SeatTaken](#seattaken) with the token that opens the seat.
2. Connect with the [Handshake](#handshake) as \`auth\`. A refused handshake ends in \`connect_error\` with
   a [Refusal](#refusal) as its \`data\`. One seat has one socket: the newest gets it, an older one is sent
   \`dismissed\`.
3. The server sends [Update](#update)s. One with \`from\` 0 holds the whole view; it comes after every
   connect, and what comes before it, or is no newer than what one has, is to be ignored. Otherwise keep
   the first \`from\` rows that one has, and put \`rows\` behind them. If one has fewer, something was missed:
   connect anew.
4. Every command carries a \`commandId\` of the client's own making. The acknowledgement comes once its effect
   is stored, and holds the update that it caused. Without one, send the same command again, under the same
   id, after a new connect too: it takes effect once and gets its first verdict.
5. \`view.turns\` are the rows that wait for an answer, oldest first. Answer with \`move\`: a segment, or
   silence. A wrong move changes nothing but the score.

A race is made with \`POST /api/races\` and joined with \`POST /api/races/{code}/players\`. Its live side is the
namespace \`/race\` of the same connection, opened with the [RaceHandshake](#racehandshake); the token says whether
the socket is a player, the host or a projector.

1. A player is sent a [RaceView](#raceview), always whole, when it connects and whenever something changes that
   concerns everybody or that player. Nothing is sent to all players because of what one player did.
2. While \`view.match\` is set, the player opens that match in the main namespace as above, with the match's name
   as \`code\` and the token of the race as \`token\`. When it changes, close that socket and open another.
3. Host and projectors are sent a [Board](#board) by each node of the server at most four times a second: what has changed since the last one.
   With \`watch\` they also see one match's [Lane](#lane).
4. Between two rounds the host may ask questions. A [Quiz](#quiz) comes to everybody when a question is opened, in the
   \`locale\` of the handshake and without its answer, and once more when it is closed, with it. A player sends
   \`answer\`; his first one stands.
5. Only the host's token may send \`host\`, a [HostCommand](#hostcommand) with a \`commandId\`. \`next\` and \`skip\`
   say where the host saw the race, so that a command that is sent twice has one effect.

A message may weigh 16 KiB, one of a host with a class list in it 320 KiB. Times are milliseconds.`;

type Events = Readonly<Record<string, z.ZodType>>;

const eventTable = (fromClient: Events, answer: z.ZodType, fromServer: Events): string =>
  table(
    ['from', 'event', 'payload', 'acknowledged with'],
    [
      ...Object.entries(fromClient).map(([event, schema]) => [
        'client',
        `\`${event}\``,
        link(schema),
        link(answer),
      ]),
      ...Object.entries(fromServer).map(([event, schema]) => [
        'server',
        `\`${event}\``,
        link(schema),
        '–',
      ]),
    ],
  );

const idOf = (schema: z.ZodType): string | undefined => z.globalRegistry.get(schema)?.id;

const link = (schema: z.ZodType): string => `[${idOf(schema)}](#${idOf(schema)?.toLowerCase()})`;

function fence({ $schema: _, $id: __, ...schema }: Record<string, unknown>): string {
  return `\`\`\`json\n${JSON.stringify(schema, null, 2)}\n\`\`\``;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(new URL('../docs/protocol.md', import.meta.url), protocolDocument());
