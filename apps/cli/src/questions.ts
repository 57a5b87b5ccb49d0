import {
  captureQuestions,
  FRAMES_ASKED,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
  questions as questionsFrom,
} from '@ackade/game';
import { type Conversation, undoubted } from '@ackade/observer';
import { phrase, type Words } from '@ackade/phrasing';
import { readCaptures } from './captures.ts';
import { type Command, EXIT, type Exit, type Io } from './command.ts';
import { outputTo } from './output.ts';
import { complain, PROBLEMS } from './problem.ts';
import { questionToJson } from './question-json.ts';
import { questionText } from './question-text.ts';

const HELP = `Usage: ackade questions [--count N] [--seed S] [--lang en|zh-CN] [--kind KIND] [--json]
       ackade questions --capture FILE [--count N] [--seed S] [--lang en|zh-CN] [--json]

Asks questions on TCP, each with choices that real misconceptions lead to, and tells the answers and why.
The same seed gives the same questions. None is asked whose answer depends on the stack.

With a capture (pcap or pcapng; "-" is standard input) the questions are about its conversations, in
turn, each up to its first frame that is a violation or cannot be judged. Asked is what the capture tells.

Options:
  --capture FILE
               ask about this capture
  --count N    so many, 1 to 1000000; 10 where it is not said
  --seed S     which, 0 to 4294967295; 1 where it is not said
  --lang LANG  en or zh-CN; en where it is not said
  --kind KIND  of this kind only: one of
               ${QUESTION_KINDS.slice(0, 6).join(', ')},
               ${QUESTION_KINDS.slice(6).join(', ')}
  --json       one JSON object a question, each on a line of its own; its format is in docs/cli.md. Its
               "basis", where it is not null, is a line for ackade step, which gives the answer

Example:
  ackade questions --count 3 --seed 7 --kind next-segment

Exit codes:
  0  the questions were asked
  1  nothing in the capture can be asked about
  2  wrong usage, or something could not be read or written
`;

/** Each is loaded when it is spoken. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly WORDS: Words }>>> = {
  en: () => import('@ackade/phrasing/en'),
  'zh-CN': () => import('@ackade/phrasing/zh-CN'),
};

export const questions: Command = {
  help: HELP,
  options: ['json'],
  valued: {
    count: { takes: 'number', from: 1, to: 1_000_000, usual: 10 },
    seed: { takes: 'number', from: 0, to: 2 ** 32 - 1, usual: 1 },
    lang: { takes: 'name', of: Object.keys(LANGUAGES), usual: 'en' },
    kind: { takes: 'name', of: QUESTION_KINDS, usual: null },
    capture: { takes: 'file', usual: null },
  },
  takesFiles: false,
  async run({ options, values: { count, seed, lang, kind, capture } }, io) {
    const load = LANGUAGES[String(lang)];
    if (!load) throw new Error(`no language ${lang}`);
    const { WORDS } = await load();
    const print = printer(WORDS, options.has('json'), Number(count), io);
    if (capture === null) {
      const kinds = kind === null ? {} : { kinds: [kind as QuestionKind] };
      return print(questionsFrom(Number(seed), kinds));
    }
    if (kind !== null) {
      complain(io, 'ackade questions', {
        code: 'usage',
        message: '--kind goes without --capture; see ackade questions --help',
      });
      return EXIT.failed;
    }
    return readCaptures([String(capture)], io, async ({ file, conversations }) => {
      const exit = await print(inTurn(conversations, Number(seed)));
      if (exit === EXIT.found)
        complain(io, `ackade: ${file}`, {
          code: 'nothing-to-ask',
          message: PROBLEMS['nothing-to-ask'],
        });
      return exit;
    });
  },
};

/** Prints at most `count` of the questions that it is given. */
const printer =
  (words: Words, json: boolean, count: number, io: Io) =>
  async (asked: Iterable<Question>): Promise<Exit> => {
    const out = outputTo(io.stdout);
    let n = 0;
    for (const question of asked) {
      n++;
      const phrased = phrase(question, words);
      const full = out.print(
        json
          ? `${JSON.stringify(questionToJson(question, phrased))}\n`
          : questionText(n, question, phrased, words),
      );
      if (full) await full;
      if (n === count) break;
    }
    await out.flush();
    return n > 0 ? EXIT.fine : EXIT.found;
  };

/** A question on each of the conversations, then another on each, until none has any more. */
function* inTurn(conversations: readonly Conversation[], seed: number): Generator<Question> {
  let open = conversations.map(({ client, server, segments }) =>
    captureQuestions(
      { name: `${client}-${server}`, frames: undoubted(segments, FRAMES_ASKED) },
      seed,
    ),
  );
  while (open.length > 0) {
    const turns = open.map((asked) => ({ asked, turn: asked.next() }));
    for (const { turn } of turns) if (!turn.done) yield turn.value;
    open = turns.filter(({ turn }) => !turn.done).map(({ asked }) => asked);
  }
}
