import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/sets/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/sets/messages/zh-CN.js')
    : import('../paraglide/sets/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
