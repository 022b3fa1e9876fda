import type { Span } from '../../diagnostics/span.ts';
import type { Anchor, ClauseLine, PolicyFile } from '../../grammar/ast.ts';
import { everyHeadLine } from '../lower/lower-head.ts';
import { everyExpression, everyLine, expressionsOn } from '../walk.ts';
import type { ArticleName } from './articles.ts';

export interface CitedAnchor {
  readonly anchor: Anchor;
  /** The article that the clause or block cites; absent where it cites none. */
  readonly article?: ArticleName;
}

/**
 * Every anchor of a policy in written order, those of all readings and of lines that compute nothing included. Those of lines that are
 * taken over speak of another document, as does the article that a clause taken over cites.
 */
export function citedAnchors(file: PolicyFile): readonly CitedAnchor[] {
  const isOwn = ({ span }: { readonly span: Span }) => span.start <= file.span.end;
  const all = file.declarations.flatMap((declaration): readonly CitedAnchor[] => {
    switch (declaration.kind) {
      case 'PolicyHead':
        return everyHeadLine(declaration.lines).flatMap((line) => ('anchors' in line ? cited(line.anchors) : []));
      case 'Definition':
        return cited([...declaration.anchors, ...rowAnchors([declaration.value])]);
      case 'ParameterDeclaration':
        return declaration.rows.flatMap(({ anchors }) => cited(anchors));
      case 'ClauseDeclaration': {
        const lines = everyLine(declaration.lines);
        const cites = lines.find((line) => line.kind === 'CitesLine');
        const article = cites !== undefined && isOwn(cites) ? cites.article : undefined;
        return lines.flatMap((line) =>
          cited([...lineAnchors(line), ...planAnchors(line), ...rowAnchors(expressionsOn(line))], article),
        );
      }
      case 'BlockDeclaration': {
        const { cites } = declaration;
        const article = cites !== undefined && isOwn(cites) ? cites.article : undefined;
        return cited([...(cites?.anchors ?? []), ...declaration.anchors], article);
      }
      default:
        return [];
    }
  });
  return all.filter(({ anchor }) => isOwn(anchor));
}

function cited(anchors: readonly Anchor[], article?: ArticleName): readonly CitedAnchor[] {
  return anchors.map((anchor) => (article === undefined ? { anchor } : { anchor, article }));
}

function lineAnchors(line: ClauseLine): readonly Anchor[] {
  return 'anchors' in line ? line.anchors : [];
}

function planAnchors(line: ClauseLine): readonly Anchor[] {
  if (line.kind !== 'PaymentPlan' || line.form.kind !== 'Instalments') return [];
  return line.form.rows.flatMap(({ anchors }) => anchors);
}

function rowAnchors(expressions: ReturnType<typeof expressionsOn>): readonly Anchor[] {
  return expressions.flatMap((root) =>
    everyExpression(root).flatMap((one) =>
      one.kind === 'Choose' || one.kind === 'Ladder' ? one.rows.flatMap(({ anchors }) => anchors) : [],
    ),
  );
}
