import { FactsParser } from './parse-facts.ts';
import {
  AnchorToken,
  Colon,
  Comma,
  families,
  LeftBrace,
  NumberToken,
  RightBrace,
  Semicolon,
  words,
  YearOrdinal,
} from './tokens.ts';

const { DurationUnit } = families;

/** The grammar of payment plans. */
export class PaymentParser extends FactsParser {
  paymentPlan = this.RULE('paymentPlan', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.dividedInto);
          this.CONSUME(NumberToken);
          this.OPTION(() => this.CONSUME(DurationUnit));
          // 分3年 兑付 is read, and asked about.
          this.OR([{ ALT: () => this.CONSUME(words.equalYearlyParts) }, { ALT: () => this.CONSUME(words.pay) }]);
          this.OPTION(() => this.SUBRULE(this.paymentMost));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.instalments);
          this.OPTION(() => this.SUBRULE(this.paymentMost));
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.paidAtOnce);
          this.SUBRULE(this.paymentMost);
        },
      },
    ]);
    this.SUBRULE(this.anchors);
  });

  instalments = this.RULE('instalments', () => {
    this.CONSUME(words.paidInParts);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.instalment);
      this.MANY(() => this.CONSUME(Semicolon));
    });
    this.CONSUME(RightBrace);
  });

  instalment = this.RULE('instalment', () => {
    this.SUBRULE(this.dueTime);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.dueTime);
    });
    this.CONSUME(Colon);
    this.OR([
      { ALT: () => this.CONSUME(words.theRest) },
      { ALT: () => this.CONSUME(words.otherwise) },
      { ALT: () => this.SUBRULE(this.literal) },
    ]);
    this.OPTION(() => {
      this.CONSUME(words.if);
      this.SUBRULE(this.expression);
    });
    this.MANY(() => this.CONSUME(AnchorToken));
  });

  dueTime = this.RULE('dueTime', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.inYear);
          this.CONSUME(NumberToken);
        },
      },
      { ALT: () => this.CONSUME(YearOrdinal) },
      {
        ALT: () => {
          this.CONSUME(words.on);
          this.SUBRULE(this.chain);
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.thenEvery);
          this.CONSUME(NumberToken);
          this.CONSUME(DurationUnit);
        },
      },
    ]);
  });

  /** `, cap E per year, excess lost`; ，封顶 每年 E，超出不补. */
  paymentMost = this.RULE('paymentMost', () => {
    this.CONSUME(Comma);
    this.CONSUME(words.cap);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(words.perYear);
          this.SUBRULE(this.additive);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.additive);
          this.CONSUME(words.perYear);
        },
      },
    ]);
    this.CONSUME(Comma);
    this.OR([
      { ALT: () => this.CONSUME(words.excessLost) },
      { ALT: () => this.CONSUME(words.excessRefunded) },
      {
        ALT: () => {
          this.CONSUME(words.excessCarried);
          this.OPTION(() => {
            this.CONSUME(NumberToken);
            this.CONSUME(DurationUnit);
          });
        },
      },
    ]);
  });
}
