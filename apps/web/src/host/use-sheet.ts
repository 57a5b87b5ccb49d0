import { createContext } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import { type OpenSheet, passed } from './open-sheet.ts';

/** Opens a dialog over the controls; it outlives the phase in which it was opened. */
export const SheetOpener = createContext<(sheet: OpenSheet) => void>(() => {});

type Sheet = {
  readonly sheet: OpenSheet | null;
  /** Why the last one was closed, if not by the host. */
  readonly closed: string;
  readonly open: (sheet: OpenSheet) => void;
  readonly close: () => void;
};

/** The one dialog of the controls: open until the host closes it, or nothing is left that it could do. */
export function useSheet(board: BoardState | null): Sheet {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [closed, setClosed] = useState('');
  const phase = board?.head.phase;
  const why = sheet && board && passed(sheet, board);
  useEffect(() => setClosed(''), [phase]);
  useEffect(() => {
    if (!sheet || !why) return;
    setSheet(null);
    setClosed(
      why === 'player-gone'
        ? m.sheet_player_gone({ name: sheet.kind === 'player' ? sheet.name : '' })
        : WORDS[why](),
    );
  }, [why]);
  const open = useCallback((next: OpenSheet): void => {
    setClosed('');
    setSheet(next);
  }, []);
  return { sheet: why ? null : sheet, closed, open, close: () => setSheet(null) };
}

const WORDS = {
  'round-began': m.sheet_round_began,
  'round-over': m.sheet_round_over,
  'rounds-over': m.sheet_rounds_over,
  'quiz-on': m.sheet_quiz_on,
} as const;
