import { dataOf, type Move } from '@ackade/game';
import { useState } from 'preact/hooks';
import { m } from '../messages/learn.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from './choices.tsx';
import { Composing } from './composing.tsx';
import css from './controls.module.css';
import { choicesOf, composed, rightMove, rightOption, type Scene, speakerOf } from './scene.ts';
import { SegmentChip } from './segment-chip.tsx';
import type { Beat } from './step.ts';
import type { BeatWords } from './words.ts';

type Props = {
  readonly scene: Scene;
  readonly beat: Beat;
  readonly words: BeatWords | undefined;
  readonly onPass: () => void;
  readonly onMove: (move: Move) => void;
};

/** With what the reader makes the beat happen. */
export function Controls({ scene, beat, words, onPass, onMove }: Props) {
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  const at = speakerOf(scene);
  if (!at || beat.way === 'wait')
    return (
      <Button kind="primary" onClick={onPass} data-next>
        {m.learn_wait()}
      </Button>
    );
  const right = rightOption(scene, at);
  const { level } = scene.step;
  const data = dataOf(scene.world.ends[at], right.segment);
  if (beat.way === 'compose')
    return (
      <div class={css.controls} data-next-in>
        <Composing onSend={(ctl) => onMove(composed(right, ctl))} />
      </div>
    );
  if (beat.way === 'say')
    return (
      <Button kind="primary" onClick={onPass} data-next>
        {words?.says ? `“${words.says}”` : m.learn_send()}
        <SegmentChip move={rightMove(right)} level={level} data={data} />
      </Button>
    );
  const moves = choicesOf(scene, right, beat.wrong);
  const place = moves.findIndex(
    (move) => JSON.stringify(move) === JSON.stringify(rightMove(right)),
  );
  const says = words?.others?.toSpliced(place, 0, words.says ?? '') ?? [];
  return (
    <Choices
      moves={moves}
      level={level}
      data={data}
      says={says}
      tried={tried}
      labelledBy="ask"
      onChoose={(choice) => {
        const move = moves[choice];
        if (!move) return;
        setTried((before) => new Set(before).add(choice));
        onMove(move);
      }}
    />
  );
}
