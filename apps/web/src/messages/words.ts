import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/words/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/words/messages/zh-CN.js')
    : import('../paraglide/words/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
