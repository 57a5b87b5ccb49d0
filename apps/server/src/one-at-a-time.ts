/**
 * Does `work` for one name at a time. Whoever asks while it is done has it done once more afterwards, together with
 * all others who ask meanwhile: what it looks at may have changed since it began.
 */
export function oneAtATime(work: (id: string) => Promise<void>): (id: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  function run(id: string): Promise<void> {
    next.delete(id);
    const done = work(id).finally(() => {
      if (running.get(id) === done) running.delete(id);
    });
    running.set(id, done);
    return done;
  }

  return (id) => {
    const waiting = next.get(id);
    if (waiting) return waiting;
    const current = running.get(id);
    if (!current) return run(id);
    const again = current.then(
      () => run(id),
      () => run(id),
    );
    next.set(id, again);
    return again;
  };
}
