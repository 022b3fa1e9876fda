import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  ConflictWithoutKey,
  MemberNotPerItem,
  MemberTwice,
  MemberWithoutAmount,
  OneMember,
  ScopesContradict,
} from '../../diagnostics/rules.ts';
import type { BlockDeclaration } from '../../grammar/ast.ts';
import { bothNames } from '../resolve/scope.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { wordsForSubject } from './caps.ts';
import { type Analysis, hasUnread, type Rule } from './rule.ts';
import { scopeWords } from './words.ts';

/** R10: what is compared or capped together are at least two clauses with amounts, by a key that all of them have. */
export const blockMembers: Rule = (analysis, report) => {
  for (const declaration of declarationsOf(analysis.file, 'BlockDeclaration')) {
    checkList(analysis, declaration, report);
    checkKey(analysis, declaration, report);
  }
};

function checkList(analysis: Analysis, { block, name, span }: BlockDeclaration, report: Report): void {
  const { names, types } = analysis;
  const seen = new Set<PolicySymbol>();
  for (const member of block.members) {
    const symbol = names.used.get(member);
    if (symbol?.kind !== 'clause') continue;
    if (seen.has(symbol)) report(MemberTwice, { span: member.span }, { clause: member.text });
    else if (types.clauses.get(symbol)?.type === undefined)
      report(MemberWithoutAmount, { span: member.span }, { clause: member.text });
    seen.add(symbol);
  }
  if (block.members.length < 2 && !hasUnread(analysis, span))
    report(OneMember, { span: (block.members[0] ?? name).span }, {});
}

function checkKey(analysis: Analysis, { block, name, span }: BlockDeclaration, report: Report): void {
  const { names } = analysis;
  const keys = block.scopes.filter((scope) => scope.kind === 'PerSubject');
  const [key, second] = keys;
  if (key === undefined) {
    const subject = names.subject?.name;
    if (block.kind === 'ConflictBlock' && !hasUnread(analysis, span))
      report(
        ConflictWithoutKey,
        { span: name.span },
        {
          subject: subject === undefined ? wordsForSubject : bothNames(subject),
        },
      );
    return;
  }
  if (second !== undefined)
    report(ScopesContradict, { span: second.span }, { first: scopeWords(key), second: scopeWords(second) });
  const list = names.used.get(key.name);
  if (list?.kind !== 'list') return;
  for (const member of block.members) {
    const clause = names.used.get(member);
    if (clause?.kind !== 'clause') continue;
    const each = clause.declaration.each;
    if (each === undefined || names.used.get(each.list) !== list)
      report(MemberNotPerItem, { span: member.span }, { clause: member.text, list: key.name.text });
  }
}
