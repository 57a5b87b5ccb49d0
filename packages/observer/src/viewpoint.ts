/**
 * From where two sockets are watched. A capture of several interfaces holds a connection twice where it passes
 * two of them, be it in a router or because two hosts' captures were put together: then each interface is a
 * viewpoint of its own. Where its directions go different ways, each through one interface and neither through
 * both, nothing is there twice, and what both saw belongs together.
 */
import { type Interface, sameInterface } from '@ackade/tcp';

/** What is watched from one viewpoint: `watch`, the latest conversation. */
export type View<W> = {
  /** Null while it is the only one. */
  on: Interface | null;
  watch: W | null;
};

export type Views<W> = {
  /** The interface through which each direction came, as long as there is one view. */
  forward: Interface | null;
  backward: Interface | null;
  /** At least one. */
  readonly list: [View<W>, ...View<W>[]];
};

export const views = <W>(): Views<W> => ({
  forward: null,
  backward: null,
  list: [{ on: null, watch: null }],
});

/**
 * The view to which a segment on `on` belongs. Where it shows that what was seen as one are two views, each of
 * one direction, `divide` is called with what was watched until then; they hold nothing yet.
 */
export function viewFor<W>(
  all: Views<W>,
  forward: boolean,
  on: Interface,
  divide: (joint: W | null, forward: View<W>, backward: View<W>) => void,
): View<W> {
  const only = all.list[0];
  const through = forward ? all.forward : all.backward;
  if (all.list.length > 1) return viewOn(all, on);
  if (through === on) return only;
  if (through === null || sameInterface(through, on)) {
    if (forward) all.forward = on;
    else all.backward = on;
    return only;
  }
  const { forward: there, backward: back } = all;
  only.on = there ?? back;
  if (there && back && !sameInterface(there, back)) {
    const joint = only.watch;
    only.watch = null;
    divide(joint, only, viewOn(all, back));
  }
  return viewOn(all, on);
}

function viewOn<W>({ list }: Views<W>, on: Interface): View<W> {
  for (const view of list) if (view.on && sameInterface(view.on, on)) return view;
  const view: View<W> = { on, watch: null };
  list.push(view);
  return view;
}

/** `eth0`; `eth0 #2` if there are several of this name, `#2` if they have none. */
export const interfaceText = ({ name, nth }: Interface): string =>
  name === '' ? `#${nth}` : nth === 1 ? name : `${name} #${nth}`;
