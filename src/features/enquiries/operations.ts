// SPDX-License-Identifier: EUPL-1.2
import { acknowledge, addANote, answer, escalate, move, noteCall } from "./operations-area.ts";
import { ask, sayNo, sayNoByLink, sayYes, sayYesByLink } from "./operations-idea.ts";
import { claim, confirm, send, takeBack } from "./operations-sender.ts";

/** What a sender does, what an area does with it, and how both make an idea of it. */
export const operations = [
  send,
  confirm,
  claim,
  takeBack,
  acknowledge,
  answer,
  noteCall,
  move,
  addANote,
  escalate,
  ask,
  sayYes,
  sayYesByLink,
  sayNo,
  sayNoByLink,
];
export {
  acknowledge,
  addANote,
  answer,
  ask,
  claim,
  confirm,
  escalate,
  move,
  noteCall,
  sayNo,
  sayNoByLink,
  sayYes,
  sayYesByLink,
  send,
  takeBack,
};
