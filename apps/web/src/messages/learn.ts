import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/learn/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/learn/messages/zh-CN.js')
    : import('../paraglide/learn/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
