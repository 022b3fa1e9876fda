/** From the text of a request to the text of an answer: the reader of plain texts, the columnar code, the writer of results; all else by the door. */
import { jsonAssessor } from '../../../runtime/columnar/json/json-assessor.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { assessedYear } from '../../companies/five-facts.ts';
import { columnarPolicy } from './columnar.ts';
import { emittedPolicy } from './emitted.ts';

/** Texts that the door refuses throw. */
export async function assessTexts(): Promise<(text: string) => string> {
  const { assess, schema } = await emittedPolicy();
  const { ir, layout, assessColumns } = await columnarPolicy('json');
  const module = { ir, layout, assess: assessColumns };
  const answer = jsonAssessor(module, periodOfYear(assessedYear), { schema, evaluate: assess });
  return (text) => {
    const { json, diagnostics } = answer(text);
    if (json === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
    return json;
  };
}
