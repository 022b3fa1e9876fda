import type {
  ArticleChange,
  AuthorityChange,
  ContinuesLine,
  FigureChange,
  FormerlyLine,
  ImportDeclaration,
  LinkedPath,
  Omission,
  OmittedKind,
} from './ast.ts';
import { citedArticle } from './build-clause.ts';
import { anchorsOf, type Building, dateOf, literalOf, nameOf, reference, references, textOf } from './build-leaves.ts';
import { type CstNode, has, node, onlyChild, optionalNode, optionalToken, spanOfNode, token, tokensOf } from './cst.ts';
import type { RawToken } from './lex.ts';
import { DateToken, Minus, NameToken, TextToken, words } from './tokens.ts';

export function importOf(declaration: CstNode, building: Building): ImportDeclaration {
  return {
    kind: 'ImportDeclaration',
    ...linkedPathOf(declaration, building),
    span: spanOfNode(declaration),
    prefix: nameOf(node(declaration, 'name'), building),
  };
}

/** `"path" digest "…"` within a node. */
export function linkedPathOf(parent: CstNode, building: Building): LinkedPath {
  const pinned = optionalNode(parent, 'pinned');
  const digest = pinned && optionalToken(pinned, TextToken);
  const path = textOf(token(parent, TextToken), building);
  return { span: path.span, path, ...(digest ? { digest: textOf(digest, building) } : {}) };
}

export function changeOf(change: CstNode, building: Building): FigureChange | ArticleChange | AuthorityChange {
  const span = spanOfNode(change);
  const anchors = anchorsOf(change, building);
  const [from, to] = tokensOf(change, TextToken).map((text) => textOf(text, building));
  if (from && to) return { kind: 'AuthorityChange', span, from, to, anchors };
  const path = reference(token(change, NameToken));
  const value = node(change, 'changedValue');
  const date = optionalToken(value, DateToken);
  const literal = optionalNode(value, 'literal');
  if (!date && !literal) return { kind: 'ArticleChange', span, path, cites: citedArticle(value, building), anchors };
  return {
    kind: 'FigureChange',
    span,
    path,
    negative: has(value, Minus),
    value: date ? dateOf(date) : literalOf(literal!, building),
    anchors,
  };
}

export function omissionOf(omission: CstNode, building: Building): Omission {
  return { kind: 'Omission', span: spanOfNode(omission), what: omittedBy(omission, building) };
}

function omittedBy(omission: CstNode, building: Building): Omission['what'] {
  if (has(omission, words.touchedExamples)) return { kind: 'touchedExamples' };
  const titles = tokensOf(omission, TextToken).map((text) => textOf(text, building));
  if (titles.length > 0) return { kind: 'examples', titles };
  const kind = optionalNode(omission, 'omittedKind');
  const word = kind && ((onlyChild(kind) as RawToken).tokenType.name as OmittedKind);
  return { kind: 'paths', ...(word ? { word } : {}), paths: references(omission) };
}

export function continuesOf(line: CstNode, building: Building): ContinuesLine {
  return {
    kind: 'ContinuesLine',
    span: spanOfNode(line),
    policy: textOf(token(line, TextToken), building),
    since: dateOf(token(line, DateToken)),
  };
}

export function formerlyOf(line: CstNode, building: Building): FormerlyLine {
  return {
    kind: 'FormerlyLine',
    span: spanOfNode(line),
    ids: tokensOf(line, TextToken).map((text) => textOf(text, building)),
  };
}
