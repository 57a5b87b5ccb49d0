import { QUESTION_KINDS, type QuestionKind, questions as questionsFrom } from '@ackade/game';
import { phrase, type Words } from '@ackade/phrasing';
import { type Command, EXIT } from './command.ts';
import { outputTo } from './output.ts';
import { questionToJson } from './question-json.ts';
import { questionText } from './question-text.ts';

const HELP = `Usage: ackade questions [--count N] [--seed S] [--lang en|zh-CN] [--kind KIND] [--json]

Asks questions on TCP, each with choices that real misconceptions lead to, and tells the answers and why.
The same seed gives the same questions. None is asked whose answer depends on the stack.

Options:
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
  2  wrong usage, or they could not be written
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
  },
  takesFiles: false,
  async run({ options, values: { count, seed, lang, kind } }, io) {
    const load = LANGUAGES[String(lang)];
    if (!load) throw new Error(`no language ${lang}`);
    const { WORDS } = await load();
    const out = outputTo(io.stdout);
    const kinds = kind === null ? {} : { kinds: [kind as QuestionKind] };
    const endless = questionsFrom(Number(seed), kinds);
    for (let n = 1; n <= Number(count); n++) {
      const question = endless.next().value;
      const phrased = phrase(question, WORDS);
      const full = out.print(
        options.has('json')
          ? `${JSON.stringify(questionToJson(question, phrased))}\n`
          : questionText(n, question, phrased, WORDS),
      );
      if (full) await full;
    }
    await out.flush();
    return EXIT.fine;
  },
};
