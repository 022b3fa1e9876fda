/** The text of a new policy that adapts another: nothing is changed yet, and every figure of the base stands ready to be. */
import type { Compilation } from '../../compiler/compile.ts';
import { namedIn, pathsIn } from '../../compiler/sharing/find-path.ts';
import { digestOf } from '../../compiler/sharing/text-digest.ts';
import { declarationsOf, everyLine } from '../../compiler/walk.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { ClauseDeclaration, Declaration, InForceLine } from '../../grammar/ast.ts';
import { quotedText } from '../../grammar/print/printer.ts';
import { quotedName } from '../../grammar/print/quoting.ts';
import {
  nameForms,
  type PrintOptions,
  printDeclarationHeader,
  printExpression,
  printLine,
} from '../../grammar/print.ts';

export interface AdaptedPolicy {
  readonly name: string;
  /** From the new file to the base. */
  readonly path: string;
  readonly base: Compilation;
  readonly language: Language;
}

const introduction: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '只写与原政策不同之处；下面列出原政策的各个数，去掉行首的“//”就可以改。',
    '改了的行要写上新文件的原文「…」。整条改写：替换 条款 …；新的一条：新增 条款 …；不要的：删去 条款 …。',
    '原政策里因此不再可靠的示例，用“替换 示例 …”重写，或删去。',
  ],
  en: [
    'Only what differs from the base is written; its figures are listed below: take off the “//” and change one.',
    'A changed line needs the words of the new source 「…」. A clause anew: replace clause …; one more: new clause …; one less: omit clause ….',
    'Examples of the base that this touches are restated (replace example …) or omitted.',
  ],
};

export function adaptedPolicy({ name, path, base, language }: AdaptedPolicy): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const digest = digestOf(base.source.text);
  const lines = [
    ...introduction[language].map((text) => `// ${text}`),
    '',
    `${say('政策', 'policy')} ${name} ${say('改编', 'adapts')} ${quotedText({ value: path })} ${say('摘要', 'digest')} "${digest}" {`,
    `  // ${say('有效期、全称、解释机关是新文件自己的。', 'Term, title and interpreter are those of the new document.')}`,
    `  ${termOf(base, language)}`,
    '}',
    ...authorities(base, language),
    ...figures(base, language),
  ];
  return `${lines.join('\n')}\n`;
}

function termOf({ file }: Compilation, language: Language): string {
  const lines = declarationsOf(file, 'PolicyHead').flatMap((head) => head.lines);
  const term = lines.find((line): line is InForceLine => line.kind === 'InForceLine');
  return term === undefined ? '' : printLine(term, { language });
}

/** Every body that the base names, to be called otherwise. */
function authorities({ file }: Compilation, language: Language): readonly string[] {
  const bodies = declarationsOf(file, 'ClauseDeclaration').flatMap(({ lines }) =>
    everyLine(lines).flatMap((line) => (line.kind === 'AuthorityLine' ? line.bodies.map(({ value }) => value) : [])),
  );
  if (bodies.length === 0) return [];
  const change = (body: string) =>
    language === 'zh' ? `// 修改 责任 ${body} 为 ${body}` : `// set authority ${body} = ${body}`;
  return ['', ...[...new Set(bodies)].map((value) => change(quotedText({ value })))];
}

/** Every declaration that holds figures or is a clause, with the changes that its figures allow. */
function figures({ file }: Compilation, language: Language): readonly string[] {
  const names = nameForms(file);
  return namedIn(file).flatMap((declaration) => {
    const changes = pathsIn(declaration, names).map(({ path, figure: { node } }) => {
      const value =
        node.kind === 'OverYears'
          ? `${node.years}${language === 'zh' ? '年' : ' years'}`
          : printExpression(node, { language, names });
      const target = quotedName(path[language]);
      return language === 'zh' ? `// 修改 ${target} 为 ${value}` : `// set ${target} = ${value}`;
    });
    if (changes.length === 0 && declaration.kind !== 'ClauseDeclaration') return [];
    return ['', `// ${titleOf(declaration, { language, names })}`, ...changes];
  });
}

function titleOf(declaration: Declaration, options: PrintOptions): string {
  const header = printDeclarationHeader(declaration, options);
  return declaration.kind === 'ClauseDeclaration' ? `${header}${citedBy(declaration, options)}` : header;
}

function citedBy({ lines }: ClauseDeclaration, options: PrintOptions): string {
  const cites = everyLine(lines).find((line) => line.kind === 'CitesLine');
  return cites === undefined ? '' : ` · ${printLine(cites, options)}`;
}
