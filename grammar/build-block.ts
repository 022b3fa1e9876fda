import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import { ChooserLineMissing, CutMissing } from '../diagnostics/open-decisions.ts';
import { MissingLine, RepeatedLine } from '../diagnostics/syntax.ts';
import type { Anchor, BlockDeclaration, ConflictBlock, Expression, GroupCapBlock, Reference } from './ast.ts';
import { citesOf, scopedAmountOf, scopesOf } from './build-clause.ts';
import { lineAnchors } from './build-head.ts';
import { type Building, nameOf, reference, references, written } from './build-leaves.ts';
import { type CstNode, childNodes, has, node, nodes, optionalNode, spanOfNode, token } from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import { NameToken, words } from './tokens.ts';
import type { WordId } from './vocabulary.ts';

/** The lines of a block by their rule; each may stand once, and some must. */
class BlockLines {
  private readonly lines: readonly CstNode[];
  private readonly block: CstNode;
  private readonly building: Building;

  constructor(block: CstNode, lineRule: string, building: Building) {
    this.block = block;
    this.building = building;
    this.lines = nodes(block, lineRule);
  }

  optional(rule: string): CstNode | undefined {
    const [first, second] = this.lines.flatMap((line) => nodes(line, rule));
    if (second) {
      const span = spanOfNode(second);
      this.building.report(RepeatedLine, { span }, { word: written(this.building, span).split(/\s/)[0] ?? '' });
    }
    return first;
  }

  required(rule: string, ...beginnings: readonly WordId[]): CstNode | undefined {
    const found = this.optional(rule);
    if (!found && !this.building.mended) {
      const span = spanOfNode(node(this.block, 'name'));
      this.building.report(MissingLine, { span }, { expected: beginnings.map(wordTerm) });
    }
    return found;
  }

  /** A line that takes a decision: without it, the question is put. */
  deciding(rule: string, question: DiagnosticKind<Record<never, never>>): CstNode | undefined {
    const found = this.optional(rule);
    if (!found && !this.building.mended)
      this.building.report(question, { span: spanOfNode(node(this.block, 'name')) }, {});
    return found;
  }

  /** 「…」 of every line but `cites`, which keeps its own. */
  anchors(): readonly Anchor[] {
    return this.lines.flatMap((line) =>
      childNodes(line)
        .filter((child) => child.name !== 'citesLine' && optionalNode(child, 'anchors'))
        .flatMap((child) => lineAnchors(child, this.building)),
    );
  }
}

/** `no duplication N { among …; per …; take … }`. R10. */
export function conflictOf(block: CstNode, building: Building): BlockDeclaration {
  const lines = new BlockLines(block, 'conflictLine', building);
  const members = lines.required('amongLine', 'among');
  const per = lines.optional('perLine');
  const take = lines.deciding('takeLine', ChooserLineMissing);
  const earlier = lines.optional('earlierLine');
  const conflict: ConflictBlock = {
    kind: 'ConflictBlock',
    members: members ? references(members) : [],
    scopes: per ? scopesOf(per, building) : [],
    ...chooserOf(take),
    earlier: !earlier ? 'none' : has(earlier, words.exclusive) ? 'exclusive' : 'difference',
  };
  return declarationOf(block, lines, conflict, building);
}

function chooserOf(take: CstNode | undefined): { readonly chooser: ConflictBlock['chooser']; readonly by?: Reference } {
  if (!take || has(take, words.takeHighest)) return { chooser: 'highest' };
  if (has(take, words.takeFirst)) return { chooser: 'first' };
  if (has(take, words.takeEarliest)) return { chooser: 'earliest' };
  return { chooser: 'choice', by: reference(token(take, NameToken)) };
}

/** `shared cap N { over …; cap …; cut … }`. */
export function sharedCapOf(block: CstNode, building: Building): BlockDeclaration {
  const lines = new BlockLines(block, 'sharedCapLine', building);
  const members = lines.required('overLine', 'over');
  const cap = lines.required('capLineOfBlock', 'cap');
  const cut = lines.deciding('cutLine', CutMissing);
  const missing: Expression = { kind: 'ErrorExpression', span: spanOfNode(block) };
  const groupCap: GroupCapBlock = {
    kind: 'GroupCapBlock',
    members: members ? references(members) : [],
    ...(cap ? scopedAmountOf(cap, building) : { amount: missing, scopes: [] }),
    cut: cut && has(cut, words.cutProRata) ? 'proRata' : 'inOrder',
  };
  return declarationOf(block, lines, groupCap, building);
}

function declarationOf(
  declaration: CstNode,
  lines: BlockLines,
  block: BlockDeclaration['block'],
  building: Building,
): BlockDeclaration {
  const under = lines.optional('underLine');
  const cites = lines.optional('citesLine');
  return {
    kind: 'BlockDeclaration',
    span: spanOfNode(declaration),
    name: nameOf(node(declaration, 'name'), building),
    block,
    ...(under
      ? { under: { span: spanOfNode(under), reading: reference(token(under, NameToken)), choices: references(under) } }
      : {}),
    ...(cites ? { cites: citesOf(cites, building) } : {}),
    anchors: lines.anchors(),
  };
}
