import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { compress } from './build/compress.ts';
import { projects } from './build/messages.mjs';

const PLAY = 'src/pages/match.tsx';
/** What a phone loads until the board stands. */
const BOARD = [
  ['play/messages/en.js', 'play/messages/zh-CN.js'],
  ['words/messages/en.js', 'words/messages/zh-CN.js'],
];
/** And until the first move is made, at the level that needs most. */
const FIRST_MOVE = [
  ['messages/scenarios/en.ts', 'messages/scenarios/zh-CN.ts'],
  ['extras/messages/en.js', 'extras/messages/zh-CN.js'],
  ['match/tools.tsx'],
  ['match/ring.tsx'],
  ['match/numbers.tsx'],
];

const NO_TRANSPORT = fileURLToPath(new URL('build/no-transport.ts', import.meta.url));

export default defineConfig({
  plugins: [
    ...projects.map((project) => paraglideVitePlugin(project)),
    budget({ page: PLAY, later: BOARD, kilobytes: 40 }),
    budget({ page: PLAY, later: [...BOARD, ...FIRST_MOVE], kilobytes: 45 }),
    compress(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    // The live protocol goes over WebSocket and polling; the third transport would only be loaded.
    alias: [{ find: /^\.\/webtransport\.js$/, replacement: NO_TRANSPORT }],
  },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  build: {
    target: 'es2022',
    modulePreload: false,
    // What the board shares with other pages stays whole: every chunk more costs the players' phones.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules.preact/ },
            {
              name: 'ladder',
              test: /src.(ladder.|api|player|random|title|parts.(button|problem-text|role-mark)|match.(elapsed|next-hint|role|seat)\.|words.scenario\.)/,
            },
          ],
        },
      },
    },
  },
});
