import { ClauseParser } from './parse-clause.ts';
import {
  AnchorToken,
  ArticleOrdinal,
  Comma,
  DateToken,
  Equals,
  Minus,
  NameToken,
  NumberToken,
  ParagraphOrdinal,
  TextToken,
  words,
} from './tokens.ts';

/** The grammar of what a file takes from others. `replace` and `new` stand before a whole declaration and are taken off it (parse.ts). */
export class SharingParser extends ClauseParser {
  importDeclaration = this.RULE('importDeclaration', () => {
    this.CONSUME(words.import);
    this.CONSUME(TextToken);
    this.CONSUME(words.as);
    this.SUBRULE(this.name);
    this.SUBRULE(this.pinned);
  });

  /** `set art3.cap = A` · 修改 算力券.封顶 为 A; `set authority "X" = "Y"`. */
  changeStatement = this.RULE('changeStatement', () => {
    this.CONSUME(words.set);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.authority);
          this.CONSUME(TextToken);
          this.SUBRULE(this.becomes);
          this.CONSUME(TextToken);
        },
      },
      {
        ALT: () => {
          this.CONSUME(NameToken);
          this.SUBRULE(this.becomes);
          this.SUBRULE(this.changedValue);
        },
      },
    ]);
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  becomes = this.RULE('becomes', () => {
    this.OR([{ ALT: () => this.CONSUME(Equals) }, { ALT: () => this.CONSUME(words.is) }]);
  });

  changedValue = this.RULE('changedValue', () => {
    this.OR([
      { ALT: () => this.CONSUME(DateToken) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(Minus));
          this.SUBRULE(this.literal);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.article);
          this.CONSUME(NumberToken);
          this.OPTION(() => {
            this.CONSUME(words.paragraph);
            this.CONSUME(NumberToken);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(ArticleOrdinal);
          this.OPTION(() => this.CONSUME(ParagraphOrdinal));
        },
      },
      { ALT: () => this.CONSUME(words.closing) },
      { ALT: () => this.CONSUME(words.preamble) },
    ]);
  });

  omission = this.RULE('omission', () => {
    this.CONSUME(words.omit);
    this.OR([
      { ALT: () => this.CONSUME(words.touchedExamples) },
      {
        ALT: () => {
          this.CONSUME(words.example);
          this.CONSUME(TextToken);
          this.MANY(() => {
            this.CONSUME(Comma);
            this.CONSUME(TextToken);
          });
        },
      },
      {
        ALT: () => {
          this.OPTION(() => this.SUBRULE(this.omittedKind));
          this.SUBRULE(this.names);
        },
      },
    ]);
  });

  /** 删去 条款 甲: reads better in Chinese than the bare name; a name is never two things. */
  omittedKind = this.RULE('omittedKind', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.clause) },
      { ALT: () => this.CONSUME(words.let) },
      { ALT: () => this.CONSUME(words.reading) },
      { ALT: () => this.CONSUME(words.facts) },
      { ALT: () => this.CONSUME(words.noDuplication) },
      { ALT: () => this.CONSUME(words.sharedCap) },
    ]);
  });
}
