/** Every small change of meaning that can be made to a module: one operation exchanged, one condition dropped, one figure moved. */
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';

export interface Mutant {
  /** From the root of the project, with forward slashes. */
  readonly file: string;
  readonly line: number;
  /** The whole line, for readers. */
  readonly inLine: string;
  /** The function or constant that holds it. */
  readonly within: string;
  /** Where what is changed begins to run. */
  readonly runsFrom: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Which of several alike in one place, from 1. */
  readonly nth: number;
}

type Change = Pick<Mutant, 'runsFrom' | 'start' | 'end' | 'before' | 'after'>;

export function mutantsOf(file: string, tree: SourceFile): readonly Mutant[] {
  const found: Mutant[] = [];
  const counts = new Map<string, number>();
  const visit = (node: Node, within: string): void => {
    if (carriesNoMeaning(node)) return;
    const place = nameOf(node) ?? within;
    for (const change of changesOf(node, tree.text)) {
      const key = `${place}\n${change.before}\n${change.after}`;
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      found.push({ file, ...lineOf(tree.text, change.start), within: place, ...change, nth });
    }
    node.forEachChild((child) => visit(child, place));
  };
  visit(tree, '');
  return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index);
}

function isSame(one: Mutant, other: Mutant): boolean {
  return one.start === other.start && one.end === other.end && one.after === other.after;
}

/** Types, imports, and what is said when our own bug is found. */
function carriesNoMeaning(node: Node): boolean {
  return (
    is.isTypeNode(node) ||
    is.isImportDeclaration(node) ||
    is.isExportDeclaration(node) ||
    is.isInterfaceDeclaration(node) ||
    is.isTypeAliasDeclaration(node) ||
    is.isThrowStatement(node) ||
    (is.isIfStatement(node) && is.isThrowStatement(node.thenStatement))
  );
}

function nameOf(node: Node): string | undefined {
  if (is.isFunctionDeclaration(node) || is.isMethodDeclaration(node)) return node.name?.getText();
  if (is.isVariableDeclaration(node) && is.isSourceFile(node.parent.parent.parent)) return node.name.getText();
  return undefined;
}

function lineOf(text: string, at: number): Pick<Mutant, 'line' | 'inLine'> {
  const line = text.slice(0, at).split('\n').length;
  return { line, inLine: text.split('\n')[line - 1]!.trim() };
}

function changesOf(node: Node, text: string): readonly Change[] {
  const to = (target: Node, after: string): Change => {
    const start = target.getStart();
    const runsFrom = is.isConditionalExpression(node) ? start : node.getStart();
    return { runsFrom, start, end: target.end, before: text.slice(start, target.end), after };
  };
  if (is.isBinaryExpression(node)) return binaryChanges(node, text, to);
  if (is.isPrefixUnaryExpression(node)) return [to(node, node.operand.getText())];
  if (is.isConditionalExpression(node)) {
    const without = to(node.whenFalse, node.whenTrue.getText());
    return leavesOutUndefined(node) ? [without] : [to(node.whenTrue, node.whenFalse.getText()), without];
  }
  if (is.isIfStatement(node))
    return ['true', 'false'].filter((always) => !onlyOurBug(node, always)).map((always) => to(node.expression, always));
  if (is.isCallExpression(node)) return callChanges(node, to);
  if (is.isPropertyAccessExpression(node)) return renamed(node.name, properties, to);
  if (is.isShorthandPropertyAssignment(node)) return shorthandChanges(node.name, to);
  if (is.isNumericLiteral(node) || is.isBigIntLiteral(node)) return figureChanges(node, to);
  if (is.isStringLiteral(node)) return stringChanges(node, to);
  if (node.kind === SyntaxKind.TrueKeyword) return [to(node, 'false')];
  if (node.kind === SyntaxKind.FalseKeyword) return [to(node, 'true')];
  if (is.isExpressionStatement(node) && is.isCallExpression(node.expression)) return [to(node, ';')];
  return [];
}

/** `x === undefined ? {} : { x }`, `… ? all : { ...all, x }`: a property that is absent is the same as one that is undefined. */
function leavesOutUndefined(node: Node): boolean {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  const spread = /^([\w.]+) === undefined \? (\{\}|\w+) : \{ (?:\.\.\.(\w+), )?(?:\w+: )?([\w.]+) \}$/.exec(text);
  const [, given, without, base = '{}', property] = spread ?? [];
  return given !== undefined && given === property && without === base;
}

/** Where a condition that always comes out so only leaves out that our own bug is told. */
function onlyOurBug(node: Node, always: string): boolean {
  if (!is.isIfStatement(node)) return false;
  if (always === 'false') return is.isThrowStatement(node.thenStatement);
  const siblings: readonly Node[] = is.isBlock(node.parent) ? node.parent.statements : [];
  const next = siblings[siblings.indexOf(node) + 1];
  return next !== undefined && is.isThrowStatement(next);
}

type To = (target: Node, after: string) => Change;

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};
/** Of which one side may be dropped. */
const droppable = new Set(['&&', '||', '??', '+', '-']);

function binaryChanges(node: Node & { kind: SyntaxKind.BinaryExpression }, text: string, to: To): readonly Change[] {
  if (!is.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.getText();
  const exchanged = (operators[operator] ?? []).map((other) => to(node.operatorToken, other));
  // Of words that are put together the operands are no figures.
  if (!droppable.has(operator) || /['"`]/.test(text.slice(node.getStart(), node.end))) return exchanged;
  return [...exchanged, to(node, node.left.getText()), to(node, node.right.getText())];
}

/** Functions of which one does the other's contrary. */
const functions = opposites([
  ['leastEnd', 'greatestEnd'],
  ['lowest', 'highest'],
  ['lowest', 'hull'],
  ['highest', 'hull'],
  ['least', 'greatest'],
  ['sum', 'difference'],
  ['difference', 'differenceFromZero'],
  ['product', 'quotient'],
  ['floor', 'ceiling'],
  ['add', 'subtract'],
  ['multiply', 'divide'],
  ['both', 'either'],
  ['min', 'max'],
  ['some', 'every'],
  ['earliest', 'latest'],
]);
/** Parts of a value of which one is the other's contrary. */
const properties = opposites([
  ['lo', 'hi'],
  ['left', 'right'],
  ['n', 'd'],
  ['from', 'to'],
  ['low', 'high'],
]);
const strings = opposites([
  ['infinity', '-infinity'],
  ['true', 'false'],
  ['true', 'unknown'],
  ['false', 'unknown'],
]);

function opposites(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [one, other] of pairs) {
    found.set(one, [...(found.get(one) ?? []), other]);
    found.set(other, [...(found.get(other) ?? []), one]);
  }
  return found;
}

function renamed(name: Node, pairs: ReadonlyMap<string, readonly string[]>, to: To): readonly Change[] {
  return (pairs.get(name.getText()) ?? []).map((other) => to(name, other));
}

/** Functions that choose among what a list holds: without them it is the whole list, or another order. */
const unchoosing = new Set(['filter', 'reverse', 'toReversed', 'toSorted', 'sort', 'slice']);

function callChanges(node: Node, to: To): readonly Change[] {
  if (!is.isCallExpression(node)) return [];
  const callee = node.expression;
  const name = is.isPropertyAccessExpression(callee) ? callee.name : callee;
  const exchanged = renamed(name, functions, to);
  if (!is.isPropertyAccessExpression(callee) || !unchoosing.has(name.getText())) return exchanged;
  return [...exchanged, to(node, callee.expression.getText())];
}

/** `{ lo, hi }`: one end for the other. */
function shorthandChanges(name: Node, to: To): readonly Change[] {
  return renamed(name, properties, (target, other) => to(target, `${target.getText()}: ${other}`));
}

function figureChanges(node: Node, to: To): readonly Change[] {
  const text = node.getText();
  if (!/^\d+n?$/.test(text)) return [];
  const suffix = text.endsWith('n') ? 'n' : '';
  const value = BigInt(text.replace('n', ''));
  return [to(node, `${value + 1n}${suffix}`), ...(value > 0n ? [to(node, `${value - 1n}${suffix}`)] : [])];
}

function stringChanges(node: Node, to: To): readonly Change[] {
  const text = node.getText().slice(1, -1);
  return (strings.get(text) ?? []).map((other) => to(node, `'${other}'`));
}
