/**
 * The PostgreSQL schema for the models of schema.prisma: the same text with another provider and
 * another output folder.
 * @param {string} sqliteSchema
 * @returns {string}
 */
export function toPostgresql(sqliteSchema) {
  const head =
    '// Derived from ../schema.prisma by generate.mjs: change that file, not this one.\n\n';
  return (
    head +
    sqliteSchema
      .slice(sqliteSchema.indexOf('generator client'))
      .replace('provider = "sqlite"', 'provider = "postgresql"')
      .replace(
        '"../apps/server/src/generated/sqlite"',
        '"../../apps/server/src/generated/postgresql"',
      )
  );
}
