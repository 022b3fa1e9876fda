import { isRatio } from '../../../runtime/compound.ts';
import type { Adjust, BandIr, Expr, FieldIr, NodeId, PolicyIr, Statement, TypeIr } from '../../../runtime/ir.ts';
import { asksLedger } from '../../../runtime/scope-sharers.ts';
import { expressionsOf, someWithin } from './children.ts';
import { decimalsOf } from './literal.ts';

/**
 * How emitted code holds the number of one node: a whole number of 10^-scale, the scale fixed at compile time, or a fraction of two
 * whole numbers where no scale is enough (after a division) or none is known (what the ledger says).
 */
export type Form = { readonly kind: 'fixed'; readonly scale: number } | { readonly kind: 'fraction' };

/** Decimals the door lets through, by kind of fact: of money two, of other figures fifteen, of percentages fifteen before the sign. */
export const moneyScale = 2;
export const figureScale = 15;
export const ratioScale = 17;

/** A line that raises or lowers multiplies the amount so far. */
function isShareOfIt({ operation }: Adjust): boolean {
  return operation === 'raise' || operation === 'lower';
}

export const fraction: Form = { kind: 'fraction' };
export const whole: Form = { kind: 'fixed', scale: 0 };

/** Forms of few scales are asked for by thousands of nodes. */
const usualForms: readonly Form[] = Array.from({ length: 64 }, (_, scale): Form => ({ kind: 'fixed', scale }));

function fixedForm(scale: number): Form {
  return usualForms[scale] ?? { kind: 'fixed', scale };
}

/** Forms of a whole policy. A node that holds no number (truth, options, text) has the form `whole` and no use for it. */
export interface Forms {
  readonly of: (node: Expr) => Form;
  /**
   * `it` before and after each statement. Forms only widen down a clause, whether or not a line runs: a line that is passed over leaves
   * an amount that the next one must be able to read.
   */
  readonly before: (statement: Statement) => Form;
  readonly after: (statement: Statement) => Form;
}

/** Widest of several: the fraction if there is one, else the greatest scale. */
export function joined(forms: readonly Form[]): Form {
  let scale = 0;
  for (const form of forms) {
    if (form.kind === 'fraction') return fraction;
    if (form.scale > scale) scale = form.scale;
  }
  return fixedForm(scale);
}

/** Infers the form of every node. */
export function inferForms(ir: PolicyIr): Forms {
  const expressions = new Map<NodeId, Form>();
  const lines = new Map<NodeId, { readonly before: Form; readonly after: Form }>();
  const fields = fieldIndex(ir);

  const of = (node: Expr): Form => {
    const known = expressions.get(node.id);
    if (known !== undefined) return known;
    const form = exprForm(node);
    expressions.set(node.id, form);
    return form;
  };
  const lineOf = (statement: Statement) => lines.get(statement.id) ?? { before: whole, after: whole };

  for (const clause of ir.clauses) runScope(clause.statements);
  return { of, before: (statement) => lineOf(statement).before, after: (statement) => lineOf(statement).after };

  /** The lines of a clause or of an items block: `it` starts at 0. */
  function runScope(statements: readonly Statement[]): void {
    let known: boolean | undefined;
    // Asked by a budget alone, and few clauses have one.
    const mayBeDecided = () => {
      known ??= statements.flatMap(expressionsOf).some((node) => someWithin(node, ({ kind }) => kind === 'ceiling'));
      return known;
    };
    runStatements(statements, whole, mayBeDecided);
  }

  function runStatements(statements: readonly Statement[], start: Form, mayBeDecided: () => boolean): Form {
    let it = start;
    for (const statement of statements) {
      const before = it;
      it = joined([it, statementForm(statement, it, mayBeDecided)]);
      lines.set(statement.id, { before, after: it });
    }
    return it;
  }

  function statementForm(statement: Statement, it: Form, mayBeDecided: () => boolean): Form {
    switch (statement.kind) {
      case 'when':
      case 'once':
        return it;
      case 'limit':
        return fraction;
      case 'budget':
        // A decided amount settles before it, with any decimals, and a batch hands in a share.
        return statement.sharing !== 'unlimited' || mayBeDecided() ? fraction : it;
      case 'items':
        runScope(statement.statements);
        // Blocks of item scope hand back shares of any denominator.
        return fraction;
      case 'amount':
        return of(statement.amount);
      case 'adjust':
        return isShareOfIt(statement) ? product([it, of(statement.amount)]) : of(statement.amount);
      case 'cap':
        return asksLedger(statement.scope) ? fraction : of(statement.amount);
      case 'round':
        return { kind: 'fixed', scale: decimalsOf(statement.rounding.step) };
      case 'switch':
        return joined(statement.cases.map((one) => runStatements(one.statements, it, mayBeDecided)));
    }
  }

  function exprForm(node: Expr): Form {
    switch (node.kind) {
      case 'literal':
        return node.type.kind === 'date' || node.type.kind === 'boolean' ? whole : fixedForm(decimalsOf(node.value));
      case 'fact':
        return fieldForm(fields(node.owner, node.field));
      case 'dated':
        return node.at === 'period' ? fraction : fieldForm(fields(undefined, node.field));
      case 'add':
      case 'extreme':
        return joined(node.operands.map(of));
      case 'subtract':
        return joined([of(node.left), of(node.right)]);
      case 'multiply':
        return product([of(node.left), of(node.right)]);
      case 'divide':
      case 'growth':
      case 'paid':
      case 'accrual':
        return fraction;
      case 'ceiling':
        return node.base === undefined ? of(node.limit) : product([decidableRate(of(node.limit)), of(node.base)]);
      case 'part':
        return joined([of(node.of), of(node.edge)]);
      case 'steps':
        return node.mode === 'everyPart' ? fraction : of(node.amount);
      case 'choose':
        return joined([
          ...node.rows.map((row) => of(row.value)),
          ...(node.otherwise === undefined ? [] : [of(node.otherwise)]),
        ]);
      case 'bands':
        return joined(node.bands.map((band) => bandForm(node.of, band, of)));
      case 'ladder':
        return node.settlement === 'toppingUp' ? fraction : joined(node.rungs.map((rung) => of(rung.amount)));
      case 'rowCap':
        return joined([of(node.value), of(node.cap)]);
      case 'aggregate':
        return node.of === undefined || node.operation === 'count' ? whole : of(node.of);
      case 'partInOrder':
        return joined([of(node.of), of(node.limit)]);
      case 'clause':
        // What a clause is worth is read from its frames, after decisions that may have any decimals.
        return fraction;
      case 'switch':
        return joined(node.cases.map((one) => of(one.value)));
      default:
        return whole;
    }
  }
}

/** A rate in whose place a decided one may stand. */
export function decidableRate(limit: Form): Form {
  return joined([limit, { kind: 'fixed', scale: ratioScale }]);
}

export function product(forms: readonly Form[]): Form {
  let scale = 0;
  for (const form of forms) {
    if (form.kind === 'fraction') return fraction;
    scale += form.scale;
  }
  return fixedForm(scale);
}

/** Scale of a fact: what the door lets through for its type, and no less than its declared bounds and published values need. */
export function fieldForm(field: FieldIr): Form {
  const form = fieldForms.get(field) ?? inferFieldForm(field);
  fieldForms.set(field, form);
  return form;
}

/** Every use of a fact asks. */
const fieldForms = new WeakMap<FieldIr, Form>();

function inferFieldForm(field: FieldIr): Form {
  const versions = (field.versions ?? []).map(({ value }) => value);
  const published = [...Object.values(field.published ?? {}), ...versions];
  const written = [field.low, field.high, ...published].filter((text) => text !== undefined);
  return {
    kind: 'fixed',
    scale: Math.max(
      typeScale(field.type),
      ...written.filter((text) => field.type.kind !== 'date' || !text.includes('-')).map(decimalsOf),
    ),
  };
}

function typeScale(type: TypeIr): number {
  if (isRatio(type)) return ratioScale;
  switch (type.kind) {
    case 'money':
      return moneyScale;
    case 'number':
    case 'quantity':
    case 'duration':
    case 'compound':
      return figureScale;
    default:
      return 0;
  }
}

/** The form in which a band's part of the key is taken. */
export function bandKeyForm(key: Expr, band: BandIr, of: Forms['of']): Form {
  return joined([of(key), of(band.lower), ...(band.upper === undefined ? [] : [of(band.upper)])]);
}

/** The form of what a band comes to: its rate times its part of the key, and no narrower than its cap. */
export function bandForm(key: Expr, band: BandIr, of: Forms['of']): Form {
  const share = product([of(band.rate), bandKeyForm(key, band, of)]);
  return band.cap === undefined ? share : joined([share, of(band.cap)]);
}

/** Looks a field up by owner list (undefined: the subject) and id. */
export function fieldIndex(ir: PolicyIr): (owner: string | undefined, id: string) => FieldIr {
  const byOwner = new Map<string | undefined, Map<string, FieldIr>>();
  byOwner.set(undefined, new Map(ir.fields.map((field) => [field.id, field])));
  for (const list of ir.lists) byOwner.set(list.id, new Map(list.fields.map((field) => [field.id, field])));
  return (owner, id) => {
    const found = byOwner.get(owner)?.get(id);
    if (found === undefined) throw new Error(`the IR reads a fact it does not declare: ${JSON.stringify([owner, id])}`);
    return found;
  };
}
