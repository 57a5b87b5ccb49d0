/** Blips and a little music, made by the browser itself. Silent until somebody has asked for it. */
import type { Cue } from './cues.ts';

/** `at` and `length` in seconds, `pitch` in half tones above the A of 440 Hz. */
export type Note = { readonly at: number; readonly pitch: number; readonly length: number };

const run = (pitches: readonly number[], every: number, length: number): readonly Note[] =>
  pitches.map((pitch, i) => ({ at: i * every, pitch, length }));

/** All in C major without its fourth and seventh: whatever sounds together is in tune. */
export const BLIPS: Readonly<Record<Cue, readonly Note[]>> = {
  join: run([7, 10], 0.07, 0.12),
  go: [...run([-2, -2, -2], 0.25, 0.12), { at: 0.75, pitch: 10, length: 0.5 }],
  rung: run([3], 0, 0.08),
  finish: run([3, 7, 10, 15], 0.08, 0.2),
  podium: [
    ...run([3, 3, 3], 0.15, 0.12),
    ...run([7, 10, 15], 0.22, 0.3).map((note) => ({ ...note, at: note.at + 0.5 })),
    ...[3, 7, 10, 15].map((pitch) => ({ at: 1.3, pitch, length: 1.4 })),
  ],
};

/** Eight seconds that go round and round: a bass, and a few steps above it. */
export const ROUND: readonly Note[] = [
  ...run([-21, -24, -26, -21], 2, 1.8),
  ...run([3, 7, 10, 7, 0, 3, 7, 3, -2, 3, 5, 10, 3, 7, 12, 10], 0.5, 0.4),
];
export const ROUND_LENGTH = 8;

/** Of one rung after the other no more than this many are heard, s. */
const LEAST_BETWEEN = 0.12;
const LOUD = { blip: 0.12, music: 0.025 } as const;

export type Sound = {
  play(cue: Cue): void;
  music(on: boolean): void;
  close(): void;
};

/** To be called in answer to a click or a key: browsers allow no sound otherwise. */
export function openSound(): Sound {
  const context = new AudioContext();
  const last = new Map<Cue, number>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let until = 0;

  function sound(notes: readonly Note[], from: number, loudness: number, to: AudioNode): void {
    for (const { at, pitch, length } of notes) {
      const tone = new OscillatorNode(context, {
        type: 'triangle',
        frequency: 440 * 2 ** (pitch / 12),
      });
      const envelope = new GainNode(context, { gain: 0 });
      const start = from + at;
      envelope.gain.setValueAtTime(0, start);
      envelope.gain.linearRampToValueAtTime(loudness, start + 0.01);
      envelope.gain.exponentialRampToValueAtTime(0.0001, start + length);
      tone.connect(envelope).connect(to);
      tone.start(start);
      tone.stop(start + length);
    }
  }

  const melody = new GainNode(context);
  melody.connect(context.destination);

  return {
    play(cue) {
      const now = context.currentTime;
      if (now - (last.get(cue) ?? -1) < LEAST_BETWEEN) return;
      last.set(cue, now);
      sound(BLIPS[cue], now, LOUD.blip, context.destination);
    },
    music(on) {
      melody.gain.setTargetAtTime(on ? 1 : 0, context.currentTime, 0.2);
      clearInterval(timer);
      if (!on) return;
      const ahead = (): void => {
        if (until - context.currentTime > ROUND_LENGTH / 2) return;
        until = Math.max(until, context.currentTime + 0.1);
        sound(ROUND, until, LOUD.music, melody);
        until += ROUND_LENGTH;
      };
      ahead();
      timer = setInterval(ahead, 1000);
    },
    close() {
      clearInterval(timer);
      void context.close();
    },
  };
}
