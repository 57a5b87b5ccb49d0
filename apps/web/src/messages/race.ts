import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/race/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/race/messages/zh-CN.js')
    : import('../paraglide/race/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
