import { locale } from '../locale.ts';
import type * as Messages from '../paraglide/skills/messages/_index.js';

const module =
  locale === 'zh-CN'
    ? import('../paraglide/skills/messages/zh-CN.js')
    : import('../paraglide/skills/messages/en.js');

export const m = (await module) as unknown as typeof Messages;
