/** A step being acted out: a real connection, of which the reader makes every segment. Pure. */
import {
  type Alarm,
  alarmOf,
  begin,
  createWorld,
  fire,
  fits,
  idealOption,
  keepSilent,
  type Mistake,
  type Move,
  maySilently,
  moveFor,
  type Option,
  optionsOf,
  type RowView,
  scenarioById,
  settle,
  startingTcbs,
  transmit,
  type World,
  wholeLadder,
  withTurns,
} from '@ackade/game';
import type { StateChange } from '../ladder/shape.ts';
import type { Endpoint } from '../words/role.ts';
import type { Alternative, Beat, Step } from './step.ts';

export type Scene = {
  readonly step: Step;
  readonly world: World;
  /** How many beats have been made to happen. */
  readonly made: number;
  /** The wrong move that was tried last on this beat; `unjudged` where nobody could say why. */
  readonly mistake: Mistake | 'unjudged' | null;
};

/** The numbers of RFC 9293's own figures. */
const ISS = { client: 100, server: 300 } as const;
const ENDS = ['client', 'server'] as const;

/** The scene after its first `made` beats. */
export function openScene(step: Step, made = 0): Scene {
  const scenario = scenarioById(step.scenario);
  if (!scenario) throw new Error(`unknown scenario "${step.scenario}"`);
  let scene: Scene = {
    step,
    world: quiet(begin(createWorld(scenario, ISS))),
    made: 0,
    mistake: null,
  };
  while (scene.made < Math.min(made, step.beats.length)) scene = passed(scene);
  return scene;
}

export const beatOf = ({ step, made }: Scene): Beat | undefined => step.beats[made];

/** Who owes a segment; null where only time can pass. */
export const speakerOf = ({ world }: Pick<Scene, 'world'>): Endpoint | null =>
  ENDS.find((end) => world.ends[end].turns.length > 0) ?? null;

/** What the speaker's TCB owes, in the form in which the step has it. */
export function rightOption({ step, world }: Scene, at: Endpoint): Option {
  const { turns } = world.ends[at];
  const option = step.merged ? idealOption(turns) : optionsOf(turns)[0];
  if (!option) throw new Error(`nothing is due in "${step.id}"`);
  return option;
}

/** The scene after `move` of whoever owes one; null where it is not right. */
export function answered(scene: Scene, move: Move): Scene | null {
  const { step, world, made } = scene;
  const at = speakerOf(scene);
  if (!at || move.kind === 'silent') return null;
  const option = optionsOf(world.ends[at].turns).find((o) => fits(step.level, o, move));
  return option
    ? { ...scene, world: said(world, at, option), made: made + 1, mistake: null }
    : null;
}

/** The scene after what happens next if all goes right: a segment or a timer. */
export function passed(scene: Scene): Scene {
  const { world, made } = scene;
  const at = speakerOf(scene);
  const alarm = at ? null : firstAlarm(world);
  const next = at
    ? said(world, at, rightOption(scene, at))
    : alarm
      ? quiet(fire(world, alarm))
      : world;
  return { ...scene, world: next, made: made + 1, mistake: null };
}

/** The timer that goes off next. */
export function firstAlarm(world: World): Alarm | null {
  const alarms = ENDS.flatMap((end) => alarmOf(world, end) ?? []);
  return alarms.reduce<Alarm | null>((a, b) => (a && a.time <= b.time ? a : b), null);
}

const said = (world: World, at: Endpoint, option: Option): World =>
  quiet(transmit(settle(world, at, option), at, option.segment));

/** Who has nothing to send says nothing: the reader is not asked for that. */
function quiet(world: World): World {
  const at = ENDS.find((end) => maySilently(world.ends[end].turns));
  if (!at) return world;
  return quiet(keepSilent(withTurns(world, at, world.ends[at].turns.slice(1)), at));
}

/** The move that composing `ctl` makes: the numbers are those of the right segment. */
export const composed = (right: Option, ctl: number): Move => ({
  ...rightMove(right),
  ctl,
  len: 0,
});

/** Nobody is asked for the state afterwards. */
export const rightMove = (right: Option) => ({ ...moveFor(right), state: null });

/** What can be picked: the right move among the wrong ones, each time at another place. */
export function choicesOf(
  { step, made }: Scene,
  right: Option,
  wrong: readonly Alternative[],
): readonly Move[] {
  const moves = wrong.map((alternative) => alternativeTo(right, alternative));
  return moves.toSpliced((made + step.id.length) % (wrong.length + 1), 0, rightMove(right));
}

function alternativeTo(right: Option, { silent, bare, ctl, ack = 0 }: Alternative): Move {
  if (silent) return { kind: 'silent', state: null };
  const move = rightMove(right);
  return { ...move, ctl: ctl ?? move.ctl, ack: move.ack + ack, len: bare ? 0 : move.len };
}

export type Picture = {
  readonly rows: readonly RowView[];
  readonly states: readonly StateChange[];
  /** The rows that the speaker has to answer. */
  readonly turns: readonly number[];
};

/** The ladder of a scene, without the silences. `says`: what the segments say in words, in the order of sending. */
export function pictureOf({ world, mistake }: Scene, says: readonly string[] = []): Picture {
  const ladder = wholeLadder({
    world,
    mistakes: typeof mistake === 'object' && mistake ? [mistake] : [],
  });
  const kept = ladder.rows.flatMap((row, i) => (row.kind === 'silence' ? [] : [i]));
  const place = new Map(kept.map((from, to) => [from, to]));
  const placeOf = (row: number): number => place.get(ladder.indexOf[row] ?? -1) ?? -1;
  let sent = 0;
  const rows = kept.flatMap((i): RowView[] => {
    const row = ladder.rows[i];
    if (row?.kind === 'mistake') return [{ ...row, answering: place.get(row.answering) ?? -1 }];
    if (row?.kind !== 'segment' || row.segment.len > 0) return row ? [row] : [];
    return [{ ...row, segment: { ...row.segment, text: says[sent++] ?? '' } }];
  });
  const speaker = speakerOf({ world });
  const turns = speaker ? world.ends[speaker].turns.map((turn) => placeOf(turn.row)) : [];
  return { rows, states: statesOf(world, placeOf), turns };
}

/** Where each end comes into another state, from that in which it begins. */
function statesOf(world: World, placeOf: (row: number) => number): readonly StateChange[] {
  const tcbs = startingTcbs(world.scenario, world.iss);
  const now = { client: tcbs.client.state, server: tcbs.server.state };
  const changes: StateChange[] = ENDS.map((at) => ({ row: -1, lands: false, at, state: now[at] }));
  for (const [i, { at, kind, tcb }] of world.rows.entries()) {
    if (tcb.state === now[at]) continue;
    now[at] = tcb.state;
    changes.push({ row: placeOf(i), lands: kind === 'arrived', at, state: tcb.state });
  }
  return changes;
}
