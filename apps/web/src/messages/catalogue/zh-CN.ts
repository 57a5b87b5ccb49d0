// With the query they are modules of their own, of which the build keeps only what is taken here. It ends in .json,
// for by that Vite knows what they hold.
export const names = import.meta.glob<string>('./*.json', {
  base: '../../../messages/scenarios/zh-CN',
  query: '?catalogue.json',
  import: 'name',
  eager: true,
});

export const briefs = import.meta.glob<string>('./*.json', {
  base: '../../../messages/scenarios/zh-CN',
  query: '?catalogue.json',
  import: 'brief',
  eager: true,
});
