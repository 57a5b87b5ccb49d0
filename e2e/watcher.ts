/** What a page has been told over its sockets: the view of each seat that it holds. */
import { EventEmitter, once } from 'node:events';
import type { Update } from '@ackade/contract';
import type { View } from '@ackade/game';
import type { Page, WebSocket } from '@playwright/test';

export type Watcher = {
  /** The newest view of the seat, of whichever there is if none is named. */
  view(seat?: View['you']): View;
  /** Resolves with the first view of the seat for which `holds`, from the newest on; times are in ms. */
  until(holds: (view: View) => boolean, seat?: View['you'], timeout?: number): Promise<void>;
};

const watchers = new WeakMap<Page, Watcher>();

/** The watcher of a page that `watch` was called on. */
export function watcherOf(page: Page): Watcher {
  const watcher = watchers.get(page);
  if (!watcher) throw new Error('nobody watches this page');
  return watcher;
}

/** Begins to read the frames that come to `page`. */
export function watch(page: Page): void {
  const views = new Map<View['you'], View>();
  const told = new EventEmitter();
  const take = (view: View): void => {
    // The newest is the last, also where one comes back to a seat in the next match.
    views.delete(view.you);
    views.set(view.you, view);
    told.emit('view');
  };
  page.on('websocket', (socket) => follow(socket, take));
  const newest = (seat?: View['you']): View | undefined =>
    seat ? views.get(seat) : [...views.values()].at(-1);
  watchers.set(page, {
    view(seat) {
      const view = newest(seat);
      if (!view) throw new Error('the page has been told nothing yet');
      return view;
    },
    async until(holds, seat, timeout = 15_000) {
      const signal = AbortSignal.timeout(timeout);
      for (let view = newest(seat); !(view && holds(view)); view = newest(seat))
        await once(told, 'view', { signal });
    },
  });
}

/** As the protocol has it: a snapshot first, then only what is newer. */
function follow(socket: WebSocket, take: (view: View) => void): void {
  let view: View | null = null;
  let version = 0;
  socket.on('framereceived', ({ payload }) => {
    const update = updateIn(payload.toString());
    if (!update || (update.from > 0 && (!view || update.version <= version))) return;
    version = update.version;
    const rows = [...(view?.rows ?? []).slice(0, update.from), ...update.rows];
    view = { ...update.view, rows } as View;
    take(view);
  });
}

/** An update, be it an event (`42["update",…]`) or an acknowledgement (`430[…]`). */
function updateIn(frame: string): Update | null {
  const [, json] = /^4[23]\d*(\[.*\])$/s.exec(frame) ?? [];
  if (!json) return null;
  const [first, second] = JSON.parse(json) as [unknown, unknown];
  if (first === 'update') return second as Update;
  const answer = first as { update?: Update } | null;
  return typeof answer === 'object' ? (answer?.update ?? null) : null;
}
