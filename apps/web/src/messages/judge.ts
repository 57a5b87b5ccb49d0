import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/judge/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/judge/messages/zh-CN.js')
    : import('../paraglide/judge/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
