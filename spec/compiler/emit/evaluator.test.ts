import { compile } from '../../../compiler/compile.ts';
import { emitTypeScript } from '../../../compiler/emit/typescript/emit.ts';
import { golden } from '../../testing/golden.ts';

golden('spec/compiler/emit/policies', 'golden.ts', (text, file) => {
  const { ir, origins, diagnostics } = compile({ file, text });
  if (ir === undefined || origins === undefined)
    throw new Error(diagnostics.map((found) => found.message.en).join('\n'));
  return emitTypeScript(ir, origins)
    .filter(({ path }) => !path.endsWith('.tables.ts'))
    .map(({ path, content }) => `// ${path}\n${content}`)
    .join('\n');
});
