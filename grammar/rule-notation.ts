import type { Gate } from './gates.ts';
import { type Production, Rule, type Sequence } from './production.ts';
import type { TokenType } from './token-type.ts';

type Body = () => unknown;
/** A part, or one with a further condition on what comes. */
type Gated = Body | { readonly GATE: Gate; readonly DEF: Body };
type Alternatives = readonly { readonly ALT: Body }[];
interface Separated {
  readonly SEP: TokenType;
  readonly DEF: Body;
}

/**
 * The notation that the grammar is written in, which is Chevrotain's: a rule is a method that names what it is made of. It runs once, to
 * note that down, and never while a text is read, so there can be no actions in it. Chevrotain tells the uses of a word in one rule
 * apart by a number behind it; here none is needed.
 */
export abstract class RuleNotation {
  /** What is being noted down. */
  private parts: Production[] = [];
  private sequence: Sequence = { parts: this.parts };

  protected RULE(name: string, body: Body): Rule {
    return new Rule(name, false, () => this.note(body));
  }

  /** A rule that is often passed through on the way to another: where it holds one node and nothing else, that node stands for it. */
  protected LEVEL(name: string, body: Body): Rule {
    return new Rule(name, true, () => this.note(body));
  }

  protected CONSUME(type: TokenType): void {
    this.parts.push({ kind: 'token', type });
  }

  protected SUBRULE(rule: Rule): void {
    this.parts.push({ kind: 'rule', rule });
  }

  protected OR(alternatives: Alternatives): void {
    const noted: Sequence[] = [];
    const within = this.here();
    this.parts.push({ kind: 'choice', alternatives: noted });
    for (const { ALT } of alternatives) noted.push(this.note(ALT, within));
  }

  protected OPTION(part: Gated): void {
    const { body, gate } = gated(part);
    this.hold(body, (inside) => ({ kind: 'optional', inside, gate }));
  }

  protected MANY(part: Gated): void {
    const { body, gate } = gated(part);
    this.hold(body, (inside) => ({ kind: 'repetition', inside, gate, atLeastOnce: false }));
  }

  protected AT_LEAST_ONE(body: Body): void {
    this.hold(body, (inside) => ({ kind: 'repetition', inside, atLeastOnce: true }));
  }

  protected MANY_SEP({ SEP, DEF }: Separated): void {
    this.hold(DEF, (inside) => ({ kind: 'repetition', inside, atLeastOnce: false, separator: SEP }));
  }

  private hold(body: Body, production: (inside: Sequence) => Production): void {
    const place = this.here();
    const inside = this.note(body, place);
    this.parts.push(production(inside));
  }

  private here(): Sequence['within'] {
    return { sequence: this.sequence, index: this.parts.length };
  }

  private note(body: Body, within?: Sequence['within']): Sequence {
    const { parts, sequence } = this;
    this.parts = [];
    const noted = { parts: this.parts, within };
    this.sequence = noted;
    body();
    this.parts = parts;
    this.sequence = sequence;
    return noted;
  }
}

function gated(part: Gated): { readonly body: Body; readonly gate?: Gate | undefined } {
  return typeof part === 'function' ? { body: part } : { body: part.DEF, gate: part.GATE };
}
