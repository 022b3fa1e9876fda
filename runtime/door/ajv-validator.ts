import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Where a value fails the schema, as a JSON pointer, and by which keyword. */
export interface FormError {
  readonly instancePath: string;
  readonly keyword: string;
}

/** Checks the form of facts whose names are ids. Code compiled ahead by ajv fits as well as `ajvValidator`. */
export type FactsValidator = (plain: unknown) => readonly FormError[];

/**
 * A validator over an emitted schema. Compiling takes some tens of milliseconds, so it waits for the first facts.
 * `ownProperties`: a property that a prototype lends is nothing the applicant has said.
 */
export function ajvValidator(schema: object): FactsValidator {
  let validate: ValidateFunction | undefined;
  return (plain) => {
    validate ??= new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      messages: false,
      ownProperties: true,
      logger: false,
    }).compile(schema);
    return validate(plain) ? [] : (validate.errors ?? []);
  };
}
