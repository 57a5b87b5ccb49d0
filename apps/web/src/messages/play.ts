import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/play/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/play/messages/zh-CN.js')
    : import('../paraglide/play/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
