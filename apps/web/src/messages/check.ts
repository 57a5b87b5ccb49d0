import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/check/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/check/messages/zh-CN.js')
    : import('../paraglide/check/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
