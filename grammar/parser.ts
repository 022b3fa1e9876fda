import { SharingParser } from './parse-sharing.ts';
import {
  Comma,
  DateToken,
  Equals,
  LeftBrace,
  Minus,
  NameToken,
  NumberToken,
  PartOrdinal,
  RightBrace,
  Semicolon,
  TextToken,
  words,
} from './tokens.ts';

/** The whole grammar: declarations, and the examples among them. No actions; a tree is complete or there is an error. */
export class PolicyParser extends SharingParser {
  declaration = this.RULE('declaration', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.policyHead) },
      { ALT: () => this.SUBRULE(this.factsDeclaration) },
      { ALT: () => this.SUBRULE(this.parameterDeclaration) },
      { ALT: () => this.SUBRULE(this.unitDeclaration) },
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.readingDeclaration) },
      { ALT: () => this.SUBRULE(this.clauseDeclaration) },
      { ALT: () => this.SUBRULE(this.conflict) },
      { ALT: () => this.SUBRULE(this.sharedCapDeclaration) },
      { ALT: () => this.SUBRULE(this.exampleDeclaration) },
      { ALT: () => this.SUBRULE(this.importDeclaration) },
      { ALT: () => this.SUBRULE(this.changeStatement) },
      { ALT: () => this.SUBRULE(this.omission) },
    ]);
    this.MANY(() => this.CONSUME(Semicolon));
  });

  // ── Examples ───────────────────────────────────────────────────────────────

  exampleDeclaration = this.RULE('exampleDeclaration', () => {
    this.CONSUME(words.example);
    this.CONSUME(TextToken);
    this.OPTION(() => {
      this.OPTION(() => this.CONSUME(words.in));
      this.SUBRULE(this.yearFigure);
    });
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.exampleLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  exampleLine = this.LEVEL('exampleLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.givenLine) },
      { ALT: () => this.SUBRULE(this.decidedLine) },
      { ALT: () => this.SUBRULE(this.ledgerLine) },
      { ALT: () => this.SUBRULE(this.chooseReadingLine) },
      { ALT: () => this.SUBRULE(this.expectLine) },
      { ALT: () => this.SUBRULE(this.applicantBlock) },
    ]);
  });

  /** One of several applicants of an example. */
  applicantBlock = this.RULE('applicantBlock', () => {
    this.CONSUME(words.applicant);
    this.CONSUME(TextToken);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.exampleLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  givenLine = this.RULE('givenLine', () => {
    this.CONSUME(words.given);
    this.SUBRULE(this.givenEntry);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.givenEntry);
    });
  });

  /**
   * One fact, item or empty list. A bare name goes on with the options of the entry before it: after a comma one token does not tell
   * `levels = national, provincial` from `levels = national, rd = …`.
   */
  givenEntry = this.RULE('givenEntry', () => {
    this.OR([
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(words.no) }, { ALT: () => this.CONSUME(words.none) }]);
          this.CONSUME(NameToken);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.yearBefore);
          this.CONSUME(NameToken);
          this.SUBRULE(this.givenValue);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.fromDay);
          this.CONSUME(NameToken);
          this.SUBRULE(this.givenValue);
        },
      },
      {
        ALT: () => {
          this.CONSUME(NameToken);
          this.OPTION(() => {
            this.OR([
              { ALT: () => this.SUBRULE(this.givenItem) },
              {
                ALT: () => {
                  this.OPTION(() => {
                    this.OR([
                      {
                        ALT: () => {
                          this.CONSUME(words.in);
                          this.SUBRULE(this.yearFigure);
                        },
                      },
                      { ALT: () => this.SUBRULE(this.fromDay) },
                    ]);
                  });
                  this.SUBRULE(this.givenValue);
                },
              },
            ]);
          });
        },
      },
    ]);
  });

  /** `last year's`, 前2年, `2 years earlier`, 2022年. */
  yearBefore = this.RULE('yearBefore', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.lastYears) },
      {
        ALT: () => {
          this.CONSUME(words.front);
          this.SUBRULE(this.yearFigure);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.yearFigure);
          this.OPTION(() => this.CONSUME(words.earlier));
        },
      },
    ]);
  });

  givenItem = this.RULE('givenItem', () => {
    this.CONSUME(TextToken);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.givenEntry);
      this.MANY(() => {
        this.OR([{ ALT: () => this.CONSUME(Semicolon) }, { ALT: () => this.CONSUME(Comma) }]);
      });
    });
    this.CONSUME(RightBrace);
  });

  givenValue = this.RULE('givenValue', () => {
    this.CONSUME(Equals);
    this.OR([
      { ALT: () => this.CONSUME(words.yes) },
      { ALT: () => this.CONSUME(words.no) },
      { ALT: () => this.CONSUME(words.none) },
      { ALT: () => this.CONSUME(TextToken) },
      { ALT: () => this.CONSUME(DateToken) },
      { ALT: () => this.CONSUME(NameToken) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(Minus));
          this.SUBRULE(this.literal);
        },
      },
    ]);
  });

  decidedLine = this.RULE('decidedLine', () => {
    this.CONSUME(words.decided);
    this.SUBRULE(this.clauseTarget);
    this.CONSUME(Equals);
    this.SUBRULE(this.literal);
  });

  clauseTarget = this.RULE('clauseTarget', () => {
    this.CONSUME(NameToken);
    this.OPTION(() => {
      this.CONSUME(words.for);
      this.CONSUME(TextToken);
    });
  });

  ledgerLine = this.RULE('ledgerLine', () => {
    this.CONSUME(words.ledger);
    this.OR([
      { ALT: () => this.CONSUME(words.empty) },
      {
        ALT: () => {
          this.OPTION(() => {
            this.OR([{ ALT: () => this.CONSUME(words.other) }, { ALT: () => this.CONSUME(words.applicant) }]);
            this.CONSUME(TextToken);
          });
          this.SUBRULE(this.ledgerEntry);
        },
      },
    ]);
  });

  /** The year stands before the clause in Chinese, after it in English. */
  ledgerEntry = this.RULE('ledgerEntry', () => {
    this.OPTION(() => this.SUBRULE(this.yearFigure));
    this.OPTION(() => this.CONSUME(words.on));
    this.SUBRULE(this.clauseTarget);
    this.OPTION(() => {
      this.CONSUME(words.in);
      this.SUBRULE(this.yearFigure);
    });
    this.OR([{ ALT: () => this.CONSUME(words.paid) }, { ALT: () => this.CONSUME(words.granted) }]);
    this.SUBRULE(this.literal);
    this.OPTION(() => this.SUBRULE(this.ledgerPart));
  });

  /** `as part 2 of 2023`; 为 2023年 第二期. */
  ledgerPart = this.RULE('ledgerPart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.asPart);
          this.CONSUME(NumberToken);
          this.CONSUME(words.of);
          this.SUBRULE(this.yearFigure);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.is);
          this.SUBRULE(this.yearFigure);
          this.CONSUME(PartOrdinal);
        },
      },
    ]);
  });

  chooseReadingLine = this.RULE('chooseReadingLine', () => {
    this.CONSUME(words.reading);
    this.CONSUME(NameToken);
    this.CONSUME(Equals);
    this.CONSUME(NameToken);
  });

  expectLine = this.RULE('expectLine', () => {
    this.CONSUME(words.expect);
    this.OR([
      { ALT: () => this.CONSUME(words.total) },
      {
        ALT: () => {
          this.SUBRULE(this.clauseTarget);
          this.OPTION(() => this.CONSUME(words.paidNow));
        },
      },
    ]);
    this.CONSUME(Equals);
    this.SUBRULE(this.outcome);
  });

  outcome = this.RULE('outcome', () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(words.upTo));
          this.SUBRULE(this.literal);
        },
      },
      { ALT: () => this.CONSUME(words.notMet) },
      { ALT: () => this.CONSUME(words.outOfForce) },
      { ALT: () => this.CONSUME(words.noAmount) },
      { ALT: () => this.SUBRULE(this.undeterminedOutcome) },
      {
        ALT: () => {
          this.CONSUME(words.supersededBy);
          this.CONSUME(NameToken);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.by_);
          this.CONSUME(NameToken);
          this.CONSUME(words.replaced);
        },
      },
      { ALT: () => this.CONSUME(words.supersededElsewhere) },
    ]);
  });

  undeterminedOutcome = this.RULE('undeterminedOutcome', () => {
    this.CONSUME(words.undetermined);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(words.between) }, { ALT: () => this.CONSUME(words.from) }]);
      this.SUBRULE(this.literal);
      this.OR([{ ALT: () => this.CONSUME(words.and) }, { ALT: () => this.CONSUME(words.to) }]);
      this.OR([{ ALT: () => this.CONSUME(words.unlimited) }, { ALT: () => this.SUBRULE(this.literal) }]);
    });
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(words.for) }, { ALT: () => this.CONSUME(words.lacking) }]);
      this.SUBRULE(this.names);
    });
  });
}
