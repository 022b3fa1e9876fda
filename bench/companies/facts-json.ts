/** The facts of the five clauses as a portal would send them: JSON text at the door of `policies/five-clauses.policy`. */
import { assessedYear, type FiveFacts } from './five-facts.ts';

export function factsObject(company: FiveFacts, subject: string): object {
  const now = String(assessedYear);
  const before = String(assessedYear - 1);
  return {
    subject,
    ai_enterprise: company.ai,
    scale_software: company.software,
    compute_qualified: company.qualified,
    new_registered: company.fresh,
    compute_purchases: { [now]: yuanText(company.purchases) },
    compute_spend: { [now]: yuanText(company.spend) },
    rd: { [before]: yuanText(company.rdBefore), [now]: yuanText(company.rd) },
    revenue: { [before]: yuanText(company.revenueBefore), [now]: yuanText(company.revenue) },
    loan_asked: { [now]: yuanText(company.asked) },
  };
}

export function factsText(company: FiveFacts, subject: string): string {
  return JSON.stringify(factsObject(company, subject));
}

/** Whole fen as yuan with two decimals. */
export function yuanText(fen: number): string {
  const rest = fen % 100;
  return `${(fen - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}
