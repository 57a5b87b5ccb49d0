import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Options = {
  /** The page's module, by the end of its path. */
  readonly page: string;
  /** Modules that the page loads later, each by the end of its path; of alternatives the largest. */
  readonly later: readonly (readonly string[])[];
  readonly kilobytes: number;
};

/** Fails the build when all the JavaScript that a page loads exceeds its budget, gzip. */
export function budget({ page, later, kilobytes }: Options): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((c) => c.type === 'chunk');
      const sizeOf = (c: Rolldown.OutputChunk): number => gzipSync(c.code, { level: 9 }).length;
      const chunkOf = (module: string): Rolldown.OutputChunk =>
        chunks.find((c) => c.facadeModuleId?.endsWith(module)) ??
        this.error(`no chunk for ${module}`);
      const loaded = new Set<Rolldown.OutputChunk>();
      const load = (chunk: Rolldown.OutputChunk): void => {
        if (loaded.has(chunk)) return;
        loaded.add(chunk);
        for (const name of chunk.imports) {
          const next = bundle[name];
          if (next?.type === 'chunk') load(next);
        }
      };
      for (const chunk of chunks) if (chunk.isEntry) load(chunk);
      load(chunkOf(page));
      for (const alternatives of later)
        load(alternatives.map(chunkOf).reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a)));
      const sizes = [...loaded]
        .map((c) => [c.name, sizeOf(c)] as const)
        .toSorted((a, b) => b[1] - a[1]);
      const total = sizes.reduce((sum, [, size]) => sum + size, 0);
      const kB = (n: number): string => (n / 1000).toFixed(1);
      const parts = sizes.map(([name, size]) => `${name} ${kB(size)}`).join(', ');
      const text = `${page} loads ${kB(total)} kB of JavaScript (gzip) of ${kilobytes} allowed: ${parts}`;
      if (total > kilobytes * 1000) this.error(text);
      this.info(text);
    },
  };
}
