// SPDX-License-Identifier: EUPL-1.2
import { bringInIdea } from "./import.ts";
import { acknowledge, answer, escalate, look, move } from "./operations-area.ts";
import { addNoteTo, askColleague, caseOperations, concern, reply, takeBackQuestion } from "./operations-case.ts";
import { lapseMerge, mergeOperations, proposeMerge, replyToMerge } from "./operations-merge.ts";
import { hearFate } from "./operations-fate.ts";
import { fork } from "./operations-fork.ts";
import { change, claim, confirm, submit, takeBack } from "./operations-author.ts";
import { changePictures } from "./operations-pictures.ts";
import { takeUp } from "./operations-taken-up.ts";

/** What an author does, and what an area does with it. */
export const operations = [
  submit,
  confirm,
  claim,
  change,
  changePictures,
  takeBack,
  look,
  acknowledge,
  answer,
  move,
  escalate,
  hearFate,
  fork,
  ...caseOperations,
  ...mergeOperations,
  bringInIdea,
  takeUp,
];
export {
  acknowledge,
  addNoteTo,
  answer,
  askColleague,
  concern,
  fork,
  lapseMerge,
  proposeMerge,
  reply,
  replyToMerge,
  change,
  changePictures,
  claim,
  confirm,
  escalate,
  hearFate,
  look,
  move,
  submit,
  takeBack,
  takeBackQuestion,
  takeUp,
};
