/** A policy with some of its figures set anew, as a text that adapts it would set them. R23. */
import { type Compilation, compile } from '../compiler/compile.ts';
import type { FigureNode } from '../compiler/sharing/figure-paths.ts';
import { figuresAt, rootsAt } from '../compiler/sharing/find-path.ts';
import { digestOf } from '../compiler/sharing/text-digest.ts';
import { declarationsOf } from '../compiler/walk.ts';
import { type Bilingual, hasErrors, make } from '../diagnostics/diagnostic.ts';
import { FigureSettingForm } from '../diagnostics/programme-simulate.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import { quotedName } from '../grammar/print/quoting.ts';
import { nameForms, printExpression, printLine } from '../grammar/print.ts';
import type { PolicyIr } from '../runtime/ir.ts';
import type { Host } from './host.ts';
import type { LoadedPolicy } from './load-policy.ts';
import { policyTexts } from './policy-texts.ts';
import { FoundProblems } from './problems.ts';

/** A figure before and after, as the policy's language writes it. */
export interface FigureChange {
  readonly path: string;
  readonly was?: Bilingual;
  readonly now?: Bilingual;
}

export interface ChangedPolicy {
  readonly policy: LoadedPolicy;
  readonly changes: readonly FigureChange[];
}

const place = { path: '--set' };
const baseName = 'base.policy';

/** `settings`: `PATH=FIGURE`. What cannot be set ends the verb, with the paths that can. */
export function changedPolicy(
  host: Host,
  file: string,
  base: LoadedPolicy,
  settings: readonly string[],
): ChangedPolicy {
  if (settings.length === 0) return { policy: base, changes: [] };
  const set = settings.map(settingOf);
  const texts = policyTexts(host, file);
  const source = { file: place.path, text: adaptingText(base.compilation, set) };
  const compilation = compile(source, {
    load: (path, from) =>
      from === source.file && path === baseName ? { file, text: base.source.text } : texts(path, from),
  });
  const { ir, origins, diagnostics } = compilation;
  if (ir === undefined || origins === undefined || hasErrors(diagnostics))
    throw new FoundProblems(
      diagnostics.filter(({ severity }) => severity === 'error'),
      compilation.source,
      true,
    );
  const policy = { source: compilation.source, compilation, ir: ofBase(ir, base.ir), origins };
  return { policy, changes: set.map(({ path }) => changeAt(path, base.compilation.file, compilation.file)) };
}

function settingOf(text: string): { readonly path: string; readonly value: string } {
  const at = text.indexOf('=');
  const path = text.slice(0, Math.max(at, 0)).trim();
  const value = text.slice(at + 1).trim();
  // A line feed would begin another change than the one that is told.
  if (path === '' || value === '' || /[\p{Cc}『』]/u.test(text))
    throw new FoundProblems([make(FigureSettingForm, place, { text })], undefined, true);
  return { path, value };
}

/** Anchors and examples speak of the figures that stand, so neither is asked for here. */
function adaptingText({ file, source }: Compilation, set: readonly { path: string; value: string }[]): string {
  const term = declarationsOf(file, 'PolicyHead')
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === 'InForceLine')
    .map((line) => `  ${printLine(line, { language: 'en' })}`);
  const changes = set.map(({ path, value }) => `set ${quotedName(path)} = ${value}`);
  const head = `policy simulated_changes adapts "${baseName}" digest "${digestOf(source.text)}" {`;
  return [head, ...term, '}', 'omit touched examples', ...changes, ''].join('\n');
}

/** What belongs to the document stays the base's: its awards are this policy's own, past ones too. */
function ofBase(changed: PolicyIr, { id, names, title, interpretedBy, continues, remarks }: PolicyIr): PolicyIr {
  return {
    ...changed,
    id,
    names,
    remarks,
    ...(title === undefined ? {} : { title }),
    ...(interpretedBy === undefined ? {} : { interpretedBy }),
    ...(continues === undefined ? {} : { continues }),
  };
}

function changeAt(path: string, before: PolicyFile, after: PolicyFile): FigureChange {
  const was = figureText(before, path);
  const now = figureText(after, path);
  return { path, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
}

/** A version of a parameter that is published only now has no figure before. */
function figureText(file: PolicyFile, path: string): Bilingual | undefined {
  const [rooted] = rootsAt(file, path).filter(({ root }) => root.kind !== 'FactsDeclaration');
  const found = rooted === undefined ? undefined : figuresAt(file, rooted);
  return found?.kind === 'found' ? shownFigure(found.figures[0]!.node, file) : undefined;
}

export function shownFigure(node: FigureNode, file: PolicyFile): Bilingual {
  if (node.kind === 'OverYears') return { zh: `${node.years}年`, en: `${node.years} years` };
  const names = nameForms(file);
  return {
    zh: printExpression(node, { language: 'zh', names }),
    en: printExpression(node, { language: 'en', names }),
  };
}
