/** Reads and judges a capture away from the page, and keeps what came of it. */
import { baseOf, type Conversation, type Sighting } from '@ackade/observer';
import { judgeCapture } from './judge-capture.ts';
import type { Order, Outline, Report } from './judgement.ts';
import type { Quiz } from './quiz.ts';

let conversations: readonly Conversation[] = [];
let quiz: Quiz | null = null;

const tell = (report: Report): void => postMessage(report);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  switch (data.kind) {
    case 'judge':
      judge(data.file).catch((error: unknown) => {
        tell({ kind: 'failed', problem: 'failed' });
        throw error;
      });
      break;
    case 'segments':
      tell({ kind: 'segments', segments: segments(data.conversation, data.from, data.to) });
      break;
    case 'violations':
      tell({ kind: 'violations', violations: violations(data.conversation) });
      break;
    case 'quiz':
      void begin(data);
      break;
    case 'next':
      tell({ kind: 'question', question: quiz?.next() ?? null });
      break;
    case 'answer':
      tell({ kind: 'told', told: quiz?.answer(data.response) ?? null });
  }
});

async function judge(file: Blob): Promise<void> {
  const judged = await judgeCapture(file, (read) => tell({ kind: 'progress', read }));
  if (!judged.ok) return tell({ kind: 'failed', problem: judged.problem });
  const { skipped, broken } = judged;
  conversations = judged.conversations;
  tell({
    kind: 'judged',
    judgement: { conversations: conversations.map(outline), skipped, broken },
  });
}

async function begin({ conversation, seed, locale }: Extract<Order, { kind: 'quiz' }>) {
  const segments = conversations[conversation]?.segments;
  // Nobody who only wants a verdict loads what questions are made of.
  const { quizOn } = await import('./quiz.ts');
  quiz = segments ? await quizOn(segments, seed, locale) : null;
  tell({ kind: 'question', question: quiz?.next() ?? null });
}

const outline = (conversation: Conversation, id: number): Outline => {
  const { client, server, end, segments } = conversation;
  return {
    id,
    client,
    server,
    interface: conversation.interface,
    end,
    segments: segments.length,
    violations: segments.violations,
    base: { client: baseOf(segments, 'client'), server: baseOf(segments, 'server') },
  };
};

function segments(conversation: number, from: number, to: number): readonly Sighting[] {
  const all = conversations[conversation]?.segments;
  const end = Math.min(to, all?.length ?? 0);
  return all ? Array.from({ length: end - from }, (_, i) => all.at(from + i)) : [];
}

function violations(conversation: number): readonly number[] {
  const all = conversations[conversation]?.segments;
  const places: number[] = [];
  if (all && all.violations > 0)
    for (let i = 0; i < all.length; i++) if (all.at(i).verdict === 'violation') places.push(i);
  return places;
}
