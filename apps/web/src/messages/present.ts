import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/present/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/present/messages/zh-CN.js')
    : import('../paraglide/present/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
