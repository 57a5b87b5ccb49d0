import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { compress } from './build/compress.ts';
import { projects } from './build/messages.mjs';

const PLAY = 'src/pages/match.tsx';
const RACE = 'src/pages/race.tsx';
/** What a phone loads until the board stands. */
const BOARD = [
  ['play/messages/en.js', 'play/messages/zh-CN.js'],
  ['words/messages/en.js', 'words/messages/zh-CN.js'],
];
/** In a race the page comes first and the board while one waits. */
const ROUND = [['race/round.tsx'], ...BOARD];
/** And until the first move is made, at the level that needs most. */
const FIRST_MOVE = [
  ['messages/scenarios/en.ts', 'messages/scenarios/zh-CN.ts'],
  ['extras/messages/en.js', 'extras/messages/zh-CN.js'],
  ['match/later.ts'],
];

/** And until the first question can be answered. */
const STUDY = 'src/pages/study.tsx';
const QUESTION = [
  ['study/session-page.tsx'],
  ...['pages', 'words', 'skills', 'session'].map((area) => [
    `${area}/messages/en.js`,
    `${area}/messages/zh-CN.js`,
  ]),
];

/** And until the first thing of the lesson can be made to happen. */
const LEARN = 'src/pages/learn.tsx';
const BEAT = [
  ...['pages', 'words', 'learn'].map((area) => [
    `${area}/messages/en.js`,
    `${area}/messages/zh-CN.js`,
  ]),
  ['messages/lesson/en.ts', 'messages/lesson/zh-CN.ts'],
  ['lesson/en/numbers.json', 'lesson/zh-CN/numbers.json'],
];

const NO_TRANSPORT = fileURLToPath(new URL('build/no-transport.ts', import.meta.url));
const NO_BINARY = fileURLToPath(new URL('build/no-binary.ts', import.meta.url));

export default defineConfig({
  plugins: [
    ...projects.map((project) => paraglideVitePlugin(project)),
    budget({ page: PLAY, later: BOARD, kilobytes: 40 }),
    budget({ page: PLAY, later: [...BOARD, ...FIRST_MOVE], kilobytes: 45 }),
    budget({ page: RACE, later: ROUND, kilobytes: 40 }),
    budget({ page: RACE, later: [...ROUND, ...FIRST_MOVE], kilobytes: 46 }),
    budget({ page: LEARN, later: BEAT, kilobytes: 49 }),
    budget({ page: STUDY, later: QUESTION, kilobytes: 45 }),
    compress(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    // The live protocol is JSON over WebSocket and polling; what else Socket.IO can do would only be loaded.
    alias: [
      { find: /^\.\/webtransport\.js$/, replacement: NO_TRANSPORT },
      { find: /^\.\/(is-binary|binary|contrib\/base64-arraybuffer)\.js$/, replacement: NO_BINARY },
    ],
  },
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  build: {
    target: 'es2022',
    modulePreload: false,
    // What the board shares with other pages stays whole: every chunk more costs the players' phones.
    rolldownOptions: {
      // Its entry makes an `io` that nobody here calls.
      treeshake: {
        moduleSideEffects: [{ test: /socket\.io-client.build.esm.index/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', priority: 3, test: /node_modules.preact/ },
            {
              name: 'live',
              priority: 1,
              test: /node_modules.(socket|engine)\.io|src.(connection|race.race-live)/,
            },
            {
              name: 'ladder',
              priority: 2,
              test: /src.(ladder[\\/]|api|load-anew|player|random|title|race.time-left|parts.(button|problem-text|role-mark)|match.(chips|draft|elapsed|keys|loading|next-hint|role|seat)\.|words.scenario\.)/,
            },
            { name: 'board', test: /src.match.(phase|use-live)\./ },
          ],
        },
      },
    },
  },
});
