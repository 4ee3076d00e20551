// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { mailboxOf } from "#features/people/index.ts";
import { hasPost } from "./rules.ts";
import type { Post } from "./store.ts";

/**
 * Whether a post still is theirs whose mailbox a link was mailed to: the person's who has it today, or the mailbox's own where nobody
 * has it. Undefined where it is theirs no more.
 */
export async function whoHas(db: Db | Tx, on: Post, mailbox: string): Promise<{ person: string | undefined } | undefined> {
  const id = (await mailboxOf(db, mailbox))?.person;
  const person = id ? { id, name: "", demo: undefined } : undefined;
  if (person && hasPost.allows({ kind: "person", browser: "mail", person, roles: [] }, on)) return { person: person.id };
  const isNobodys = on.ownerPerson === null && on.ownerOrganisation === null;
  return isNobodys && on.mailbox === mailbox ? { person: undefined } : undefined;
}
