// SPDX-License-Identifier: EUPL-1.2
import { discarded, draft, edit, publish } from "./operations-draft.ts";
import { escalate, invite, move, putOff } from "./operations-under-way.ts";
import { chooseInvitations, stopInvitations } from "./operations-invitations.ts";
import { tell, weigh } from "./operations-tell.ts";

/** From the draft to what came of it. */
export const operations = [
  draft,
  edit,
  publish,
  discarded,
  move,
  putOff,
  invite,
  weigh,
  tell,
  escalate,
  chooseInvitations,
  stopInvitations,
];
export { chooseInvitations, discarded, draft, edit, escalate, invite, move, publish, putOff, stopInvitations, tell, weigh };
