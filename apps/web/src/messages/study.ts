import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/study/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/study/messages/zh-CN.js')
    : import('../paraglide/study/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
