import type { Scope } from '../ast.ts';
import type { Doc } from './layout.ts';
import { declaredAs, space } from './name-forms.ts';
import { type Printer, referred, spaced, synonym, word } from './printer.ts';

/** `per company per year` · 每家 企业 每年. */
export function printScopes(printer: Printer, scopes: readonly Scope[]): Doc {
  return spaced(...scopes.map((scope) => printScope(printer, scope)));
}

export function printScope(printer: Printer, scope: Scope): Doc {
  switch (scope.kind) {
    case 'PerSubject':
      return spaced(perWord(printer, scope), referred(printer, scope.name, ownersOf(printer, scope)));
    case 'PerYear':
      return word(printer, 'perYear');
    case 'Ever':
      return word(printer, 'ever');
    case 'WhileInForce':
      return word(printer, 'whileInForce');
    case 'OverYears':
      return printer.english
        ? spaced(word(printer, 'over'), `${scope.years}`, word(printer, 'years'))
        : `${word(printer, 'consecutive')}${scope.years}${word(printer, 'years')}`;
  }
}

/** The synonyms of 每个 that fit an applicant: 每家 企业, 每名 个人. */
const classifiers = { firm: 2, person: 5 } as const;

function perWord(printer: Printer, { name }: Extract<Scope, { kind: 'PerSubject' }>): string {
  if (printer.english) return word(printer, 'per');
  const [owner] = declaredAs(printer.names, name.text, [space.owners]);
  const isSubject = owner !== undefined && !printer.names.spaces.has(space.fieldsOf(owner.id));
  if (!isSubject) return word(printer, 'each');
  return synonym(printer, 'each', /[人者员員生]$/.test(owner.zh ?? owner.id) ? classifiers.person : classifiers.firm);
}

/** What several applicants share may be a fact: `per group`. */
function ownersOf(printer: Printer, { name }: Extract<Scope, { kind: 'PerSubject' }>): readonly string[] {
  const isOwner = declaredAs(printer.names, name.text, [space.owners]).length > 0;
  return [isOwner ? space.owners : space.values];
}
