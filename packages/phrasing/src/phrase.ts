import {
  type Asked,
  type Explained,
  isStatement,
  type Params,
  type Question,
  type RowView,
  type Said,
} from '@ackade/game';
import { ACK, controlText, type Endpoint, PSH, peerOf, type Segment } from '@ackade/tcp';
import type { Words } from './words.ts';

/** A question in one language. */
export type Phrased = {
  readonly prompt: string;
  /** In the order of the question's choices. */
  readonly choices: readonly string[];
  readonly explanation: string;
};

export const phrase = (question: Question, words: Words): Phrased => ({
  prompt: promptOf(question, words),
  choices: question.choices.map(({ said }) => saying(said, question, words)),
  explanation: question.explanation.map((e) => explaining(e, words)).join(words.between),
});

type Numbered = Pick<Segment, 'ctl' | 'len'> & { readonly seq: number; readonly ack: number };

/** `SYN,ACK SEQ=300 ACK=101`, with its data. */
export function segmentText({ ctl, seq, ack, len }: Numbered, words: Words): string {
  const numbers = `SEQ=${seq}${ctl & ACK ? ` ACK=${ack}` : ''}`;
  return withOctets(`${bitsText(ctl, words)} ${numbers}`, len, words);
}

/** A row of a figure, and whose it is. */
export function rowText(row: RowView, words: Words): string {
  const from = words.endpoints[row.kind === 'segment' ? row.from : row.at];
  const said = row.kind === 'segment' ? segmentText(row.segment, words) : happening(row, words);
  return filled(words.sentBy, { from, segment: said });
}

const filled = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));

const bitsText = (ctl: number, words: Words): string =>
  (ctl & ~PSH) === 0 ? words.noBits : controlText(ctl & ~PSH);

const withOctets = (bits: string, len: number, words: Words): string =>
  len > 0 ? filled(words.octets, { bits, len }) : bits;

function promptOf({ prompt, known, figure }: Question, words: Words): string {
  const at = prompt.params['at'] as Endpoint | undefined;
  const row = known && figure.at(-1);
  const { start } = prompt.params;
  return [
    ...(start ? [words.start[start === 'established' ? 'established' : 'closed']] : []),
    ...(known && at ? [knowing(known, at, words)] : []),
    ...(row && at ? [happening(row, words, at)] : []),
    asking(prompt, words),
  ].join(words.between);
}

const HALF_CLOSED = ['FIN-WAIT-1', 'FIN-WAIT-2'];

function knowing(known: NonNullable<Question['known']>, at: Endpoint, words: Words): string {
  const { state, iss, una, nxt, rcvNxt, rcvWnd } = known;
  const params = { at: words.endpoints[at], state, iss, rcvWnd };
  if (una === null || nxt === null) return filled(words.known.idle, params);
  if (rcvNxt === null) return filled(words.known['syn-sent'], { ...params, una, nxt });
  const kind = HALF_CLOSED.includes(state) ? 'half-closed' : 'open';
  return filled(words.known[kind], { ...params, una, nxt, rcvNxt });
}

/** What `row` tells of: to the end `asked`, where it comes to one. */
function happening(row: RowView, words: Words, asked?: Endpoint): string {
  switch (row.kind) {
    case 'segment': {
      const { arrived, sent } = words.happened;
      return filled(asked === row.from ? sent : arrived, {
        at: words.endpoints[peerOf(row.from)],
        from: words.endpoints[row.from],
        segment: segmentText(row.segment, words),
      });
    }
    case 'call':
      return filled(words.happened.calls[row.call], {
        mode: row.mode ?? '',
        len: row.call === 'SEND' ? row.text.length : row.len,
      });
    case 'timeout':
      return words.happened.timers[row.timer];
    default:
      return words.silence;
  }
}

function asking({ code, params }: Asked, words: Words): string {
  if (code === 'statement') return statementIn(params, words);
  return filled(words.prompts[code], told(params, words));
}

function explaining({ code, params }: Explained, words: Words): string {
  if (code === 'statement') return statementIn(params, words);
  const sentences: Record<string, string> = { ...words.reasons, ...words.remarks };
  return filled(sentences[code] ?? '', told(params, words));
}

function statementIn({ statement, form }: Params, { statements }: Words): string {
  const code = String(statement);
  return isStatement(code) ? statements[code][form === 'right' ? 'right' : 'wrong'] : '';
}

/** What the sentences tell of: ends by their names, and the segment that numbers make. */
function told(params: Params, words: Words): Params {
  const { at, ctl, len = 0, seq, ack = 0 } = params;
  const named = at === 'client' || at === 'server' ? { at: words.endpoints[at] } : {};
  if (ctl === undefined) return { ...params, ...named };
  const bits = withOctets(bitsText(Number(ctl), words), Number(len), words);
  if (seq === undefined) return { ...params, ...named, bits };
  const numbers = { ctl: Number(ctl), len: Number(len), seq: Number(seq), ack: Number(ack) };
  return { ...params, ...named, bits, segment: segmentText(numbers, words) };
}

function saying(said: Said, { figure, frames }: Question, words: Words): string {
  switch (said.kind) {
    case 'segment':
      return segmentText(said.segment, words);
    case 'sent': {
      const segment = segmentText(said.segment, words);
      return filled(words.sentBy, { from: words.endpoints[said.from], segment });
    }
    case 'silence':
      return words.silence;
    case 'bits': {
      const bits = bitsText(said.ctl, words);
      return said.data ? filled(words.withData, { bits }) : bits;
    }
    case 'numbers':
      return [
        ...(said.seq === null ? [] : [`SEQ=${said.seq}`]),
        ...(said.ack === null ? [] : [`ACK=${said.ack}`]),
      ].join(' ');
    case 'state':
      return said.state;
    case 'row': {
      const row = figure[said.row];
      const segment = row ? rowText(row, words) : '';
      const frame = frames?.[said.row];
      return frame === undefined
        ? filled(words.row, { row: said.row + 1, segment })
        : filled(words.frame, { frame, segment });
    }
    case 'waiting':
      return filled(words.waitingBecause, {
        who: words.waiting[said.who],
        why: words.because[said.why],
      });
    case 'closer':
      return words.closers[said.who];
    case 'octets':
      return filled(words.amount, { octets: said.octets });
    case 'truth':
      return words.truth[said.is ? 'right' : 'wrong'];
  }
}
