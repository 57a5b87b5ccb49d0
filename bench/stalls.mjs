/** Comes before the server in its process (`--import`), and tells on request how long its event loop has stood still at most. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
process.on('message', () => {
  process.send?.(loop.max / 1e6);
  loop.reset();
});
// Whoever asks keeps it running no longer than it would by itself.
process.channel?.unref();
