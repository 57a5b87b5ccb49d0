import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/families/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/families/messages/zh-CN.js')
    : import('../paraglide/families/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
