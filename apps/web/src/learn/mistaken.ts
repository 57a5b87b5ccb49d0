import { judge, type Move, segmentOf } from '@ackade/game';
import { type Scene, speakerOf } from './scene.ts';

/** The scene after a wrong move: what the judge says of it, and nothing else has changed. */
export function mistaken(scene: Scene, move: Move): Scene {
  const { step, world } = scene;
  const at = speakerOf(scene);
  const verdict = at && judge(world, step.level, at, move)?.verdict;
  if (!at || !verdict || verdict.right) return scene;
  const mistake = {
    at,
    move,
    verdict,
    row: world.ends[at].turns[0]?.row ?? 0,
    before: world.rows.length,
    time: world.ends[at].time,
    segment: move.kind === 'send' ? segmentOf(world, step.level, at, move) : null,
  };
  return { ...scene, mistake };
}
