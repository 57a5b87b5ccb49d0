import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/hints/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/hints/messages/zh-CN.js')
    : import('../paraglide/hints/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
