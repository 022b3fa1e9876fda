import { compile } from '../../../compiler/compile.ts';
import { emitSqlQuery } from '../../../compiler/emit/sql/emit.ts';
import { emitSqlTables } from '../../../compiler/emit/sql/tables.ts';
import { golden } from '../../testing/golden.ts';

golden('spec/compiler/emit/policies', 'golden.sql', (text, file) => {
  const { ir, origins, diagnostics } = compile({ file, text });
  if (ir === undefined || origins === undefined)
    throw new Error(diagnostics.map((found) => found.message.en).join('\n'));
  const query = emitSqlQuery(ir, origins, { language: 'en' });
  return `${emitSqlTables(ir, { language: 'en' })}\n${query.text ?? query.diagnostics.map((found) => found.message.en).join('\n')}`;
});
