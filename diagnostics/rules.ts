/** Catalogue JT4xxx: a policy whose every name and type is right, and that still cannot be meant. One file per subject. */
export * from './band-rules.ts';
export * from './clause-rules.ts';
export * from './dated-figures.ts';
export * from './list-rules.ts';
export * from './payment-rules.ts';
export * from './relation-rules.ts';
export * from './tier-rules.ts';
