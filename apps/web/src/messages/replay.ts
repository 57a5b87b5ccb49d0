import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/replay/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/replay/messages/zh-CN.js')
    : import('../paraglide/replay/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
