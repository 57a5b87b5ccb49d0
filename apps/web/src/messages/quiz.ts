import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/quiz/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/quiz/messages/zh-CN.js')
    : import('../paraglide/quiz/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
