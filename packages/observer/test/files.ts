import { readFileSync } from 'node:fs';
import { captureReader, type Interface, type Packet, tcpIn } from '@ackade/tcp';
import { type Conversation, observe, type Sighting } from '../src/index.ts';

export type Seen = { readonly time: number; readonly packet: Packet; readonly on?: Interface };

/** The TCP packets of a capture file, each with octets of its own. `time` in seconds since the first. */
export function packetsOf(file: URL): Seen[] {
  const seen: Seen[] = [];
  let start: number | null = null;
  const octets = new Uint8Array(readFileSync(file));
  const reader = captureReader((frame) => {
    start ??= frame.time;
    const packet = tcpIn(frame);
    if (typeof packet === 'string') throw new Error(`frame ${frame.n}: ${packet}`);
    seen.push({ time: (frame.time - start) / 1e6, packet });
  });
  const fault = reader.push(octets) ?? reader.end();
  if (fault) throw new Error(fault.code);
  return seen;
}

export function conversationsOf(seen: readonly Seen[]): readonly Conversation[] {
  const observer = observe();
  seen.forEach(({ time, packet, on }, i) => {
    observer.see(i + 1, time, packet, on);
  });
  return observer.conversations();
}

export const sightingsOf = ({ segments }: Conversation): Sighting[] =>
  Array.from({ length: segments.length }, (_, i) => segments.at(i));

/** `6 forged-reset`: the frames that are accused, and of what. */
export const accused = (seen: readonly Seen[]): string[] =>
  conversationsOf(seen)
    .flatMap(sightingsOf)
    .filter(({ verdict }) => verdict === 'violation')
    .map(({ frame, reason }) => `${frame} ${reason}`);

/** The captures that the tests of the connection machine are made from too. */
export const RECORDED = new URL('../../tcp/test/captures/', import.meta.url);
