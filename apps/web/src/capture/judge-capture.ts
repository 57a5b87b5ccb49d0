import { type CaptureJudge, type Conversation, captureJudge } from '@ackade/observer';
import type { Skipped } from '@ackade/tcp';
import type { Problem } from './judgement.ts';

export type Judged =
  | {
      readonly ok: true;
      readonly conversations: readonly Conversation[];
      readonly skipped: Skipped;
      /** It could not be read to its end. */
      readonly broken: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads a capture as a stream, so that it is never whole in memory, and judges its conversations.
 * `onProgress` is told how many octets are read whenever another hundredth of them is.
 */
export async function judgeCapture(
  file: Pick<Blob, 'size' | 'stream'>,
  onProgress: (read: number) => void,
): Promise<Judged> {
  const judge = captureJudge();
  const fault = await feed(judge, file, onProgress);
  const conversations = judge.conversations();
  if (conversations.length === 0)
    return { ok: false, problem: fault ?? (judge.frames() === 0 ? 'empty' : 'no-tcp') };
  return { ok: true, conversations, skipped: judge.skipped, broken: fault !== null };
}

async function feed(
  judge: CaptureJudge,
  file: Pick<Blob, 'size' | 'stream'>,
  onProgress: (read: number) => void,
): Promise<Problem | null> {
  const stream = file.stream().getReader();
  let read = 0;
  let told = 0;
  for (;;) {
    const chunk = await stream.read().catch(() => null);
    if (chunk === null) return 'unreadable';
    if (chunk.done) return judge.end()?.code ?? null;
    const fault = judge.push(chunk.value);
    if (fault) return fault.code;
    read += chunk.value.length;
    if (read - told < file.size / 100) continue;
    told = read;
    onProgress(read);
  }
}
