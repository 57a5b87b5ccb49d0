import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/host/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/host/messages/zh-CN.js')
    : import('../paraglide/host/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
