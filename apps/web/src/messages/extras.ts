import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/extras/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/extras/messages/zh-CN.js')
    : import('../paraglide/extras/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
