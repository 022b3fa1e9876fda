import {
  AnchorAmbiguous,
  AnchorElsewhere,
  AnchorNotFound,
  ArticleNotFound,
  FigureNotCovered,
} from '../../diagnostics/anchors.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Anchor, PolicyFile } from '../../grammar/ast.ts';
import { type Article, type ArticleName, articlesOf, articleText } from './articles.ts';
import { citedAnchors } from './cited-anchors.ts';
import type { Figure } from './figure.ts';
import { foldText } from './fold-text.ts';
import { isImpliedMark } from './implied-mark.ts';
import { findAll, type Match } from './match-anchor.ts';
import { readFigures } from './read-figures.ts';
import { unitForms } from './unit-forms.ts';

export interface FoundAnchor {
  readonly anchor: Anchor;
  /** The article that its clause cites; absent: the whole document. */
  readonly article?: ArticleName;
  /** Where it stands, offsets in the document; absent: not found, or not once. */
  readonly place?: { readonly start: number; readonly end: number };
}

export interface DocumentFigure {
  readonly figure: Figure;
  readonly article?: ArticleName;
  /** One-based line of the document. */
  readonly line: number;
  readonly excerpt: string;
}

export interface Coverage {
  readonly anchors: readonly FoundAnchor[];
  readonly articles: readonly Article[];
  readonly figures: readonly DocumentFigure[];
  /** Figures that no found anchor holds. */
  readonly uncovered: readonly DocumentFigure[];
}

/**
 * R16, P2: looks every anchor of a policy up in the article its clause cites, where it must stand once (or be numbered `#2`), and lists the
 * figures of the document that no anchor covers. Script and width do not matter. Needs only the tree; `document` is the source's text.
 */
export function findAnchors(file: PolicyFile, document: string, report: Report): Coverage {
  const articles = articlesOf(document);
  const folded = foldText(document);
  const finding: Finding = { articles, report, places: remembered((text) => findAll(text, folded)) };
  const anchors = citedAnchors(file)
    .filter(({ anchor }) => !isImpliedMark(anchor))
    .map(({ anchor, article }) => find(anchor, article, finding));
  const figures = documentFigures(document, articles, readFigures(document, unitForms(file)));
  const places = anchors.map(({ place }) => place).filter((place) => place !== undefined);
  const uncovered = figures.filter(
    ({ figure }) => !places.some(({ start, end }) => start <= figure.start && figure.end <= end),
  );
  for (const { figure, article, line, excerpt } of uncovered) {
    const path = `${article === undefined ? '' : `${articleText(article).zh} `}${line}`;
    report(FigureNotCovered, { path }, { figure: figure.text, excerpt });
  }
  return { anchors, articles, figures, uncovered };
}

interface Finding {
  readonly articles: readonly Article[];
  readonly places: (text: string) => readonly Match[];
  readonly report: Report;
}

/** Anchors are often written alike. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? compute(text);
    known.set(text, found);
    return found;
  };
}

function find(anchor: Anchor, article: ArticleName | undefined, { articles, places, report }: Finding): FoundAnchor {
  const found: FoundAnchor = { anchor, ...(article === undefined ? {} : { article }) };
  const place = articleText(article);
  const within = article === undefined ? undefined : articles.find(({ name }) => name === article);
  if (article !== undefined && within === undefined) {
    report(ArticleNotFound, { span: anchor.span }, { place });
    return found;
  }
  const everywhere = places(anchor.text);
  const inArticle = everywhere.filter(
    ({ start, end }) => within === undefined || (within.start <= start && end <= within.end),
  );
  const chosen =
    anchor.occurrence === undefined
      ? inArticle.length === 1
        ? inArticle[0]
        : undefined
      : inArticle[anchor.occurrence - 1];
  if (chosen !== undefined) return { ...found, place: chosen };
  const elsewhere = articles.find(({ start, end }) => everywhere.some((one) => start <= one.start && one.end <= end));
  const { text, span } = anchor;
  if (inArticle.length > 1) report(AnchorAmbiguous, { span }, { text, place, count: inArticle.length });
  else if (inArticle.length === 1 || elsewhere === undefined) report(AnchorNotFound, { span }, { text, place });
  else report(AnchorElsewhere, { span }, { text, place, found: articleText(elsewhere.name) });
  return found;
}

function documentFigures(
  document: string,
  articles: readonly Article[],
  figures: readonly Figure[],
): readonly DocumentFigure[] {
  let line = 1;
  let counted = 0;
  return figures.map((figure) => {
    for (; counted < figure.start; counted += 1) if (document.charAt(counted) === '\n') line += 1;
    const article = articles.find(({ start, end }) => start <= figure.start && figure.start < end)?.name;
    return { figure, line, excerpt: excerptAround(document, figure), ...(article === undefined ? {} : { article }) };
  });
}

/** The figure with a few characters on either side, within its paragraph. */
function excerptAround(document: string, { start, end }: Figure): string {
  const before =
    document
      .slice(Math.max(0, start - 14), start)
      .split('\n')
      .at(-1) ?? '';
  const after = document.slice(end, end + 10).split('\n')[0] ?? '';
  return before + document.slice(start, end) + after;
}
