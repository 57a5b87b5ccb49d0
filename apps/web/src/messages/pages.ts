import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/pages/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/pages/messages/zh-CN.js')
    : import('../paraglide/pages/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
