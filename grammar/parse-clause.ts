import { allOrNothingFollows, cutFollows, orderBegins, raiseFollows } from './gates.ts';
import { PaymentParser } from './parse-payment.ts';
import {
  AnchorToken,
  ArticleOrdinal,
  Colon,
  Comma,
  Equals,
  families,
  LeftBrace,
  NameToken,
  NumberToken,
  ParagraphOrdinal,
  RightBrace,
  Semicolon,
  TextToken,
  words,
} from './tokens.ts';

const { DurationUnit, Sharing, Verb } = families;

/** The grammar of clauses and of the blocks between them. */
export class ClauseParser extends PaymentParser {
  clauseDeclaration = this.RULE('clauseDeclaration', () => {
    this.CONSUME(words.clause);
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.eachHeader));
    this.SUBRULE(this.clauseBlock);
  });

  eachHeader = this.RULE('eachHeader', () => {
    this.CONSUME(words.forEach);
    this.CONSUME(NameToken);
    this.OPTION(() => {
      this.CONSUME(words.on);
      this.CONSUME(NameToken);
    });
    this.OPTION(() => {
      this.CONSUME(words.where);
      this.SUBRULE(this.expression);
    });
  });

  clauseBlock = this.RULE('clauseBlock', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.clauseLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  clauseLine = this.LEVEL('clauseLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.citesLine) },
      { ALT: () => this.SUBRULE(this.authorityLine) },
      { ALT: () => this.SUBRULE(this.matterLine) },
      { ALT: () => this.SUBRULE(this.formerlyLine) },
      { ALT: () => this.SUBRULE(this.datedByLine) },
      { ALT: () => this.SUBRULE(this.yearLine) },
      { ALT: () => this.CONSUME(words.everyYear) },
      { ALT: () => this.SUBRULE(this.whenLine) },
      { ALT: () => this.SUBRULE(this.amountLine) },
      { ALT: () => this.SUBRULE(this.adjustLine) },
      { ALT: () => this.SUBRULE(this.capLine) },
      { ALT: () => this.SUBRULE(this.roundLine) },
      { ALT: () => this.SUBRULE(this.budgetLine) },
      { ALT: () => this.SUBRULE(this.onceLine) },
      { ALT: () => this.SUBRULE(this.limitLine) },
      { ALT: () => this.SUBRULE(this.paymentPlan) },
      { ALT: () => this.SUBRULE(this.textLine) },
      { ALT: () => this.SUBRULE(this.eachBlock) },
      { ALT: () => this.SUBRULE(this.clauseReading) },
    ]);
  });

  /** `[as LABEL] [, reading R]* 「…」*`: what every effect line may end with. */
  tail = this.RULE('tail', () => {
    this.OPTION(() => {
      this.CONSUME(words.as);
      this.SUBRULE(this.name);
    });
    this.SUBRULE(this.lineReadings);
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  citesLine = this.RULE('citesLine', () => {
    this.CONSUME(words.cites);
    this.OR([
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
    this.SUBRULE(this.anchors);
  });

  authorityLine = this.RULE('authorityLine', () => {
    this.CONSUME(words.authority);
    this.CONSUME(TextToken);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.CONSUME(TextToken);
    });
    this.SUBRULE(this.anchors);
  });

  matterLine = this.RULE('matterLine', () => {
    this.CONSUME(words.matter);
    this.SUBRULE(this.name);
  });

  formerlyLine = this.RULE('formerlyLine', () => {
    this.CONSUME(words.formerly);
    this.OR([
      { ALT: () => this.CONSUME(words.none) },
      {
        ALT: () => {
          this.CONSUME(TextToken);
          this.MANY(() => {
            this.CONSUME(Comma);
            this.CONSUME(TextToken);
          });
        },
      },
    ]);
  });

  datedByLine = this.RULE('datedByLine', () => {
    this.CONSUME(words.datedBy);
    this.OR([{ ALT: () => this.CONSUME(words.endOfYear) }, { ALT: () => this.CONSUME(NameToken) }]);
  });

  yearLine = this.RULE('yearLine', () => {
    this.CONSUME(words.year);
    this.OR([
      { ALT: () => this.CONSUME(words.lastYear) },
      {
        ALT: () => {
          this.CONSUME(NumberToken);
          this.CONSUME(DurationUnit);
          this.CONSUME(words.earlier);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.front);
          this.CONSUME(NumberToken);
          this.CONSUME(DurationUnit);
        },
      },
    ]);
  });

  whenLine = this.RULE('whenLine', () => {
    this.CONSUME(words.when);
    this.SUBRULE(this.expression);
    this.SUBRULE(this.tail);
  });

  amountLine = this.RULE('amountLine', () => {
    this.CONSUME(Verb);
    this.SUBRULE(this.additive);
    this.OPTION(() => this.CONSUME(words.cutToCeiling));
    this.SUBRULE(this.tail);
  });

  adjustLine = this.RULE('adjustLine', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.add) },
      { ALT: () => this.CONSUME(words.less) },
      { ALT: () => this.CONSUME(words.raise) },
      { ALT: () => this.CONSUME(words.lower) },
      { ALT: () => this.CONSUME(words.floor) },
    ]);
    this.SUBRULE(this.additive);
    this.OPTION(() => {
      this.CONSUME(words.if);
      this.SUBRULE(this.expression);
    });
    this.SUBRULE(this.tail);
  });

  /** Scopes and amount in any order: the amount is an `additive`, so that `over 3 years` after it is a scope. */
  scopedAmount = this.RULE('scopedAmount', () => {
    this.MANY(() => this.SUBRULE(this.scope));
    this.SUBRULE(this.additive);
    this.MANY(() => this.SUBRULE(this.scope));
  });

  scope = this.RULE('scope', () => {
    this.OR([
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(words.per) }, { ALT: () => this.CONSUME(words.each) }]);
          this.CONSUME(NameToken);
        },
      },
      { ALT: () => this.CONSUME(words.perYear) },
      { ALT: () => this.CONSUME(words.ever) },
      { ALT: () => this.CONSUME(words.whileInForce) },
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(words.over) }, { ALT: () => this.CONSUME(words.consecutive) }]);
          this.CONSUME(NumberToken);
          this.CONSUME(DurationUnit);
        },
      },
    ]);
  });

  capLine = this.RULE('capLine', () => {
    this.CONSUME(words.cap);
    this.SUBRULE(this.scopedAmount);
    this.MANY({ GATE: raiseFollows, DEF: () => this.SUBRULE(this.raised) });
    this.OPTION({
      GATE: allOrNothingFollows,
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME(words.allOrNothing);
      },
    });
    this.OPTION({
      GATE: cutFollows,
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE(this.itemCut);
      },
    });
    this.SUBRULE(this.tail);
  });

  /** `cut in order by K …`; 按 K … 依次削减. */
  itemCut = this.RULE('itemCut', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.cutProRata) },
      {
        ALT: () => {
          this.CONSUME(words.cutInOrder);
          this.OPTION(() => this.SUBRULE(this.ordering));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.ordering);
          this.CONSUME(words.cutInOrder);
        },
      },
    ]);
  });

  roundLine = this.RULE('roundLine', () => {
    this.CONSUME(words.round);
    this.SUBRULE(this.rounding);
    this.SUBRULE(this.tail);
  });

  budgetLine = this.RULE('budgetLine', () => {
    this.CONSUME(words.budget);
    this.SUBRULE(this.scopedAmount);
    this.CONSUME(Comma);
    this.CONSUME(Sharing);
    this.OPTION(() => this.SUBRULE(this.ordering));
    this.SUBRULE(this.tail);
  });

  onceLine = this.RULE('onceLine', () => {
    this.CONSUME(words.once);
    this.AT_LEAST_ONE(() => this.SUBRULE(this.scope));
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(words.oneTime) }, { ALT: () => this.SUBRULE(this.literal) }]);
    });
    this.SUBRULE(this.whichFirst);
    this.SUBRULE(this.tail);
  });

  /** `limit 3 per company per year, by K highest first, ties in listed order`. */
  limitLine = this.RULE('limitLine', () => {
    this.CONSUME(words.limit);
    this.SUBRULE(this.scopedAmount);
    this.SUBRULE(this.whichFirst);
    this.SUBRULE(this.tail);
  });

  whichFirst = this.RULE('whichFirst', () => {
    this.OPTION({
      GATE: orderBegins,
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        this.SUBRULE(this.ordering);
      },
    });
  });

  textLine = this.RULE('textLine', () => {
    this.OR([{ ALT: () => this.CONSUME(words.noAmount) }, { ALT: () => this.CONSUME(words.otherRules) }]);
    this.CONSUME(TextToken);
    this.SUBRULE(this.anchors);
  });

  eachBlock = this.RULE('eachBlock', () => {
    this.SUBRULE(this.eachHeader);
    this.SUBRULE(this.clauseBlock);
  });

  clauseReading = this.RULE('clauseReading', () => {
    this.CONSUME(words.byReading);
    this.CONSUME(NameToken);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.clauseReadingRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  clauseReadingRow = this.RULE('clauseReadingRow', () => {
    this.SUBRULE(this.names);
    this.CONSUME(Colon);
    this.OR([
      { ALT: () => this.CONSUME(words.nothing) },
      { ALT: () => this.CONSUME(words.none) },
      { ALT: () => this.SUBRULE(this.clauseBlock) },
      { ALT: () => this.SUBRULE(this.clauseLine) },
    ]);
  });

  // ── Blocks between clauses ─────────────────────────────────────────────────

  conflict = this.RULE('conflict', () => {
    this.CONSUME(words.noDuplication);
    this.SUBRULE(this.name);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.conflictLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  conflictLine = this.RULE('conflictLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.citesLine) },
      { ALT: () => this.SUBRULE(this.amongLine) },
      { ALT: () => this.SUBRULE(this.perLine) },
      { ALT: () => this.SUBRULE(this.takeLine) },
      { ALT: () => this.SUBRULE(this.earlierLine) },
      { ALT: () => this.SUBRULE(this.underLine) },
    ]);
  });

  amongLine = this.RULE('amongLine', () => {
    this.OR([{ ALT: () => this.CONSUME(words.among) }, { ALT: () => this.CONSUME(words.from) }]);
    this.SUBRULE(this.names);
    this.SUBRULE(this.anchors);
  });

  perLine = this.RULE('perLine', () => {
    this.AT_LEAST_ONE(() => this.SUBRULE(this.scope));
    this.SUBRULE(this.anchors);
  });

  takeLine = this.RULE('takeLine', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.takeHighest) },
      { ALT: () => this.CONSUME(words.takeFirst) },
      { ALT: () => this.CONSUME(words.takeEarliest) },
      {
        ALT: () => {
          this.CONSUME(words.takeChoice);
          this.CONSUME(NameToken);
        },
      },
    ]);
    this.OPTION(() => this.CONSUME(Comma));
    this.SUBRULE(this.anchors);
  });

  earlierLine = this.RULE('earlierLine', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.withDifference) },
      { ALT: () => this.CONSUME(words.payingTheDifference) },
      { ALT: () => this.CONSUME(words.exclusive) },
    ]);
    this.SUBRULE(this.anchors);
  });

  underLine = this.RULE('underLine', () => {
    this.CONSUME(words.onlyUnderReading);
    this.CONSUME(NameToken);
    this.CONSUME(Equals);
    this.SUBRULE(this.names);
    this.SUBRULE(this.anchors);
  });

  sharedCapDeclaration = this.RULE('sharedCapDeclaration', () => {
    this.CONSUME(words.sharedCap);
    this.SUBRULE(this.name);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.sharedCapLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  sharedCapLine = this.RULE('sharedCapLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.citesLine) },
      { ALT: () => this.SUBRULE(this.overLine) },
      { ALT: () => this.SUBRULE(this.capLineOfBlock) },
      { ALT: () => this.SUBRULE(this.cutLine) },
      { ALT: () => this.SUBRULE(this.underLine) },
    ]);
  });

  capLineOfBlock = this.RULE('capLineOfBlock', () => {
    this.CONSUME(words.cap);
    this.SUBRULE(this.scopedAmount);
    this.SUBRULE(this.anchors);
  });

  overLine = this.RULE('overLine', () => {
    this.OR([{ ALT: () => this.CONSUME(words.over) }, { ALT: () => this.CONSUME(words.covers) }]);
    this.SUBRULE(this.names);
    this.SUBRULE(this.anchors);
  });

  cutLine = this.RULE('cutLine', () => {
    this.OR([{ ALT: () => this.CONSUME(words.cutInOrder) }, { ALT: () => this.CONSUME(words.cutProRata) }]);
    this.SUBRULE(this.anchors);
  });
}
