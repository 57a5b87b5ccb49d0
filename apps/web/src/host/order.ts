import type { HostCommand } from '@ackade/game';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import type { RaceLink } from '../race/race-live.ts';
import { newId } from '../random.ts';

/** The connection over which the host commands. */
export const HostLink = createContext<RaceLink | null>(null);

export type Order = {
  /** A command is on its way. */
  readonly busy: boolean;
  /** Why the last one was refused. */
  readonly problem: Problem | null;
  /** True once it is done, false if it was refused. */
  readonly give: (command: HostCommand) => Promise<boolean>;
};

export function useOrder(): Order {
  const link = useContext(HostLink);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const give = async (command: HostCommand): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const refused = link ? await link.ask('host', { commandId: newId(), command }) : 'offline';
    setBusy(false);
    setProblem(refused);
    return refused === null;
  };
  return { busy, problem, give };
}
