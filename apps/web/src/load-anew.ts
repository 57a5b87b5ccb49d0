import { tab } from './storage.ts';

/** How soon a second failure is one that loading again does not mend, ms. */
const SOON = 10_000;

/**
 * For a part that did not come. A browser does not ask twice for a module, of which one may have been lost while
 * the server was away. A page that is loaded anew does, and the match is still there.
 */
export function loadAnew(error: unknown): Promise<never> {
  if (Date.now() - Number(tab.get('reloaded')) < SOON) throw error;
  tab.set('reloaded', String(Date.now()));
  location.reload();
  return new Promise(() => {});
}
