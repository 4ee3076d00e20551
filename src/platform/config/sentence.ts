// SPDX-License-Identifier: EUPL-1.2

/** Something the operator can put right. `sentence` says what happened and what to do; it is printed without a stack. */
export class OperatorError extends Error {
  override name = "OperatorError";
  readonly sentence: string;

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.sentence = sentence;
  }
}
