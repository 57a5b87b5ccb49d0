/**
 * Property tests draw the same examples in every run, so that a change is judged by what it changes.
 * `FAST_CHECK_SEED=$RANDOM npx vitest run` draws others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 9293) });
