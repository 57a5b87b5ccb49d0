import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/summary/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/summary/messages/zh-CN.js')
    : import('../paraglide/summary/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
