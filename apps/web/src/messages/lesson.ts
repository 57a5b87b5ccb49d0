import type { StepWords } from '../learn/words.ts';
import { locale } from '../locale.ts';

const module = locale === 'zh-CN' ? import('./lesson/zh-CN.ts') : import('./lesson/en.ts');

const { files, titles } = await module;

export const stepTitle = (id: string): string => titles[`./${id}.json`] ?? id;

/** The words of one step: each has a file of its own, for one reads only one at a time. */
export const loadStep = (id: string): Promise<StepWords> | undefined => files[`./${id}.json`]?.();
