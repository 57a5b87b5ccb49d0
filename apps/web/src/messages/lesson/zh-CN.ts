import type { StepWords } from '../../learn/words.ts';

export const files = import.meta.glob<StepWords>('./*.json', {
  base: '../../../messages/lesson/zh-CN',
  import: 'default',
});

// With the query they are modules of their own, of which the build keeps only what is taken here.
export const titles = import.meta.glob<string>('./*.json', {
  base: '../../../messages/lesson/zh-CN',
  query: '?title.json',
  import: 'title',
  eager: true,
});
