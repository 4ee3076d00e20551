// SPDX-License-Identifier: EUPL-1.2
import type { Db } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { AgreedIdea } from "#platform/links/index.ts";

/** What a sender let become an idea: the words of the proposal as they left them, and no word of the enquiry itself. */
export const agreed = (db: Db, thing: string): Promise<AgreedIdea | undefined> =>
  within(db, asSystem, async (tx) => {
    const row = await tx
      .selectFrom("enquiries.proposal as proposal")
      .innerJoin("enquiries.enquiry as enquiry", "enquiry.id", "proposal.enquiry")
      .innerJoin("platform.thing as thing", "thing.id", "proposal.enquiry")
      .select(["proposal.title", "proposal.text", "proposal.shown_name", "proposal.locality"])
      .select(["enquiry.due_by", "thing.area", "thing.owner_person"])
      .where("proposal.enquiry", "=", thing)
      .where("proposal.said", "=", "yes")
      .executeTakeFirst();
    if (!row || row.area === null || row.owner_person === null) return undefined;
    return {
      title: row.title,
      text: row.text,
      shownName: row.shown_name ?? undefined,
      author: row.owner_person,
      locality: row.locality ?? undefined,
      area: row.area,
      answerBy: row.due_by,
    };
  });
