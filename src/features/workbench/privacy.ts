// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

/** Days after which it is forgotten who was reminded of what. */
export const morningDays = 90;

const basis = "6(1)(e) public task";

export const privacy: TablePrivacy[] = [
  {
    table: "workbench.morning",
    why: "That somebody has had the mail of a working day, so that they get no second one.",
    basis,
    retention: `${morningDays} days.`,
    export: (tx, person) => tx.selectFrom("workbench.morning").select(["day", "at"]).where("person", "=", person).orderBy("day").execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("workbench.morning").where("person", "=", person).execute()),
  },
  {
    table: "workbench.reminder",
    why: "Of which deadlines somebody was reminded, so that it happens once.",
    basis,
    retention: `${morningDays} days.`,
    export: (tx, person) =>
      tx.selectFrom("workbench.reminder").select(["what", "due", "day"]).where("person", "=", person).orderBy("day").execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("workbench.reminder").where("person", "=", person).execute()),
  },
  {
    table: "workbench.no_mornings",
    why: "Who wants no mail in the morning.",
    basis,
    retention: "Until they want it again.",
    export: (tx, person) => tx.selectFrom("workbench.no_mornings").select("at").where("person", "=", person).execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("workbench.no_mornings").where("person", "=", person).execute()),
  },
];
