import type { BandIr, BandsExpr, Expr } from '../../../runtime/ir.ts';
import { arithmetic, converted, emitExpression, emitNumber, keepNumber } from './expressions.ts';
import { integerLiteral } from './literal.ts';
import { type Block, line, type ModuleWriter } from './module-writer.ts';
import { bandForm, bandKeyForm, type Form, fraction } from './scale.ts';

/** R17, marginal: what each band comes to, kept under its id, and their sum. */
export function bands(writer: ModuleWriter, block: Block, node: BandsExpr): string {
  const of = emitExpression(writer, block, node.of);
  const sumForm = writer.forms.of(node);
  const shares = node.bands.map((band) => {
    const form = bandForm(node.of, band, writer.forms.of);
    const name = `band${integerLiteral(band.id)}`;
    const share = bandCall(writer, block, node.of, of, band, form);
    line(block, `const ${name} = ${keepNumber(writer, band.id, form, share)};`);
    return converted(writer, name, form, sumForm);
  });
  return `${arithmetic(writer, sumForm)}.add([${shares.join(', ')}])`;
}

/** Edges come at the scale of the key, the rate at what is left of the band's: then rate × part and cap meet at one scale. */
function bandCall(writer: ModuleWriter, block: Block, key: Expr, of: string, band: BandIr, form: Form): string {
  const keyForm = bandKeyForm(key, band, writer.forms.of);
  const isFixed = form.kind === 'fixed' && keyForm.kind === 'fixed';
  const edgeForm = isFixed ? keyForm : fraction;
  const rateForm: Form = isFixed ? { kind: 'fixed', scale: form.scale - keyForm.scale } : fraction;
  const lower = emitNumber(writer, block, band.lower, edgeForm);
  const upper = band.upper === undefined ? 'undefined' : emitNumber(writer, block, band.upper, edgeForm);
  const rate = emitNumber(writer, block, band.rate, rateForm);
  const cap = band.cap === undefined ? [] : [emitNumber(writer, block, band.cap, form)];
  const amount = converted(writer, of, writer.forms.of(key), edgeForm);
  return `${arithmetic(writer, form)}.band(${[amount, lower, upper, rate, ...cap].join(', ')})`;
}
