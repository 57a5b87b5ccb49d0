import { locale } from '../locale.ts';

const module = locale === 'zh-CN' ? import('./catalogue/zh-CN.ts') : import('./catalogue/en.ts');

const { names, briefs } = await module;

/** A scenario that this client does not know goes by its id. */
export const scenarioName = (id: string): string => names[`./${id}.json`] ?? id;

export const scenarioBrief = (id: string): string => briefs[`./${id}.json`] ?? '';
