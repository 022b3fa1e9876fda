import type { Anchor } from '../../grammar/ast.ts';
import { foldText } from './fold-text.ts';

const marks: ReadonlySet<string> = new Set(['隐含', 'implied']);

/** 「隐含」 on a line: it has figures that the source leaves unsaid (R16). No words of the source. */
export function isImpliedMark({ text }: Pick<Anchor, 'text'>): boolean {
  return marks.has(foldText(text).text.toLowerCase());
}
