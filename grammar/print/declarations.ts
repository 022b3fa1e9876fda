import type { Declaration } from '../ast.ts';
import { printBlockDeclaration, printBlockHeader } from './blocks.ts';
import { printClause, printClauseHeader } from './clauses.ts';
import { printExample } from './examples.ts';
import { expressionDoc } from './expressions.ts';
import { printDefinitionHead, printFacts } from './facts.ts';
import { headerOf, printPolicyHead } from './head.ts';
import type { Doc } from './layout.ts';
import { printParameter } from './parameters.ts';
import { anchorsOf, type BuiltRow, type Printer, quotedText, spaced, word } from './printer.ts';
import { raisedParts } from './raised.ts';
import { printReading, printReadingHeader } from './readings.ts';

export function printDeclaration(printer: Printer, declaration: Declaration): BuiltRow {
  switch (declaration.kind) {
    case 'PolicyHead':
      return { content: printPolicyHead(printer, declaration) };
    case 'FactsDeclaration':
      return { content: printFacts(printer, declaration) };
    case 'ParameterDeclaration':
      return { content: printParameter(printer, declaration) };
    case 'UnitDeclaration':
      return { content: declarationHeader(printer, declaration) };
    case 'Definition': {
      const { value, anchors } = declaration;
      const { of, tail } = raisedParts(printer, value);
      const content = [printDefinitionHead(printer, declaration), ' = ', expressionDoc(printer, of), tail];
      return { content, anchors: anchorsOf(anchors) };
    }
    case 'ReadingDeclaration':
      return { content: printReading(printer, declaration) };
    case 'ClauseDeclaration':
      return { content: printClause(printer, declaration) };
    case 'BlockDeclaration':
      return { content: printBlockDeclaration(printer, declaration) };
    case 'ExampleDeclaration':
      return { content: printExample(printer, declaration) };
  }
}

/** What stands before the bracket (or the equals sign) of a declaration. */
export function declarationHeader(printer: Printer, declaration: Declaration): Doc {
  switch (declaration.kind) {
    case 'PolicyHead':
      return headerOf(printer, 'policy', declaration.name);
    case 'FactsDeclaration':
      return headerOf(printer, 'facts', declaration.name);
    case 'ParameterDeclaration':
      return headerOf(printer, 'parameter', declaration.name);
    case 'UnitDeclaration':
      return headerOf(printer, 'unit', declaration.name);
    case 'Definition':
      return printDefinitionHead(printer, declaration);
    case 'ReadingDeclaration':
      return printReadingHeader(printer, declaration);
    case 'ClauseDeclaration':
      return printClauseHeader(printer, declaration);
    case 'BlockDeclaration':
      return printBlockHeader(printer, declaration);
    case 'ExampleDeclaration':
      return spaced(word(printer, 'example'), quotedText(declaration.title));
  }
}
