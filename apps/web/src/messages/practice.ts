import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/practice/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/practice/messages/zh-CN.js')
    : import('../paraglide/practice/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
