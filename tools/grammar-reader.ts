// Writes the reader of declarations from the notation of the grammar: a plain function for each rule, with nothing left to look up while a
// text is read. It reads what `readByRule` reads, and only does not say what was wanted where a text does not fit.
import { choiceLookahead, entryLookahead } from '../grammar/lookahead.ts';
import { PolicyParser } from '../grammar/parser.ts';
import type { Choice, Optional, Production, Repetition, Rule, Sequence, TokenPath } from '../grammar/production.ts';
import { holds, type TokenSet } from '../grammar/token-set.ts';
import type { TokenType } from '../grammar/token-type.ts';
import { parserTokenTypes } from '../grammar/tokens.ts';
import { ReaderNames } from './reader-names.ts';

/** The text of grammar/declaration-reader.generated.ts. */
export function readerText(): string {
  const { declaration } = new PolicyParser();
  const writer = new ReaderWriter();
  const functions = rulesFrom(declaration).map((rule) => writer.ruleText(rule));
  const { names } = writer;
  return [...head, ...names.importLines(), '', ...names.constantLines(), '', ...frame, ...functions].join('\n');
}

function rulesFrom(start: Rule): readonly Rule[] {
  const found = new Set<Rule>([start]);
  for (const { whole } of found) for (const rule of rulesWithin(whole)) found.add(rule);
  return [...found];
}

function rulesWithin({ parts }: Sequence): readonly Rule[] {
  return parts.flatMap((part) => {
    if (part.kind === 'choice') return part.alternatives.flatMap(rulesWithin);
    if (part.kind === 'rule') return [part.rule];
    return part.kind === 'token' ? [] : rulesWithin(part.inside);
  });
}

type Lines = readonly string[];

/** `isSafe` in its methods: the token that comes is known to be one that the parts begin with. */
class ReaderWriter {
  readonly names = new ReaderNames();

  ruleText({ name, whole, isLevel }: Rule): string {
    const body = isLevel ? this.levelLines(name, whole.parts) : this.nodeLines(name, whole.parts, false);
    return block(`function ${name}(): CstNode {`, body).join('\n').concat('\n');
  }

  private nodeLines(name: string, parts: readonly Production[], isSafe: boolean): Lines {
    const { fixed, rest } = headOf(parts);
    if (rest.length === 0)
      return ['const begun = at;', `return node('${name}', [${this.entries(fixed, isSafe).join(', ')}], begun);`];
    return [...beginning, ...this.sequenceLines(parts, isSafe), `return gathered('${name}', from, begun);`];
  }

  /** A level gives its only node where nothing stands beside it. */
  private levelLines(name: string, parts: readonly Production[]): Lines {
    const [first, second, third] = parts;
    if (first?.kind === 'choice' && second === undefined)
      return [...this.choiceLines(first, (way) => this.wayLines(name, way)), `return node('${name}', [], at);`];
    if (first === undefined || second === undefined || third !== undefined) throw new Error(`${name} is no level`);
    if (first.kind === 'rule' && isOpen(second))
      return [
        ...beginning,
        `const first = ${first.rule.name}();`,
        `if (!(${this.enters(second)})) return first;`,
        ...keeping([`'${first.rule.name}', first`]),
        ...this.lines(second),
        `return gathered('${name}', from, begun);`,
      ];
    if (isOpen(first) && second.kind === 'rule')
      return [`if (!(${this.enters(first)})) return ${second.rule.name}();`, ...this.nodeLines(name, parts, false)];
    throw new Error(`${name} is no level`);
  }

  private wayLines(name: string, { parts }: Sequence): Lines {
    const [only, other] = parts;
    const isNode = only?.kind === 'rule' && other === undefined;
    return isNode ? [`return ${only.rule.name}();`] : this.nodeLines(name, parts, true);
  }

  /** Code that reads a part and adds it to those of the node. */
  private lines(part: Production): Lines {
    switch (part.kind) {
      case 'token':
      case 'rule':
        return keeping([this.entry(part, false)]);
      case 'choice':
        return this.choiceLines(part, ({ parts }) => this.sequenceLines(parts, true));
      case 'optional':
        return block(`if (${this.enters(part)}) {`, this.sequenceLines(part.inside.parts, true));
      case 'repetition':
        return this.repetitionLines(part);
    }
  }

  private sequenceLines(parts: readonly Production[], isSafe: boolean): Lines {
    const { fixed, rest } = headOf(parts);
    return [...keeping(this.entries(fixed, isSafe)), ...rest.flatMap((part) => this.lines(part))];
  }

  /** Names of parts, and code that reads each. */
  private entries(parts: readonly Production[], isSafe: boolean): Lines {
    return parts.map((part, index) => this.entry(part, isSafe && index === 0));
  }

  private entry(part: Production, isSafe: boolean): string {
    if (part.kind === 'rule') return `'${part.rule.name}', ${part.rule.name}()`;
    if (part.kind !== 'token') throw new Error('only tokens and rules are parts of nodes');
    const { type } = part;
    if (isSafe) return `'${type.name}', tokens[at++]!`;
    const isFamily = type.members.length > 1;
    return `'${type.name}', ${isFamily ? `takeOf(${this.names.set([type])})` : `take(${this.names.kind(type)})`}`;
  }

  private repetitionLines(part: Repetition): Lines {
    const { parts } = part.inside;
    const enters = this.enters(part);
    const round = this.sequenceLines(parts, true);
    if (part.separator !== undefined) {
      const next = `while (${this.isOne([part.separator], 'at')}) {`;
      const separator = keeping([`'${part.separator.name}', tokens[at++]!`]);
      return block(`if (${enters}) {`, [...round, ...block(next, [...separator, ...this.sequenceLines(parts, false)])]);
    }
    const loop = block(`while (${enters}) {`, round);
    return part.atLeastOnce ? [`if (!(${enters})) misfit();`, ...loop] : loop;
  }

  private choiceLines(choice: Choice, inside: (way: Sequence) => Lines): Lines {
    const { firsts, paths } = choiceLookahead(choice);
    const bodies = choice.alternatives.map(inside);
    if (firsts !== undefined && firsts.length > 3) {
      const cases = bodies.flatMap((body, index) => block(`case ${index + 1}: {`, withBreak(body)));
      const ways = this.names.ways(firsts.map(typesOf));
      return block(`switch (${ways}[kinds[at]!]) {`, [...cases, 'default:', '  misfit();']);
    }
    const conditions =
      firsts?.map((first) => this.isOne(typesOf(first), 'at')) ?? paths!.map((way) => this.follows(way));
    return [
      ...bodies.flatMap((body, index) => [
        `${index === 0 ? '' : '} else '}if (${conditions[index]}) {`,
        ...indented(body),
      ]),
      '} else misfit();',
    ];
  }

  private enters(part: Optional | Repetition): string {
    const { tokens, paths } = entryLookahead(part);
    const comes = tokens === undefined ? this.follows(paths) : this.isOne(typesOf(tokens), 'at');
    return part.gate === undefined ? comes : `(${comes}) && ${this.names.gate(part.gate)}(tokens, at)`;
  }

  private follows(paths: readonly TokenPath[]): string {
    return alike(paths)
      .map(({ firsts, seconds }) => {
        const first = this.isOne(firsts, 'at');
        return seconds.length === 0 ? first : `((${first}) && (${this.isOne(seconds, 'at + 1')}))`;
      })
      .join(' || ');
  }

  /** A condition on the kind of the token at a place. */
  private isOne(types: readonly TokenType[], place: string): string {
    const isShort = types.length <= 2 && types.every(({ members }) => members.length === 1);
    if (isShort) return types.map((type) => `kinds[${place}] === ${this.names.kind(type)}`).join(' || ');
    return `${this.names.set(types)}[kinds[${place}]!] === 1`;
  }
}

/** Tokens and rules that productions begin with, and what comes after. */
function headOf(parts: readonly Production[]) {
  const found = parts.findIndex(({ kind }) => kind !== 'token' && kind !== 'rule');
  const end = found < 0 ? parts.length : found;
  return { fixed: parts.slice(0, end), rest: parts.slice(end) };
}

function isOpen(part: Production): part is Optional | Repetition {
  return part.kind === 'optional' || part.kind === 'repetition';
}

/** Families as far as the set holds whole ones, and single types for the rest. */
function typesOf(set: TokenSet): readonly TokenType[] {
  const whole = parserTokenTypes.filter(({ members }) => members.every((index) => holds(set, index)));
  const families = whole.filter(({ members }) => members.length > 1);
  const covered = new Set(families.flatMap(({ members }) => members));
  return [...families, ...whole.filter(({ index }) => !covered.has(index))];
}

/** Paths whose first tokens are followed by the same tokens, together; none where one token is enough. */
function alike(paths: readonly TokenPath[]) {
  const seconds = new Map<TokenType, readonly TokenType[]>();
  for (const [first, second] of paths) {
    const known = seconds.get(first!);
    const isEnough = second === undefined || known?.length === 0;
    seconds.set(first!, isEnough ? [] : [...(known ?? []), second]);
  }
  const groups = new Map<string, { readonly firsts: TokenType[]; readonly seconds: readonly TokenType[] }>();
  for (const [first, following] of seconds) {
    const key = following.map(({ name }) => name).join(' ');
    const group = groups.get(key) ?? { firsts: [], seconds: following };
    group.firsts.push(first);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a node begins with that does not know how many parts it will have. */
const beginning: Lines = ['const begun = at;', 'const from = filled;'];

/** Adds parts to those of the nodes that are being read. */
function keeping(entries: Lines): Lines {
  return entries.map((entry) => `keep(${entry});`);
}

function withBreak(body: Lines): Lines {
  return body.at(-1)?.startsWith('return ') ? body : [...body, 'break;'];
}

function block(opening: string, lines: Lines): Lines {
  return [opening, ...indented(lines), '}'];
}

function indented(lines: Lines): Lines {
  return lines.map((line) => `  ${line}`);
}

const head: Lines = [
  '// Generated by `npm run gen` from the notation of the grammar (grammar/parser.ts and what it extends): do not edit.',
  "import type { CstNode, Part } from './cst.ts';",
  "import { type KindTable, oneOf, wayOf } from './kind-table.ts';",
  "import type { RawToken } from './lex.ts';",
];

/** What the functions of the rules share. After a misfit no tokens are left, so that all come to their end; what they then make is dropped. */
const frame: Lines = `const none: readonly RawToken[] = [];
let tokens = none;
/** Indexes of their types; 0 behind the last. */
let kinds: readonly number[] = [];
let at = 0;
let isMisfit = false;
/** Parts of the nodes that are being read: a node takes its own when it is complete, which spares a list that grows for each. */
let open: Part[] = [];
let filled = 0;

/** The tree of all of the tokens; undefined where they do not fit, which \`readByRule\` can tell more of. */
export function readDeclaration(all: readonly RawToken[]): CstNode | undefined {
  tokens = all;
  kinds = kindsOf(all);
  at = 0;
  isMisfit = false;
  open = [];
  filled = 0;
  const tree = declaration();
  const isRead = !isMisfit && at === all.length;
  tokens = none;
  open = [];
  return isRead ? tree : undefined;
}

function kindsOf(all: readonly RawToken[]): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < all.length; index += 1) found.push(all[index]!.tokenType.index);
  found.push(0, 0);
  return found;
}

function take(kind: number): RawToken {
  if (kinds[at] !== kind) return misfit();
  return tokens[at++]!;
}

function takeOf(table: KindTable): RawToken {
  if (table[kinds[at]!] !== 1) return misfit();
  return tokens[at++]!;
}

function misfit(): RawToken {
  isMisfit = true;
  at = tokens.length;
  return tokens[0]!;
}

function keep(name: string, part: Part): void {
  open[filled] = name;
  open[filled + 1] = part;
  filled += 2;
}

function gathered(name: string, from: number, begun: number): CstNode {
  const parts = open.slice(from, filled);
  filled = from;
  return node(name, parts, begun);
}

function node(name: string, parts: readonly Part[], begun: number): CstNode {
  if (at === begun) return { name, parts, startOffset: -1, endOffset: -1 };
  return { name, parts, startOffset: tokens[begun]!.startOffset, endOffset: tokens[at - 1]!.endOffset };
}
`.split('\n');
