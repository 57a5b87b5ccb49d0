import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/staff/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/staff/messages/zh-CN.js')
    : import('../paraglide/staff/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
