import { parseArgs } from 'node:util';
import type { Call, Command, Valued } from './command.ts';
import { messageOf } from './problem.ts';

/** The call that `args` make of a command, or what is wrong with them. */
export function parse(command: Command, args: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(command.options.map((name) => [name, { type: 'boolean' } as const])),
        ...Object.fromEntries(
          Object.keys(command.valued).map((name) => [name, { type: 'string' } as const]),
        ),
      },
      allowPositionals: command.takesFiles,
    });
    const given: Readonly<Record<string, unknown>> = values;
    const read = Object.entries(command.valued).map(
      ([name, valued]) => [name, valueIn(name, valued, given[name])] as const,
    );
    const options = Object.keys(values).filter((name) => !Object.hasOwn(command.valued, name));
    return { options: new Set(options), values: Object.fromEntries(read), files: positionals };
  } catch (error) {
    return messageOf(error);
  }
}

function valueIn(name: string, valued: Valued, text: unknown): number | string | null {
  if (typeof text !== 'string') return valued.usual;
  if (valued.takes === 'file') return text;
  if (valued.takes === 'name') {
    if (valued.of.includes(text)) return text;
    throw new RangeError(`--${name} is one of ${valued.of.join(', ')}, not "${text}"`);
  }
  const { from, to } = valued;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new RangeError(`--${name} is a number from ${from} to ${to}, not "${text}"`);
}
