import { RaiseBesideCap } from '../diagnostics/slips.ts';
import type { Expression } from './ast.ts';
import { expressionOf } from './build-expression.ts';
import type { Building } from './build-leaves.ts';
import { type CstNode, has, join, node, nodes, optionalToken, spanOfNode, spanOfToken, tokensOf } from './cst.ts';
import type { RawToken } from './lex.ts';
import { Semicolon, words } from './tokens.ts';

/** `E, raised by R if P` or `E, lowered by R if P`, where a line or definition goes on so after its figure. */
export function raisedOf(figure: Expression, parent: CstNode, building: Building): Expression {
  return nodes(parent, 'raised').reduce(
    (of, raised): Expression => ({
      kind: 'Raised',
      span: join(of.span, spanOfNode(raised)),
      operation: has(raised, words.lower) ? 'lower' : 'raise',
      of,
      by: expressionOf(node(raised, 'additive'), building),
      condition: expressionOf(node(raised, 'expression'), building),
    }),
    figure,
  );
}

/** A line that raises, written on the line of a cap without a mark between them, could be meant for either. D5. */
export function tellRaisesBesideCaps(block: CstNode, building: Building): void {
  const marks = tokensOf(block, Semicolon).map(({ startOffset }) => startOffset);
  let end: number | undefined;
  for (const line of nodes(block, 'clauseLine')) {
    const raise = end === undefined ? undefined : raiseIn(line);
    const isMarked = marks.some((mark) => mark >= (end ?? 0) && mark < (raise?.startOffset ?? 0));
    if (raise && line.name === 'adjustLine' && !raise.firstOnLine && !isMarked)
      building.report(RaiseBesideCap, { span: spanOfToken(raise) }, {});
    end = line.name === 'capLine' ? spanOfNode(line).end : undefined;
  }
}

function raiseIn(line: CstNode): RawToken | undefined {
  return optionalToken(line, words.raise) ?? optionalToken(line, words.lower);
}
