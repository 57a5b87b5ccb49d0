import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/verdicts/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/verdicts/messages/zh-CN.js')
    : import('../paraglide/verdicts/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
