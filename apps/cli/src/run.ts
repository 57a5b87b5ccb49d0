import { readFileSync } from 'node:fs';
import { type Command, EXIT, type Exit, type Io } from './command.ts';
import { parse } from './command-line.ts';
import { isWriteError, outputTo } from './output.ts';
import { complain } from './problem.ts';

/** Each is loaded when it is called for: a judge does not wait for the schemas of `step`. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  step: async () => (await import('./step.ts')).step,
  judge: async () => (await import('./judge.ts')).judge,
  ladder: async () => (await import('./ladder.ts')).ladder,
  questions: async () => (await import('./questions.ts')).questions,
};

const HELP = `Usage: ackade <command> [options]

Commands:
  step       run the connection machine of RFC 9293, one event a line
  judge      say of every TCP segment in a capture whether it is right, and why
  ladder     draw the conversations of a capture
  questions  ask questions on TCP, without end and with their answers

Options:
  --help     this text, or that of a command: ackade judge --help
  --version  the version

Exit codes:
  0  all is fine
  1  a segment is a violation (judge), a line was refused (step)
  2  wrong usage, or something could not be read or written
`;

/**
 * The program: runs the command line `argv` (without node and the script) and gives its exit code. A
 * reader that goes away, as `head` does, ends it quietly.
 */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  io.stderr.on('error', () => {}); // There is nobody left to tell.
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!isWriteError(error)) throw error;
    if (error.code === 'EPIPE') return EXIT.fine;
    complain(io, 'ackade: standard output', { code: 'cannot-write', message: error.message });
    return EXIT.failed;
  }
}

async function dispatch([name = '', ...rest]: readonly string[], io: Io): Promise<Exit> {
  if (name === '--help' || name === '-h') return answer(io, HELP);
  if (name === '--version') return answer(io, `${version()}\n`);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load)
    return misused(io, '', name === '' ? 'a command is needed' : `there is no command "${name}"`);

  const command = await load();
  const call = parse(command, rest);
  if (typeof call === 'string') return misused(io, ` ${name}`, call);
  if (call.options.has('help')) return answer(io, command.help);
  if (command.takesFiles && call.files.length === 0)
    return misused(io, ` ${name}`, 'a file is needed ("-" is standard input)');
  return command.run(call, io);
}

async function answer(io: Io, text: string): Promise<Exit> {
  const out = outputTo(io.stdout);
  await out.print(text);
  await out.flush();
  return EXIT.fine;
}

function misused(io: Io, command: string, message: string): Exit {
  complain(io, `ackade${command}`, {
    code: 'usage',
    message: `${message}; see ackade${command} --help`,
  });
  return EXIT.failed;
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
