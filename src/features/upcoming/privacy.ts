// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

const basis = "6(1)(e) public task";
const retention = "As long as the listing.";
const record =
  "Whoever spoke for the municipality stands by it as long as the record is kept (Art. 17(3)(b)); the name goes with people.person.";
const none = { basis: "no personal data" as const, export: "Holds no persons.", erase: "Holds no persons." };

/** In the order in which one person's rows can go. */
export const privacy: TablePrivacy[] = [
  {
    table: "upcoming.invitation",
    basis,
    why: "Who was asked to join in and why, so that nobody is asked twice.",
    retention: "A year after the question ended, by a nightly job.",
    export: (tx, person) =>
      tx
        .selectFrom("upcoming.invitation as invitation")
        .innerJoin("platform.thing as thing", "thing.id", "invitation.listing")
        .select(["thing.reference", "invitation.why", "invitation.at"])
        .where("invitation.person", "=", person)
        .orderBy("invitation.at")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("upcoming.invitation").where("person", "=", person).execute()),
  },
  {
    table: "upcoming.no_invitations",
    basis,
    why: "Who wants no more invitations.",
    retention: "Until they want them again.",
    export: (tx, person) => tx.selectFrom("upcoming.no_invitations").select("at").where("person", "=", person).execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("upcoming.no_invitations").where("person", "=", person).execute()),
  },
  {
    table: "upcoming.phase",
    basis,
    retention,
    erase: record,
    why: "Who said how far something is: a citizen must know who said it.",
    export: (tx, person) =>
      tx.selectFrom("upcoming.phase").select(["listing", "phase", "note", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "upcoming.postponement",
    basis,
    retention,
    erase: record,
    why: "Who put a promised day off, and why.",
    export: (tx, person) =>
      tx.selectFrom("upcoming.postponement").select(["listing", "what", "to_day", "reason", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "upcoming.closure",
    basis,
    retention,
    erase: record,
    why: "Who told citizens what was heard and what is done.",
    export: (tx, person) =>
      tx.selectFrom("upcoming.closure").select(["listing", "heard", "doing", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "upcoming.fate",
    basis,
    retention,
    erase: record,
    why: "What became of each answer, and who decided it.",
    export: (tx, person) =>
      tx
        .selectFrom("upcoming.fate")
        .select(["listing", "idea", "fate", "because", "possible_if", "at"])
        .where("person", "=", person)
        .execute(),
  },
  {
    table: "upcoming.discard",
    basis,
    retention,
    erase: record,
    why: "Who threw a draft away.",
    export: (tx, person) => tx.selectFrom("upcoming.discard").select(["listing", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "upcoming.listing",
    ...none,
    why: "What the municipality is about to take up, in its own words.",
    retention: "As long as the platform.",
  },
  { table: "upcoming.escalation", ...none, why: "Which days were told of, so that each is told once.", retention },
  { table: "upcoming.committee", ...none, why: "The committees that can decide.", retention: "As long as the platform." },
];
