import { projects } from './projects.ts';
import type { Template } from './template.ts';
import { voucher } from './voucher.ts';

/** In the order in which they are offered; the first where nobody is asked. */
export const templates: readonly [Template, ...Template[]] = [voucher, projects];
