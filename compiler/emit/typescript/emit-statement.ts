import type {
  Adjust,
  Amount,
  Budget,
  Cap,
  Items,
  Round,
  ScopeIr,
  Statement,
  SwitchStatement,
  When,
} from '../../../runtime/ir.ts';
import { cutCode, emitLimit, emitOnce } from './emit-limit.ts';
import { arithmetic, converted, emitExpression, emitForTrace, emitNumber, expressionFunction } from './expressions.ts';
import { bigintLiteral, integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, line, type ModuleWriter, nested, writeFunction } from './module-writer.ts';
import { type Form, fraction, whole } from './scale.ts';
import { typed } from './type-syntax.ts';

/** Writes a function that runs the lines of a clause or an items block and gives `it` after the last of them. */
export function linesFunction(writer: ModuleWriter, name: string, statements: readonly Statement[]): string {
  return writeFunction(writer, name, `s${typed(core(writer, 'Lines'))}`, core(writer, 'Fraction'), (block) => {
    emitStatements(writer, block, statements);
    placeFirst(block);
    const last = statements.at(-1);
    return itAs(writer, last === undefined ? whole : writer.forms.after(last), fraction);
  });
}

/** Names the place where some line reads it: an unused name would be a warning in the code of others. */
function placeFirst(block: Block): void {
  if (block.lines.some((text) => /\(c[,)]/.test(text))) block.lines.unshift(`${block.indent}const c = s.place;`);
}

function emitStatements(writer: ModuleWriter, block: Block, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (block.budget.left <= 0) line(block, `${statementFunction(writer, statement)}(s);`);
    else emitStatement(writer, block, statement);
  }
}

function statementFunction(writer: ModuleWriter, statement: Statement): string {
  return writeFunction(
    writer,
    `line${integerLiteral(statement.id)}`,
    `s${typed(core(writer, 'Lines'))}`,
    'void',
    (block) => {
      emitStatement(writer, block, statement);
      placeFirst(block);
      return undefined;
    },
  );
}

/** Conditions always run; other lines only while the gate is not false. */
function emitStatement(writer: ModuleWriter, block: Block, statement: Statement): void {
  block.budget.left -= 1;
  const _id = integerLiteral(statement.id);
  const isConditional = holdsCondition(statement);
  line(block, isConditional ? '{' : `if (${core(writer, 'isOpen')}(s)) {`);
  // Asking the gate may rest on a reading of the policy's own; it is asked of every line but a condition.
  if (statement.kind === 'switch' && isConditional) line(nested(block), `${core(writer, 'isOpen')}(s);`);
  emitEffect(writer, nested(block), statement);
  const passed = isConditional ? undefined : widened(writer, statement);
  if (passed !== undefined) {
    line(block, '} else {');
    line(nested(block), passed);
  }
  line(block, '}');
}

function emitEffect(writer: ModuleWriter, block: Block, statement: Statement): void {
  const emitter = effects[statement.kind] as (writer: ModuleWriter, block: Block, statement: Statement) => void;
  emitter(writer, block, statement);
}

const effects: {
  readonly [K in Statement['kind']]: (
    writer: ModuleWriter,
    block: Block,
    statement: Extract<Statement, { kind: K }>,
  ) => void;
} = {
  when: emitWhen,
  items: emitItems,
  amount: emitAmount,
  adjust: emitAdjust,
  cap: emitCap,
  round: emitRound,
  budget: emitBudget,
  once: emitOnce,
  limit: emitLimit,
  switch: emitSwitch,
};

// ── `it` ─────────────────────────────────────────────────────────────────────

/** The amount so far, in another form than it stands in. */
export function itAs(writer: ModuleWriter, from: Form, to: Form): string {
  return converted(writer, from.kind === 'fixed' ? 's.fixed' : 's.fraction', from, to);
}

/** Brings `it` from the form before a line to the form after it; undefined where they are the same. */
function widened(writer: ModuleWriter, statement: Statement): string | undefined {
  return widening(writer, writer.forms.before(statement), writer.forms.after(statement));
}

function widening(writer: ModuleWriter, from: Form, to: Form): string | undefined {
  if (from.kind === to.kind && (from.kind === 'fraction' || to.kind === 'fraction' || from.scale === to.scale))
    return undefined;
  return `s.${to.kind} = ${itAs(writer, from, to)};`;
}

/** The constant that says how `it` is held after a line. */
function slot(writer: ModuleWriter, form: Form): string {
  if (form.kind === 'fraction') return core(writer, 'fractionSlot');
  const name = `scale${integerLiteral(form.scale)}`;
  core(writer, 'fixedSlot');
  writer.slots.set(name, `const ${name} = fixedSlot(${integerLiteral(form.scale)});`);
  return name;
}

// ── One line each ────────────────────────────────────────────────────────────

function emitWhen(writer: ModuleWriter, block: Block, statement: When): void {
  const truth = emitExpression(writer, block, statement.condition);
  line(block, `${core(writer, 'whenLine')}(s, ${integerLiteral(statement.id)}, ${truth});`);
}

function emitAmount(writer: ModuleWriter, block: Block, statement: Amount): void {
  const form = writer.forms.after(statement);
  const amount = emitNumber(writer, block, statement.amount, form);
  line(block, `${core(writer, 'amountLine')}(s, ${slot(writer, form)}, ${integerLiteral(statement.id)}, ${amount});`);
}

/** The line's own condition decides first whether its amount is computed at all. */
function emitAdjust(writer: ModuleWriter, block: Block, statement: Adjust): void {
  const id = integerLiteral(statement.id);
  const form = writer.forms.after(statement);
  line(block, `const it${id} = ${itAs(writer, writer.forms.before(statement), form)};`);
  const truth = statement.condition === undefined ? undefined : emitExpression(writer, block, statement.condition);
  const change = (inside: Block): void => {
    const changed = adjusted(writer, inside, statement, `it${id}`);
    line(
      inside,
      `${core(writer, 'adjustLine')}(s, ${slot(writer, form)}, ${id}, it${id}, ${changed}, ${truth ?? 'undefined'});`,
    );
  };
  if (truth === undefined) {
    change(block);
    return;
  }
  line(block, `if (${truth}.truth === "false") {`);
  line(nested(block), `${core(writer, 'setLine')}(s, ${slot(writer, form)}, ${id}, it${id}, { truth: ${truth} });`);
  line(block, '} else {');
  change(nested(block));
  line(block, '}');
}

function adjusted(writer: ModuleWriter, block: Block, statement: Adjust, it: string): string {
  const form = writer.forms.after(statement);
  const numbers = arithmetic(writer, form);
  const amount = (): string => emitNumber(writer, block, statement.amount, form);
  switch (statement.operation) {
    case 'raise':
    case 'lower':
      return `${numbers}.notBelowZero(${raised(writer, block, statement)})`;
    case 'add':
      return `${numbers}.notBelowZero(${numbers}.add([${it}, ${amount()}]))`;
    case 'less':
      return `${numbers}.partOver(${it}, ${amount()})`;
    case 'floor':
      return `${numbers}.highest([${it}, ${amount()}])`;
  }
}

/** it × (1 + rate), it × (1 − rate): the scales of both add up to the form after the line. */
function raised(writer: ModuleWriter, block: Block, statement: Adjust): string {
  const { amount, operation } = statement;
  const before = writer.forms.before(statement);
  const form = writer.forms.after(statement);
  const rateForm = form.kind === 'fraction' ? fraction : writer.forms.of(amount);
  const rate = emitNumber(writer, block, amount, rateForm);
  const numbers = arithmetic(writer, rateForm);
  const one =
    rateForm.kind === 'fixed'
      ? `${core(writer, 'knownFixed')}(${bigintLiteral(10n ** BigInt(rateForm.scale))})`
      : core(writer, 'oneFraction');
  const it = form.kind === 'fraction' ? itAs(writer, before, fraction) : itAs(writer, before, before);
  const factor = operation === 'raise' ? `add([${one}, ${rate}])` : `partOver(${one}, ${rate})`;
  return `${numbers}.multiply(${it}, ${numbers}.${factor})`;
}

function emitCap(writer: ModuleWriter, block: Block, statement: Cap): void {
  const form = writer.forms.after(statement);
  const cap = emitNumber(writer, block, statement.amount, form);
  const it = itAs(writer, writer.forms.before(statement), form);
  const rest = `${scopeCode(statement.scope)}, ${statement.allOrNothing}${cutCode(writer, statement.cut)}`;
  line(
    block,
    `${core(writer, 'capLine')}(s, ${slot(writer, form)}, ${integerLiteral(statement.id)}, ${it}, ${cap}, ${rest});`,
  );
}

export function scopeCode({ per, fact, shared, window }: ScopeIr): string {
  const span =
    window.kind === 'years'
      ? `kind: "years", years: ${integerLiteral(window.years)}`
      : `kind: ${stringLiteral(window.kind)}`;
  const sharers = `${fact === undefined ? '' : `, fact: ${stringLiteral(fact)}`}${shared === true ? ', shared: true' : ''}`;
  return `{ per: ${stringLiteral(per)}${sharers}, window: { ${span} } }`;
}

function emitRound(writer: ModuleWriter, block: Block, statement: Round): void {
  const form = writer.forms.after(statement);
  const { mode, step } = statement.rounding;
  const it = itAs(writer, writer.forms.before(statement), form);
  const rounding = `{ mode: ${stringLiteral(mode)}, step: ${stringLiteral(step)} }`;
  line(
    block,
    `${core(writer, 'roundLine')}(s, ${slot(writer, form)}, ${integerLiteral(statement.id)}, ${it}, ${rounding});`,
  );
}

/** The clause's own lines end before a pool; its amount is computed for the trace alone. */
function emitBudget(writer: ModuleWriter, block: Block, statement: Budget): void {
  const id = integerLiteral(statement.id);
  const form = writer.forms.after(statement);
  const before = writer.forms.before(statement);
  const closed = `${core(writer, 'closeLines')}(s, ${itAs(writer, before, fraction)})`;
  line(block, form.kind === 'fraction' ? `const closed${id} = ${closed};` : `${closed};`);
  emitForTrace(writer, block, statement.amount);
  for (const { by } of statement.order?.keys ?? []) emitForTrace(writer, block, by);
  const it = form.kind === 'fraction' ? `closed${id}` : itAs(writer, before, form);
  line(
    block,
    `${core(writer, 'budgetLine')}(s, ${slot(writer, form)}, ${id}, ${it}, ${stringLiteral(statement.sharing)});`,
  );
}

function emitItems(writer: ModuleWriter, block: Block, statement: Items): void {
  const id = integerLiteral(statement.id);
  const parts = [`node: ${id}`, `list: ${stringLiteral(statement.list)}`];
  if (statement.on !== undefined) parts.push(`on: ${stringLiteral(statement.on)}`);
  if (statement.where !== undefined) parts.push(`where: ${expressionFunction(writer, statement.where)}`);
  parts.push(`code: ${linesFunction(writer, `items${id}`, statement.statements)}`);
  line(block, `${core(writer, 'itemsLine')}(s, { ${parts.join(', ')} });`);
}

/** A switch that holds conditions runs even when the gate is false, so that its failures are told. */
function emitSwitch(writer: ModuleWriter, block: Block, statement: SwitchStatement): void {
  const id = integerLiteral(statement.id);
  const reading = stringLiteral(statement.reading);
  line(block, `const choice${id} = ${core(writer, 'choiceOf')}(c, ${reading});`);
  let opening = '';
  for (const one of statement.cases) {
    line(block, `${opening}if (choice${id} === ${stringLiteral(one.choice)}) {`);
    const inside = nested(block);
    emitStatements(writer, inside, one.statements);
    const last = one.statements.at(-1);
    const end = last === undefined ? writer.forms.before(statement) : writer.forms.after(last);
    const widen = widening(writer, end, writer.forms.after(statement));
    if (widen !== undefined) line(inside, widen);
    opening = '} else ';
  }
  line(block, `} else throw ${core(writer, 'noCase')}(${reading});`);
}

function holdsCondition(statement: Statement): boolean {
  if (statement.kind === 'switch') return statement.cases.some((one) => one.statements.some(holdsCondition));
  return statement.kind === 'when' || statement.kind === 'once';
}
