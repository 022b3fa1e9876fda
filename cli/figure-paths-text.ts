/** The figures of a policy that can be set, for a terminal. */
import { namedIn, pathsIn } from '../compiler/sharing/find-path.ts';
import type { Language } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/span.ts';
import { nameForms, printDeclarationHeader } from '../grammar/print.ts';
import { textTable } from '../programme/outputs/text-table.ts';
import { shownFigure } from './changed-policy.ts';
import type { LoadedPolicy } from './load-policy.ts';

/** Every path that `--set` takes, by declaration, with the figure that stands there and its line in the text. */
export function figurePathsText({ compilation }: LoadedPolicy, language: Language): string {
  const { file, source } = compilation;
  const names = nameForms(file);
  const blocks = namedIn(file).flatMap((declaration) => {
    const rows = pathsIn(declaration, names).map(({ path, figure: { node } }) => {
      const { source: text, line } = placeAt(source, node.span.start);
      return [path[language], shownFigure(node, file)[language], `${text.file}:${line}`] as const;
    });
    return rows.length === 0 ? [] : [{ title: printDeclarationHeader(declaration, { language, names }), rows }];
  });
  const lines = blocks.flatMap(({ title, rows }) => ['', title, textTable(rows, 3)]);
  return `${lines.slice(1).join('\n')}\n`;
}
