import { raiseFollows } from './gates.ts';
import { ExpressionParser } from './parse-expression.ts';
import {
  AnchorToken,
  Bar,
  Colon,
  Comma,
  DateToken,
  Equals,
  families,
  LeftBrace,
  LeftParenthesis,
  Minus,
  NameToken,
  PerSlash,
  RightBrace,
  RightParenthesis,
  Semicolon,
  TextToken,
  words,
} from './tokens.ts';

const { Bound, StepWord, Settlement, RoundingMode, TypeWord, Currency } = families;

/** The grammar of the policy head, facts, parameters, units, definitions and readings. */
export class FactsParser extends ExpressionParser {
  name = this.RULE('name', () => {
    this.CONSUME(NameToken);
    this.MANY(() => {
      this.CONSUME(Bar);
      this.CONSUME(NameToken);
    });
  });

  anchors = this.RULE('anchors', () => {
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  // ── Policy head ────────────────────────────────────────────────────────────

  policyHead = this.RULE('policyHead', () => {
    this.CONSUME(words.policy);
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(words.adapts);
      this.CONSUME(TextToken);
      this.SUBRULE(this.pinned);
    });
    this.SUBRULE(this.headBlock);
  });

  /** `digest "…"`: the text that was meant. */
  pinned = this.RULE('pinned', () => {
    this.OPTION(() => {
      this.CONSUME(words.digest);
      this.CONSUME(TextToken);
    });
  });

  headBlock = this.RULE('headBlock', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.headLine);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  headLine = this.RULE('headLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.titleLine) },
      { ALT: () => this.SUBRULE(this.inForceLine) },
      { ALT: () => this.SUBRULE(this.interpretedByLine) },
      { ALT: () => this.SUBRULE(this.currencyLine) },
      { ALT: () => this.SUBRULE(this.paymentLine) },
      { ALT: () => this.SUBRULE(this.growthBaseLine) },
      { ALT: () => this.SUBRULE(this.unknownFactsLine) },
      { ALT: () => this.SUBRULE(this.elsewhereLine) },
      { ALT: () => this.SUBRULE(this.remarkLine) },
      { ALT: () => this.SUBRULE(this.continuesLine) },
      { ALT: () => this.SUBRULE(this.headReading) },
    ]);
  });

  titleLine = this.RULE('titleLine', () => {
    this.CONSUME(words.title);
    this.CONSUME(TextToken);
  });

  inForceLine = this.RULE('inForceLine', () => {
    this.CONSUME(words.inForce);
    this.CONSUME(DateToken);
    this.OPTION(() => {
      this.CONSUME(words.to);
      this.CONSUME(DateToken);
    });
    this.SUBRULE(this.anchors);
  });

  interpretedByLine = this.RULE('interpretedByLine', () => {
    this.CONSUME(words.interpretedBy);
    this.CONSUME(TextToken);
    this.SUBRULE(this.anchors);
  });

  currencyLine = this.RULE('currencyLine', () => {
    this.CONSUME(words.currency);
    this.CONSUME(Currency);
  });

  paymentLine = this.RULE('paymentLine', () => {
    this.CONSUME(words.pay);
    this.OR([
      { ALT: () => this.CONSUME(words.exact) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(words.rounded));
          this.SUBRULE(this.rounding);
        },
      },
    ]);
    this.SUBRULE(this.anchors);
  });

  rounding = this.RULE('rounding', () => {
    this.CONSUME(RoundingMode);
    this.CONSUME(words.to);
    this.SUBRULE(this.literal);
  });

  growthBaseLine = this.RULE('growthBaseLine', () => {
    this.CONSUME(words.growthFromZero);
    this.OR([{ ALT: () => this.CONSUME(words.hasNoRate) }, { ALT: () => this.CONSUME(words.isUnlimited) }]);
  });

  unknownFactsLine = this.RULE('unknownFactsLine', () => {
    this.CONSUME(words.unknownFacts);
    this.OR([{ ALT: () => this.CONSUME(words.byLogic) }, { ALT: () => this.CONSUME(words.strictly) }]);
  });

  elsewhereLine = this.RULE('elsewhereLine', () => {
    this.CONSUME(words.elsewhere);
    this.CONSUME(Comma);
    this.OR([
      { ALT: () => this.CONSUME(words.payingTheDifference) },
      { ALT: () => this.CONSUME(words.takingOneOnly) },
      { ALT: () => this.CONSUME(words.none) },
      { ALT: () => this.CONSUME(words.notApplied) },
    ]);
    this.SUBRULE(this.anchors);
  });

  remarkLine = this.RULE('remarkLine', () => {
    this.CONSUME(words.remark);
    this.CONSUME(TextToken);
    this.SUBRULE(this.anchors);
  });

  continuesLine = this.RULE('continuesLine', () => {
    this.CONSUME(words.continues);
    this.CONSUME(TextToken);
    this.CONSUME(words.since);
    this.CONSUME(DateToken);
  });

  headReading = this.RULE('headReading', () => {
    this.CONSUME(words.byReading);
    this.CONSUME(NameToken);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.headReadingRow);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  headReadingRow = this.RULE('headReadingRow', () => {
    this.SUBRULE(this.names);
    this.CONSUME(Colon);
    this.OR([
      { ALT: () => this.CONSUME(words.nothing) },
      { ALT: () => this.CONSUME(words.none) },
      { ALT: () => this.SUBRULE(this.headBlock) },
      { ALT: () => this.SUBRULE(this.headLine) },
    ]);
  });

  // ── Facts, parameters, units, definitions ──────────────────────────────────

  factsDeclaration = this.RULE('factsDeclaration', () => {
    this.CONSUME(words.facts);
    this.SUBRULE(this.name);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.list) }, { ALT: () => this.SUBRULE(this.field) }]);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  field = this.RULE('field', () => {
    this.SUBRULE(this.name);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.MANY(() => this.SUBRULE(this.typeSuffix));
  });

  list = this.RULE('list', () => {
    this.CONSUME(words.each);
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.listKey));
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.field);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  /** `by id_number, category shared among applicants`. */
  listKey = this.RULE('listKey', () => {
    this.CONSUME(words.by);
    this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(words.sharedKey));
  });

  type = this.RULE('type', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(TypeWord);
          this.OPTION(() => {
            this.CONSUME(words.in);
            this.OR([{ ALT: () => this.CONSUME(Currency) }, { ALT: () => this.CONSUME(NameToken) }]);
          });
          this.MANY(() => this.SUBRULE(this.typePer));
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.quantityType);
          this.CONSUME(words.in);
          this.CONSUME(NameToken);
          this.MANY(() => this.SUBRULE(this.typePer));
        },
      },
      { ALT: () => this.SUBRULE(this.choiceType) },
    ]);
  });

  /** `money per sqm per month`, 金额/平方米/月. */
  typePer = this.RULE('typePer', () => {
    this.OR([
      {
        ALT: () => {
          this.OR([{ ALT: () => this.CONSUME(words.per) }, { ALT: () => this.CONSUME(PerSlash) }]);
          this.SUBRULE(this.perUnit);
        },
      },
      { ALT: () => this.CONSUME(words.perYear) },
    ]);
  });

  choiceType = this.RULE('choiceType', () => {
    this.OR([
      { ALT: () => this.CONSUME(words.oneOf) },
      { ALT: () => this.CONSUME(words.anyOf) },
      { ALT: () => this.CONSUME(words.severalOf) },
    ]);
    this.CONSUME(LeftBrace);
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.name) });
    this.CONSUME(RightBrace);
  });

  typeSuffix = this.RULE('typeSuffix', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.eachYear);
          this.OPTION(() => {
            this.CONSUME(words.since);
            this.CONSUME(NameToken);
          });
        },
      },
      { ALT: () => this.CONSUME(words.dated) },
      { ALT: () => this.CONSUME(words.orNone) },
      { ALT: () => this.CONSUME(words.mayBeNegative) },
      { ALT: () => this.CONSUME(words.sharedKey) },
      {
        ALT: () => {
          this.CONSUME(words.from);
          this.SUBRULE(this.literal);
          this.CONSUME(words.to);
          this.SUBRULE(this.literal);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Bound);
          this.SUBRULE(this.literal);
        },
      },
    ]);
  });

  parameterDeclaration = this.RULE('parameterDeclaration', () => {
    this.CONSUME(words.parameter);
    this.SUBRULE(this.field);
    this.OPTION(() => {
      this.CONSUME(LeftBrace);
      this.MANY(() => {
        this.SUBRULE(this.parameterRow);
        this.MANY(() => this.CONSUME(Semicolon));
      });
      this.CONSUME(RightBrace);
    });
  });

  parameterRow = this.RULE('parameterRow', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.validDays);
          this.CONSUME(Colon);
          this.OR([{ ALT: () => this.CONSUME(words.announcedLater) }, { ALT: () => this.SUBRULE(this.writtenFigure) }]);
        },
      },
      {
        ALT: () => {
          this.OR([{ ALT: () => this.SUBRULE(this.writtenFigure) }, { ALT: () => this.CONSUME(DateToken) }]);
          this.OPTION(() => {
            this.CONSUME(Colon);
            this.SUBRULE(this.writtenFigure);
          });
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.publication));
    this.SUBRULE(this.anchors);
  });

  /** Not an expression: 自 on the next line would go on with one. */
  writtenFigure = this.RULE('writtenFigure', () => {
    this.OPTION(() => this.CONSUME(Minus));
    this.SUBRULE(this.literal);
  });

  /** `from D [to D]`; 自 D 起, 自 D 至 D. */
  validDays = this.RULE('validDays', () => {
    this.SUBRULE(this.fromDay);
    this.OPTION(() => {
      this.CONSUME(words.to);
      this.CONSUME(DateToken);
    });
  });

  fromDay = this.RULE('fromDay', () => {
    this.OR([{ ALT: () => this.CONSUME(words.from) }, { ALT: () => this.CONSUME(words.since) }]);
    this.CONSUME(DateToken);
    this.OPTION(() => this.CONSUME(words.began));
  });

  /** `(published 2024-06-20, "…")`; （2024-06-20 发布，“…”）. */
  publication = this.RULE('publication', () => {
    this.CONSUME(LeftParenthesis);
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(words.published));
          this.CONSUME(DateToken);
          this.OPTION(() => this.CONSUME(words.published));
          this.OPTION(() => {
            this.CONSUME(Comma);
            this.CONSUME(TextToken);
          });
        },
      },
      { ALT: () => this.CONSUME(TextToken) },
    ]);
    this.CONSUME(RightParenthesis);
  });

  unitDeclaration = this.RULE('unitDeclaration', () => {
    this.CONSUME(words.unit);
    this.SUBRULE(this.name);
  });

  definition = this.RULE('definition', () => {
    this.CONSUME(words.let);
    this.SUBRULE(this.name);
    this.CONSUME(Equals);
    this.SUBRULE(this.expression);
    this.MANY({ GATE: raiseFollows, DEF: () => this.SUBRULE(this.raised) });
    this.SUBRULE(this.anchors);
  });

  // ── Readings ───────────────────────────────────────────────────────────────

  readingDeclaration = this.RULE('readingDeclaration', () => {
    this.CONSUME(words.reading);
    this.SUBRULE(this.name);
    this.CONSUME(TextToken);
    this.OPTION(() => this.CONSUME(words.everywhere));
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.readingChoice);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  readingChoice = this.RULE('readingChoice', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(LeftParenthesis);
      this.CONSUME(words.default);
      this.CONSUME(RightParenthesis);
    });
    this.OPTION(() => {
      this.CONSUME(Colon);
      this.SUBRULE(this.replacement);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE(this.replacement);
      });
    });
    this.OPTION(() => this.CONSUME(TextToken));
  });

  replacement = this.RULE('replacement', () => {
    this.SUBRULE(this.replaceable);
    this.CONSUME(words.means);
    this.SUBRULE(this.replaceable);
  });

  replaceable = this.RULE('replaceable', () => {
    this.OR([
      { ALT: () => this.CONSUME(Bound) },
      { ALT: () => this.CONSUME(StepWord) },
      { ALT: () => this.CONSUME(Settlement) },
      { ALT: () => this.CONSUME(words.theHighest) },
      { ALT: () => this.CONSUME(words.eachRow) },
      { ALT: () => this.CONSUME(words.perYear) },
      { ALT: () => this.CONSUME(words.ever) },
      { ALT: () => this.CONSUME(words.whileInForce) },
      { ALT: () => this.CONSUME(words.since) },
      { ALT: () => this.CONSUME(words.ifNotYetRewarded) },
    ]);
  });
}
