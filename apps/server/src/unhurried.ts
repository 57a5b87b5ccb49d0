/** How long it may keep everything else waiting, ms. */
const SLICE = 4;

/** What `steps` yield, each of which is short, with turns for everything else in between. */
export async function* unhurried<T>(steps: Iterable<T>): AsyncGenerator<T, void, undefined> {
  let until = performance.now() + SLICE;
  for (const step of steps) {
    yield step;
    if (performance.now() < until) continue;
    await new Promise(setImmediate);
    until = performance.now() + SLICE;
  }
}
