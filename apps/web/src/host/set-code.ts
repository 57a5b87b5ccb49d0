/** The code of a question set as it is typed, or in a link that is pasted. */
export const setCodeIn = (text: string): string =>
  (/\/set\/([^/?#\s]+)/.exec(text)?.[1] ?? text).toUpperCase().replace(/[\s-]/g, '');
