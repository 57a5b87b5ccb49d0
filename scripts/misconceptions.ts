/** Writes docs/misconceptions.md from the judge and the words of the client: `npm run misconceptions`. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ACK, controlText, type Endpoint, peerOf, RST, type Segment } from '@ackade/tcp';
import type { Detector } from '../packages/game/src/diagnose/facts.ts';
import { GROUPS } from '../packages/game/src/diagnose/index.ts';
import {
  judge,
  type Level,
  type Misconception,
  type Move,
  maySilently,
  optionsOf,
  type Row,
  segmentOf,
} from '../packages/game/src/index.ts';
import { MISTAKES, type Moment, momentOf, type Play } from '../packages/game/test/mistakes.ts';

const LOCALES = ['en', 'zh-CN'] as const;
type Locale = (typeof LOCALES)[number];
type Messages = Readonly<Record<string, string>>;

const read = (area: string, locale: Locale): Messages =>
  JSON.parse(
    readFileSync(new URL(`../apps/web/messages/${area}/${locale}.json`, import.meta.url), 'utf8'),
  );

/** The whole document; throws with a list where a sentence is missing. */
export function misconceptionsDocument(): string {
  const words = LOCALES.map((locale) => ({
    verdicts: read('verdicts', locale),
    roles: read('words', locale),
  }));
  const codes = GROUPS.flatMap((g) => [...g.beliefs, ...g.differences]).map(([code]) => code);
  const missing = codes.flatMap((code) =>
    LOCALES.filter((_, i) => sentencesOf(code, words[i]?.verdicts ?? {}) === null).map(
      (locale) => `${code} (${locale})`,
    ),
  );
  if (missing.length > 0) throw new Error(`no title or no sentence for ${missing.join(', ')}`);

  const rowOf = ([code, shows]: Detector): string => {
    const { example } = MISTAKES[code];
    const moment = momentOf(example);
    const said = words.map(({ verdicts, roles }) =>
      filled(sentencesOf(code, verdicts) ?? '', code, moment, roles),
    );
    return `| ${[`\`${code}\``, shows, exampleOf(example, moment), ...said].join(' | ')} |`;
  };
  const sections = GROUPS.map(({ beliefs, differences }, i) =>
    [`## ${HEADINGS[i]}`, [HEAD, ...[...beliefs, ...differences].map(rowOf)].join('\n')].join(
      '\n\n',
    ),
  );
  const plain = GROUPS.flatMap((g) => g.differences).map(([code]) => `\`${code}\``);
  return `${[
    '# Misconceptions',
    '<!-- Written by `npm run misconceptions` from packages/game and apps/web/messages. Do not edit. -->',
    introduction(codes.length, plain),
    ...sections,
    INVISIBLE,
  ].join('\n\n')}\n`;
}

const HEADINGS = ['When to speak', 'Which control bits', 'Which numbers', 'Which window and state'];

const HEAD = ['code', 'shows when', 'example', 'en', 'zh-CN']
  .map((cell) => ` ${cell} |`)
  .join('')
  .replace(/^/, '|')
  .concat('\n|---|---|---|---|---|');

const introduction = (count: number, plain: readonly string[]): string =>
  `The judge compares a move with what RFC 9293 makes the endpoint owe. Of a wrong one it says three things: what
its maker seems to have believed, what is true instead, and what the peer's TCP would really have done with it,
found by running the core on it. The ${count} codes below are all that it can say of the first; each has a detector in
\`packages/game/src/diagnose\`, and an example and a near miss in \`packages/game/test/mistakes.ts\`.

**The order.** Several beliefs may fit one move. They are named in the order in which a move is made up: when to
speak, which control bits, which numbers, which window and state; and within each the belief about one situation
before the one that any situation may show. The first is the one that the player is told. What somebody does wrong at
an earlier choice decides the later ones, and a mistake that only one situation invites is seldom made by chance.

**Plain differences.** A move that shows no belief up to some choice, and is wrong in it, is said to differ there, and
how: ${plain.join(', ')}. The order of the tables is that of the judge.

At level _flags_ only the control bits count, and whether data goes along; at _numbers_ SEQ, ACK and the length as well;
at _full_ the window and the state too. The client's initial sequence number is 100 and the server's 300, as in the
figures of the RFC, unless the scenario has its own. Where a sentence has several forms, by what is being answered, all
are shown.`;

/** Title and sentence of `code`; null where one of them is missing. */
function sentencesOf(code: Misconception, messages: Messages): string | null {
  const prefix = `mistake_${code.replaceAll('-', '_')}_`;
  const title = messages[`${prefix}title`];
  const forms = Object.entries(messages)
    .filter(([key]) => key.startsWith(prefix) && !key.slice(prefix.length).includes('_'))
    .filter(([key]) => key !== `${prefix}title`)
    .map(([, sentence]) => sentence);
  return title && forms.length > 0 ? [`**${title}**`, ...forms].join('<br>') : null;
}

/** The sentence with what the client puts into it, as far as the example has it. */
function filled(
  sentence: string,
  code: Misconception,
  { world, at, move }: Moment,
  roles: Messages,
): string {
  const row = causeOf({ world, at });
  const arrived = row?.kind === 'arrived' ? row.segment : null;
  const sent = move.kind === 'send' ? move : null;
  const values: Readonly<Record<string, string | number | null | undefined>> = {
    far: roles[`row_${peerOf(at)}`],
    bits: bitsIn(code === 'wrong-bits' ? sent : arrived),
    seq: arrived?.seq,
    ack: sent?.ack,
    wnd: sent?.wnd,
    state: move.state,
    call: row?.kind === 'call' ? row.line.call : null,
  };
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);
}

const bitsIn = (s: { readonly ctl: number } | null): string | null => s && controlText(s.ctl);

function causeOf({ world, at }: Pick<Moment, 'world' | 'at'>): Row | undefined {
  return world.rows[world.ends[at].turns[0]?.row ?? -1];
}

/** Scenario, situation, move, what was right, and what the peer does. */
function exampleOf({ scenario, level }: Play, moment: Moment): string {
  const { world, at, move } = moment;
  const { turns } = world.ends[at];
  const [turn] = turns;
  const verdict = judge(world, level, at, move)?.verdict;
  if (!turn || !verdict || verdict.right) throw new Error(`${scenario.id}: not a wrong move`);
  const [option] = optionsOf(turns);
  const right = maySilently(turns)
    ? withState('silence', level, turn.after)
    : option
      ? withState(notation(option.segment, level), level, option.state)
      : '';
  const sent: string =
    move.kind === 'silent' ? 'silence' : notation(segmentOf(world, level, at, move), level);
  return [
    `_${scenario.id}_, ${level}`,
    `${at}, ${turn.before.state}: ${situationOf(causeOf(moment), scenario.skills.includes('window'))}`,
    `**${withState(sent, level, move.state)}** instead of ${right}`,
    consequenceOf(verdict.consequence, peerOf(at), move),
  ].join('<br>');
}

const withState = (sent: string, level: Level, state: Move['state']): string =>
  level === 'full' ? `${sent}, state ${state}` : sent;

function situationOf(row: Row | undefined, windowed: boolean): string {
  if (row?.kind === 'call') return `the application calls ${row.line.call}`;
  if (row?.kind === 'timeout') return `the ${TIMERS[row.timer]} timer expires`;
  if (row?.kind !== 'arrived') throw new Error('a turn of nothing');
  return `${notation(row.segment, windowed ? 'full' : 'numbers')} arrives`;
}

const TIMERS = {
  retransmission: 'retransmission',
  'zero-window-probe': 'zero-window probe',
  'delayed-ack': 'delayed ACK',
  user: 'user',
  'time-wait': '2 MSL',
} as const;

/** A segment as the figures of the RFC write it, as far as it counts at `level`. */
function notation({ ctl, seq, ack, len, wnd }: Segment, level: Level): string {
  const parts = [
    level === 'flags' ? '' : `<SEQ=${seq}>`,
    level === 'flags' || !(ctl & ACK) ? '' : `<ACK=${ack}>`,
    `<CTL=${controlText(ctl)}>`,
    len > 0 ? `<DATA=${len}>` : '',
    level === 'full' && !(ctl & RST) ? `<WND=${wnd}>` : '',
  ];
  return `\`${parts.join('')}\``;
}

type Consequence = Extract<
  NonNullable<ReturnType<typeof judge>>['verdict'],
  { right: false }
>['consequence'];

function consequenceOf(consequence: Consequence, far: Endpoint, move: Move): string {
  switch (consequence.kind) {
    case 'waits':
      return `The ${far} hears nothing, and what is owed stays owed.`;
    case 'ignored':
      return move.kind === 'silent' ? `The ${far} notices nothing.` : `The ${far} ignores it.`;
    case 'accepted':
      return `The ${far} believes it.`;
    case 'dies':
      return `The ${far} ends the connection.`;
    case 'answers':
      return `The ${far} answers \`<CTL=${controlText(consequence.ctl)}>\`.`;
  }
}

const INVISIBLE = `## Beliefs that no move can show

A move is a segment or silence, so what is believed of the application's side, of names, of the machines that run TCP
or of time cannot be seen in it. These are common nevertheless.

| belief | what is true | why it does not show |
|---|---|---|
| A SYN must not carry data. | It may (RFC 9293 §3.5, §3.10.7.3). The data waits until the connection is ESTABLISHED before the application gets it. | No scenario hands over data before the connection stands. |
| Closing always takes four segments. | Three, if the end that closes second has closed by the time it acknowledges; four, if its ACK goes first; more, if it still has data to send (§3.6). | Both ways are right wherever both are possible; the judge says which one it was. |
| ACK and FIN of the second end cannot be merged. | They can: they are one segment as soon as the application has called CLOSE. They are two mostly because it has not. | Not to merge them is right too. |
| close() always sends a FIN. | Not in SYN-SENT, where it sends nothing (§3.10.4). Sockets send a RST where data lies unread or where lingering is set to 0 s (SHLD-3). | The core's CLOSE goes on receiving, and the reset of sockets is ABORT here. |
| recv() returns 0 after a RST as after a FIN. | 0 stands for the FIN only. After a RST the call fails with ECONNRESET. | It is the application that learns this, and no segment depends on it. |
| connect() returns when the third segment has arrived. | When the SYN,ACK has: from then on the client is ESTABLISHED, whatever becomes of its ACK. | The call returns without a segment. (\`established-too-late\` is the same belief about the state.) |
| A SYN is repeated after 1, 2, 4 and 8 s, always. | RFC 6298 begins with 1 s and doubles; today's Linux sends the first four about a second apart before it doubles. | When a timer expires is not the player's to choose. |
| tcp_fin_timeout sets how long TIME-WAIT lasts. | On Linux it is for FIN-WAIT-2 of a socket that no process holds any more. TIME-WAIT lasts 60 s there, and nothing sets it. | It is a setting of one system. |
| TIME-WAIT is a defect, to be switched off. | It is what lets a lost last ACK be sent again and keeps old segments out of the next connection (§3.6.1). Linux removed tcp_tw_recycle in 4.12: it broke connections from behind NAT. | No move switches it off. (\`no-time-wait\` is a belief about the state.) |
| The wait of 2 MSL is for the last ACK only. | It also lasts until the segments of the old connection have died out, so that none is taken for one of the next (§3.4.1, §3.6.1). | The wait is the same for either reason. |
| Late data in TIME-WAIT is dropped without a word. | An old segment is answered with an ACK, as on every synchronized connection (§3.10.7.4, first step). | No scenario brings any by itself. Where bad weather does, silence is \`silence-when-owed\`. |
| Half-open, half-closed and “in the handshake” are the same. | Half-open: one end has lost the connection and the other does not know (§3.5.1). Half-closed: one direction is closed (§3.6). A handshake that is not over is neither. | They are names; the situations themselves are scenarios. |
| TCP has clients and servers. | It has peers, of which one may have opened passively and the other actively, or both actively (§3.3.2, §3.5). | The roles here are the applications'. |
| The first octet of data has the initial sequence number. | The SYN has it; the first octet has the one after it (§3.4). An example that begins behind the handshake shows the number of an octet, not the initial one. | Where the SYN was seen it does show: \`isn-is-first-octet\`. In a connection that stands already nobody can tell. |`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(new URL('../docs/misconceptions.md', import.meta.url), misconceptionsDocument());
