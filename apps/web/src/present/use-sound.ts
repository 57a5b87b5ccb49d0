import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardState } from '../race/board.ts';
import { cuesBetween } from './cues.ts';
import { openSound, type Sound } from './sound.ts';

/** Music is for waiting and for racing; while somebody speaks, there is none. */
const MUSICAL = ['lobby', 'round'];

/** The sound of the race: off until it is switched on. */
export function useSound(board: BoardState | null) {
  const [sound, setSound] = useState<Sound | null>(null);
  const before = useRef<BoardState | null>(null);
  const music = board !== null && MUSICAL.includes(board.head.phase) && !board.head.paused;

  useEffect(() => {
    if (board && sound) for (const cue of cuesBetween(before.current, board)) sound.play(cue);
    before.current = board;
  }, [board, sound]);
  useEffect(() => sound?.music(music), [sound, music]);
  useEffect(() => () => sound?.close(), [sound]);

  const toggle = (): void => setSound(sound ? null : openSound());
  return { on: sound !== null, toggle };
}
