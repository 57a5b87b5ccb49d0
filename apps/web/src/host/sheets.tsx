import type { Lane } from '@ackade/game';
import { lazy } from 'preact-iso';
import type { BoardState } from '../race/board.ts';
import type { HostSecrets } from './host-secrets.ts';
import type { OpenSheet } from './open-sheet.ts';
import { OptionsSheet } from './options-sheet.tsx';
import { PairSheet } from './pair-sheet.tsx';
import { namesIn } from './pairs.tsx';
import { PlayerSheet } from './player-sheet.tsx';
import { RemoteSheet, ScreenSheet } from './share-sheet.tsx';

const WeatherSheet = lazy(() => import('./weather-sheet.tsx').then((part) => part.WeatherSheet));

const QuizSheet = lazy(() => import('./quiz-sheet.tsx').then((part) => part.QuizSheet));

type Props = {
  readonly sheet: OpenSheet;
  readonly board: BoardState;
  readonly lane: Lane | null;
  readonly code: string;
  readonly secrets: HostSecrets;
  readonly onClose: () => void;
};

/** The dialog that is open, whatever the phase. */
export function Sheets({ sheet, board, lane, code, secrets, onClose }: Props) {
  const { head, players, pairs } = board;
  switch (sheet.kind) {
    case 'remote':
      return <RemoteSheet code={code} secrets={secrets} onClose={onClose} />;
    case 'screen':
      return <ScreenSheet code={code} secrets={secrets} onClose={onClose} />;
    case 'options':
      return <OptionsSheet options={head.options} onClose={onClose} />;
    case 'quiz':
      return <QuizSheet onClose={onClose} />;
    case 'weather':
      return <WeatherSheet head={head} onClose={onClose} />;
    case 'player': {
      const player = players.get(sheet.id);
      return player ? <PlayerSheet player={player} board={board} onClose={onClose} /> : null;
    }
    case 'pair': {
      const pair = pairs.get(sheet.match);
      return pair ? (
        <PairSheet
          pair={pair}
          names={namesIn(pair, players)}
          lane={lane}
          head={head}
          onClose={onClose}
        />
      ) : null;
    }
  }
}
