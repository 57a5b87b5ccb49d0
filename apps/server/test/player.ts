import {
  type Answer,
  type ClientToServer,
  type Handshake,
  PROTOCOL_VERSION,
  type Refusal,
  type SeatTaken,
  type ServerToClient,
  type Update,
} from '@ackade/contract';
import type { Move, RowView, View, Weather } from '@ackade/game';
import { io, Manager, type ManagerOptions, Socket } from 'socket.io-client';

export type Frame = { readonly seat: string; readonly text: string };

/** A client that does what the browser does: it keeps its view up to date, and nothing else. */
export type Player = {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly seat: Pick<SeatTaken, 'code' | 'token' | 'seat'>;
  view(): View;
  version(): number;
  /** Resolves as soon as the view satisfies `condition`. */
  until(condition: (view: View) => boolean): Promise<View>;
  /** Rejects if no acknowledgement comes within `patience` ms. */
  move(move: Move, commandId?: string, patience?: number): Promise<Answer>;
  ask(event: 'call-bot' | 'hint' | 'rematch', commandId?: string): Promise<Answer>;
  makeWeather(weather: Weather): Promise<Answer>;
  /** Resolves when the server has taken the seat away from this client. */
  dismissed: Promise<Refusal>;
  leave(): void;
};

/** How long to wait for an acknowledgement, ms. */
const PATIENCE = 60_000;

let commands = 0;
export const newCommandId = (): string => `command-${String(++commands).padStart(6, '0')}`;

/** A connection of its own, as every device has one. */
export const reach = (url: string, options: Partial<ManagerOptions> = {}): Manager =>
  new Manager(url, {
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    ...options,
  });

/** `manager`: the connection to use, where there is one. */
export function connect(
  url: string,
  seat: Pick<SeatTaken, 'code' | 'token' | 'seat'>,
  record: (frame: Frame) => void = () => {},
  manager: Manager = reach(url),
): Player {
  const auth: Handshake = { version: PROTOCOL_VERSION, code: seat.code, token: seat.token };
  const socket: Player['socket'] = new Socket(manager, '/', { auth });
  let head: Omit<View, 'rows'> | null = null;
  let rows: readonly RowView[] = [];
  let version = 0;
  let synced = false;
  const waiting = new Set<() => void>();

  const take = (update: Update): void => {
    if (update.from === 0) synced = true;
    if (!synced || (update.from > 0 && update.version <= version)) return;
    if (update.from > rows.length) throw new Error('an update was missed');
    head = update.view as Omit<View, 'rows'>;
    rows = [...rows.slice(0, update.from), ...(update.rows as readonly RowView[])];
    version = update.version;
    for (const check of waiting) check();
  };
  socket.on('update', take);
  socket.on('connect', () => {
    synced = false;
  });
  const dismissed = new Promise<Refusal>((resolve) => {
    socket.on('dismissed', resolve);
  });
  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ data }) => {
      if (typeof data === 'string') record({ seat: seat.seat, text: data });
    });
  });

  socket.connect();

  const view = (): View => {
    if (!head) throw new Error('no view yet');
    return { ...head, rows };
  };
  // In the callback itself: a promise would let an update that follows overtake the acknowledgement.
  const ask = (event: keyof ClientToServer, payload: object, patience: number) =>
    new Promise<Answer>((resolve, reject) => {
      socket
        .timeout(patience)
        .emit(event, payload as never, (error: Error | null, answer: Answer) => {
          if (error) return reject(error);
          if ('update' in answer) take(answer.update);
          resolve(answer);
        });
    });

  return {
    socket,
    seat,
    view,
    version: () => version,
    until: (condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!head || !condition(view())) return;
          waiting.delete(check);
          resolve(view());
        };
        waiting.add(check);
        check();
      }),
    move: (move, commandId = newCommandId(), patience = PATIENCE) =>
      ask('move', { commandId, move }, patience),
    ask: (event, commandId = newCommandId()) => ask(event, { commandId }, PATIENCE),
    makeWeather: (weather) => ask('weather', { commandId: newCommandId(), weather }, PATIENCE),
    dismissed,
    leave: () => {
      socket.disconnect();
    },
  };
}

/** The refusal that a handshake meets; rejects if it is let in. */
export function refusedHandshake(url: string, auth: unknown): Promise<Refusal> {
  const socket = io(url, {
    auth: auth as Record<string, unknown>,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  return new Promise((resolve, reject) => {
    socket.on('connect', () => {
      socket.disconnect();
      reject(new Error('the handshake was accepted'));
    });
    socket.on('connect_error', (error) => {
      socket.disconnect();
      resolve((error as Error & { data: Refusal }).data);
    });
  });
}
