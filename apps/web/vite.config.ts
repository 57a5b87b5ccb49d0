import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { compress } from './build/compress.ts';
import { projects } from './build/messages.mjs';

export default defineConfig({
  plugins: [
    ...projects.map((project) => paraglideVitePlugin(project)),
    budget({
      page: 'src/pages/match.tsx',
      later: [
        ['play/messages/en.js', 'play/messages/zh-CN.js'],
        ['words/messages/en.js', 'words/messages/zh-CN.js'],
      ],
      kilobytes: 40,
    }),
    compress(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
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
            { name: 'ladder', test: /src.ladder.|role-mark/ },
          ],
        },
      },
    },
  },
});
