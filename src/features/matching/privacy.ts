// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import { partyKey } from "./entry.ts";

export const privacy: TablePrivacy[] = [
  {
    table: "matching.entry",
    why: "What a thing can give or looks for, so that the two sides find each other: what the post says, nothing about persons.",
    basis: "6(1)(e) public task",
    retention: "As long as the thing.",
    export: (tx, person) =>
      tx
        .selectFrom("matching.entry as entry")
        .innerJoin("platform.thing as thing", "thing.id", "entry.thing")
        .select(["thing.reference", "entry.side", "entry.contribution_type", "entry.slots", "entry.reach_km", "entry.contacts"])
        .where("entry.party", "=", partyKey({ person }) ?? null)
        .orderBy("entry.thing")
        .execute(),
    erase: async (tx, person) =>
      void (await tx
        .updateTable("matching.entry")
        .set({ party: null })
        .where("party", "=", partyKey({ person }) ?? null)
        .execute()),
  },
  {
    table: "matching.posting",
    why: "The same turned round, so that few rows are read however many there are.",
    basis: "no personal data",
    retention: "As long as the thing is open.",
    export: "Holds no persons.",
    erase: "Holds no persons; goes with matching.entry.",
  },
];
