import * as z from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type Config = {
  /** TCP port; 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder of the SQLite file, made when missing. */
  readonly dataDir: string;
  /** `postgresql:`, `postgres:` or `file:`; without it, a SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Fan-out between several nodes; without it, in memory. */
  readonly redisUrl: string | undefined;
  /** Where players reach this installation, without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
};

/** One line per wrong variable, to be shown to whoever started the server. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A URL is never repeated in a message: it may hold a password. */
const urlOf = (protocols: readonly string[], accepted: string) =>
  z
    .string()
    .refine(
      (value) =>
        protocols.some((protocol) => value.startsWith(`${protocol}:`)) && URL.canParse(value),
      { error: `is not such a URL; accepted: ${accepted}`, abort: true },
    );

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, {
    error: ({ input }) => `is ${JSON.stringify(input)}; accepted: a whole number from 0 to 65535`,
  })
  .transform(Number);

const publicUrl = urlOf(
  ['http', 'https'],
  'https://game.example.org, without a trailing slash',
).refine((value) => !/[/?#]$/.test(value), {
  error: 'ends with a slash; accepted: https://game.example.org, without a trailing slash',
});

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: urlOf(
    ['postgresql', 'postgres', 'file'],
    'postgresql://user:password@host:5432/database or file:/path/to/file.db',
  ).optional(),
  REDIS_URL: urlOf(['redis', 'rediss'], 'redis://host:6379 or rediss://host:6379').optional(),
  PUBLIC_URL: publicUrl.optional(),
  LOG_LEVEL: z
    .enum(logLevels, {
      error: ({ input }) => `is ${JSON.stringify(input)}; accepted: ${logLevels.join(', ')}`,
    })
    .default('warn'),
});

/** The settings in the environment. An empty variable counts as unset. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${String(path[0])} ${message}.`,
    );
    return { ok: false, problems };
  }
  const values = parsed.data;
  return {
    ok: true,
    config: {
      port: values.PORT,
      host: values.HOST,
      dataDir: values.DATA_DIR,
      databaseUrl: values.DATABASE_URL,
      redisUrl: values.REDIS_URL,
      publicUrl: values.PUBLIC_URL,
      logLevel: values.LOG_LEVEL,
    },
  };
}
