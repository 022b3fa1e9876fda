/** Text to tree, with all that the text takes from others. */
import { collector, type Diagnostic, hasErrors, type Report, repeat } from '../../diagnostics/diagnostic.ts';
import {
  DigestDiffers,
  DigestMissing,
  LinkedInCircle,
  LinkedTextHasErrors,
  LinkedTextMissing,
  TooMuchLinked,
} from '../../diagnostics/linked-texts.ts';
import { AmendmentWithoutBase } from '../../diagnostics/sharing.ts';
import type { LinkedSource, Source, Span } from '../../diagnostics/span.ts';
import type { CitesLine, LinkedPath, Name, PolicyFile } from '../../grammar/ast.ts';
import type { LinkedNames, LinkedText } from '../../grammar/linked-texts.ts';
import { parse } from '../../grammar/parse.ts';
import { analyse } from '../analyse.ts';
import type { Names } from '../resolve/names.ts';
import { formsOf } from '../resolve/symbol.ts';
import { declarationsOf, everyLine } from '../walk.ts';
import { adapt } from './adapt.ts';
import { namedIn } from './find-path.ts';
import { type Import, importNames, lentBy, prefixed } from './import-names.ts';
import { type Loading, loadText, type TextProblem } from './load-text.ts';
import { shiftDiagnostic, shiftSpans } from './shift-spans.ts';
import { digestOf } from './text-digest.ts';
import { namesIn } from './tree-nodes.ts';

/** A text that the policy takes from, read and checked by itself, where it stands in the row of offsets. */
export interface CheckedText {
  readonly file: PolicyFile;
  readonly names: Names;
  /** Its own place; what it takes from others stands behind. */
  readonly stretch: Span;
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
  readonly failed: boolean;
}

export interface TakenText extends LinkedSource {
  readonly role: 'base' | 'import';
  /** The policy that the text is; a text of shared figures need not be one. */
  readonly policy?: Name;
}

export interface ReadPolicy {
  /** What the text says itself. */
  readonly own: PolicyFile;
  /** With all that it takes: a policy that stands alone. */
  readonly file: PolicyFile;
  readonly source: Source;
  /** Lines of the base that stand with other figures, and where these are set. */
  readonly changed: ReadonlyMap<object, Span>;
  /** What the clauses and blocks of the base cite in its document, by id. */
  readonly cited: ReadonlyMap<string, CitesLine>;
  /** By `start`. */
  readonly texts: readonly TakenText[];
  /** Told of the texts themselves when they are checked, and not to be told again here. */
  readonly told: ReadonlySet<string>;
  /** Something that it takes from is not to be had, so that nothing more can be said. */
  readonly failed: boolean;
}

/** Mistakes of the text go to `tell`; what is wrong with what it takes goes to `report`. */
export function readPolicy(source: Source, loading: Loading, tell: Report, report: Report = tell): ReadPolicy {
  const reading: Reading = { source, loading, texts: new Map(), linked: [], end: source.text.length + 1 };
  const own = parse(source, tell, (texts) => lend(reading, texts));
  const [head] = declarationsOf(own, 'PolicyHead');
  if (head?.adapts === undefined && own.imports === undefined) return alone(own, source, report);
  const base = head?.adapts === undefined ? undefined : taken(reading, head.adapts, 'base', report);
  if (head?.adapts !== undefined) checkDigest(reading, head.adapts, true, report);
  const imports = (own.imports ?? []).flatMap((declaration): readonly Import[] => {
    const text = taken(reading, declaration, 'import', report);
    checkDigest(reading, declaration, false, report);
    return text === undefined ? [] : [{ declaration, text }];
  });
  const read = {
    own,
    source: { ...source, linked: reading.linked },
    texts: reading.linked,
    changed: new Map(),
    cited: base === undefined ? new Map() : citedIn(base.file),
    told: toldOf(reading),
  };
  const isWhole =
    imports.length === (own.imports ?? []).length && (base === undefined) === (head?.adapts === undefined);
  if (!isWhole) return { ...read, file: own, failed: true };
  const { declarations, lost } = importNames(own, imports, report);
  const adapted = base === undefined ? undefined : adapt(own, base, report);
  if (adapted === undefined) tellAmendments(own, report);
  const { imports: _, ...rest } = own;
  const whole = adapted?.file ?? rest;
  const known = new Set(namedIn(whole).map(({ name }) => name.id));
  const file: PolicyFile = {
    ...whole,
    declarations: [...whole.declarations, ...declarations.filter(({ name }) => !known.has(name.id))],
    lost: new Set([...(whole.lost ?? []), ...lost]),
  };
  return { ...read, file, changed: adapted?.changed ?? new Map(), failed: false };
}

function alone(own: PolicyFile, source: Source, report: Report): ReadPolicy {
  tellAmendments(own, report);
  return { own, file: own, source, texts: [], changed: new Map(), cited: new Map(), told: new Set(), failed: false };
}

function tellAmendments({ amendments = [] }: PolicyFile, report: Report): void {
  const [first] = amendments;
  if (first !== undefined) report(AmendmentWithoutBase, { span: first.span }, {});
}

function citedIn(file: PolicyFile): ReadonlyMap<string, CitesLine> {
  const cited = new Map<string, CitesLine>();
  for (const { name, lines } of declarationsOf(file, 'ClauseDeclaration')) {
    const cites = everyLine(lines).find((line) => line.kind === 'CitesLine');
    if (cites !== undefined) cited.set(name.id, cites);
  }
  for (const { name, cites } of declarationsOf(file, 'BlockDeclaration'))
    if (cites !== undefined) cited.set(name.id, cites);
  return cited;
}

// ── Texts ────────────────────────────────────────────────────────────────────

interface Reading {
  readonly source: Source;
  readonly loading: Loading;
  /** By the path as written. */
  readonly texts: Map<string, CheckedText | TextProblem>;
  readonly linked: TakenText[];
  /** Where the next text will stand. */
  end: number;
}

function lend(reading: Reading, texts: readonly LinkedText[]): LinkedNames {
  const names: string[] = [];
  const units: string[] = [];
  for (const { kind, path, prefixes } of texts) {
    const text = textAt(reading, path, kind === 'adapts' ? 'base' : 'import');
    if ('problem' in text) continue;
    if (kind === 'adapts') {
      for (const name of namesIn(text.file)) names.push(...formsOf(name));
      for (const { name } of declarationsOf(text.file, 'UnitDeclaration')) units.push(...formsOf(name));
      continue;
    }
    const [id = '', zh, hant] = prefixes;
    const prefix = { kind: 'Name', span: text.stretch, id, ...(zh && { zh }), ...(hant && { hant }) } as const;
    for (const declaration of lentBy(text)) {
      const forms = formsOf(prefixed(prefix, declaration.name));
      names.push(...forms);
      if (declaration.kind === 'UnitDeclaration') units.push(...forms);
    }
  }
  return { names, units };
}

function textAt(reading: Reading, path: string, role: TakenText['role']): CheckedText | TextProblem {
  const known = reading.texts.get(path);
  if (known !== undefined) return known;
  const loaded = loadText(reading.loading, path);
  const text = 'problem' in loaded ? loaded : checked(reading, loaded, role);
  reading.texts.set(path, text);
  return text;
}

/** Reads and checks a text in its own right, and moves it behind what stands there already. */
function checked(reading: Reading, source: Source, role: TakenText['role']): CheckedText {
  const { report, diagnostics } = collector();
  const { loading } = reading;
  const read = readPolicy(source, { ...loading, chain: [...loading.chain, source.file] }, report);
  const start = reading.end;
  const later = collector();
  const file = shiftSpans(read.file, start);
  const { names } = analyse(file, read.failed ? () => undefined : later.report, diagnostics);
  const found = [...diagnostics.map((one) => shiftDiagnostic(one, start)), ...later.diagnostics];
  const policy = declarationsOf(read.own, 'PolicyHead')[0]?.name;
  reading.linked.push({ start, source: { file: source.file, text: source.text }, role, ...(policy && { policy }) });
  for (const inner of read.texts) reading.linked.push({ ...inner, start: start + inner.start });
  const last = reading.linked.at(-1)!;
  reading.end = last.start + last.source.text.length + 1;
  const stretch = { start, end: start + source.text.length };
  return { file, names, stretch, source, diagnostics: found, failed: read.failed || hasErrors(found) };
}

/** The text of a path, told where it is not to be had; one with errors is told with them. */
function taken(
  reading: Reading,
  { path }: LinkedPath,
  role: TakenText['role'],
  report: Report,
): CheckedText | undefined {
  const text = textAt(reading, path.value, role);
  if ('problem' in text) {
    tellProblem(text, path, report);
    return undefined;
  }
  if (!text.failed) return text;
  report(LinkedTextHasErrors, { span: path.span }, { path: text.source.file });
  for (const found of text.diagnostics) if (found.severity === 'error') repeat(report, found);
  return undefined;
}

function tellProblem(found: TextProblem, { span, value: path }: LinkedPath['path'], report: Report): void {
  switch (found.problem) {
    case 'circle':
      report(LinkedInCircle, { span }, { chain: found.chain });
      return;
    case 'tooMany':
    case 'tooDeep':
    case 'tooLong':
      report(TooMuchLinked, { span }, { what: found.problem, limit: found.limit });
      return;
    case 'noTexts':
      report(LinkedTextMissing, { span }, { path, problem: 'noTexts', reason: '' });
      return;
    default:
      report(LinkedTextMissing, { span }, { path, problem: found.problem, reason: found.reason ?? '' });
  }
}

/** R23: the base is pinned by the digest of its text; an import may be. */
function checkDigest(reading: Reading, { path, digest }: LinkedPath, isRequired: boolean, report: Report): void {
  const text = reading.texts.get(path.value);
  if (text === undefined || 'problem' in text) return;
  const actual = digestOf(text.source.text);
  if (digest === undefined) {
    if (isRequired) report(DigestMissing, { span: path.span }, { digest: actual });
  } else if (digest.value.toLowerCase() !== actual)
    report(DigestDiffers, { span: digest.span }, { path: text.source.file, pinned: digest.value, digest: actual });
}

function toldOf({ texts }: Reading): ReadonlySet<string> {
  return new Set([...texts.values()].flatMap((text) => ('problem' in text ? [] : text.diagnostics.map(keyOf))));
}

/** One finding at one place. */
export function keyOf({ code, span }: { readonly code: string; readonly span?: Span | undefined }): string {
  return `${code} ${span?.start} ${span?.end}`;
}
