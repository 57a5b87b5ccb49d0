import { type CaptureFault, captureReader, nothingSkipped, type Skipped, tcpIn } from '@ackade/tcp';
import type { Conversation } from './conversation.ts';
import { observe } from './observe.ts';

/** Judges a capture file while it is being read. */
export type CaptureJudge = {
  /** Reads on; a fault ends the reading, and what was read before it stays judged. */
  readonly push: (chunk: Uint8Array) => CaptureFault | null;
  /** Says that no more will come. */
  readonly end: () => CaptureFault | null;
  readonly conversations: () => readonly Conversation[];
  readonly frames: () => number;
  /** The frames that hold no TCP segment, by reason. */
  readonly skipped: Readonly<Skipped>;
};

/** A judge of pcap and pcapng files (`captureReader`), to be fed in chunks of any size. */
export function captureJudge(): CaptureJudge {
  const observer = observe();
  const skipped = nothingSkipped();
  let frames = 0;
  let start = 0;
  const { push, end } = captureReader((frame) => {
    if (frames === 0) start = frame.time;
    frames = frame.n;
    const packet = tcpIn(frame);
    if (typeof packet === 'string') skipped[packet]++;
    else observer.see(frame.n, (frame.time - start) / 1e6, packet, frame.on);
  });
  return { push, end, conversations: observer.conversations, frames: () => frames, skipped };
}
