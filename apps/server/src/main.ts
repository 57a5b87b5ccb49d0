import type { AddressInfo } from 'node:net';
import { renderUnicodeCompact } from 'uqr';
import { sharedUrls } from './addresses.ts';
import { type App, createApp } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { openDatabase } from './database.ts';

/** How long a shutdown may take before the process goes anyway, ms. */
const PATIENCE = 5000;

const parsed = parseConfig(process.env);
if (!parsed.ok) {
  for (const problem of parsed.problems) console.error(problem);
  process.exit(1);
}
await serve(parsed.config).catch((error: unknown) => {
  console.error(explain(error, parsed.config));
  process.exit(1);
});

async function serve(config: Config): Promise<void> {
  const database = await openDatabase(config);
  let urls: readonly string[] = [];
  const app = await createApp({ config, database, urls: () => urls });
  stopWhenAsked(app);
  await app.server.listen({ port: config.port, host: config.host });
  const { port } = app.server.server.address() as AddressInfo;
  urls = sharedUrls(config, port);
  announce(port, urls, await app.firstLink());
}

/** The first signal stops it in good order, a shutdown that hangs ends it all the same. */
function stopWhenAsked(app: App): void {
  let closing = false;
  const shutDown = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', shutDown);
  process.on('SIGTERM', shutDown);
}

/** `first`: what the link holds with which the first admin makes his account. */
function announce(port: number, urls: readonly string[], first: string | null): void {
  const [shared] = urls;
  const lines = ['', `  Ackade is ready.`, '', `  This computer:  http://localhost:${port}`];
  if (shared)
    lines.push(`  Others:         ${shared}`, '', renderUnicodeCompact(shared, { border: 2 }));
  if (first !== null)
    lines.push(
      '',
      `  The first instructor makes an account here, once:`,
      `  ${shared ?? `http://localhost:${port}`}/welcome#${first}`,
    );
  console.log(lines.join('\n'));
}

/** What to tell whoever started the server: the usual causes in one line, anything else in full. */
function explain(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`;
  if (code === 'EACCES')
    return `Port ${config.port} needs rights that this user lacks. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL') return `HOST=${config.host} is not an address of this computer.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
