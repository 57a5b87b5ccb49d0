import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/session/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/session/messages/zh-CN.js')
    : import('../paraglide/session/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
