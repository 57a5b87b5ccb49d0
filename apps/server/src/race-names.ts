/** Names that a host gives, as they will be kept and compared. */
import type { RefusalCode } from '@ackade/contract';
import { type HostCommand, parseName, type RaceOptions } from '@ackade/game';

/** The options with every name of the roster once; undefined if one cannot be a name. */
export function withRoster(options: RaceOptions): RaceOptions | undefined {
  const roster = new Set<string>();
  for (const parsed of options.roster.map(parseName)) {
    if (!parsed.ok) return undefined;
    roster.add(parsed.name);
  }
  const empty = options.nicknames === 'roster' && roster.size === 0;
  return empty ? undefined : { ...options, roster: [...roster] };
}

/** The command with the names in it as they will be kept, or why it cannot be done. */
export function cleaned(command: HostCommand): HostCommand | RefusalCode {
  if (command.type === 'rename') {
    const parsed = parseName(command.name);
    return parsed.ok ? { ...command, name: parsed.name } : parsed.error;
  }
  if (command.type === 'options') {
    const options = withRoster(command.options);
    return options ? { ...command, options } : 'bad-request';
  }
  return command;
}
