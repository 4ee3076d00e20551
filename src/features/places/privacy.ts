// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

const none = { export: "Holds no persons.", erase: "Holds no persons." } as const;

/** Days after its end on which an absence is forgotten. */
export const absenceKeptDays = 90;

export const privacy: TablePrivacy[] = [
  {
    table: "places.moved_thing",
    why: "What a closed area gave to its successor, so that it can come back.",
    basis: "no personal data",
    retention: "As long as the area is closed.",
    ...none,
  },
  {
    table: "places.absence",
    why: "When somebody who answers for an area is away, so that the deputy does: not why they are away.",
    basis: "6(1)(e) public task",
    retention: `${absenceKeptDays} days after the last day.`,
    export: (tx, person) =>
      tx
        .selectFrom("places.absence")
        .select(["from_day", "until_day", "made_at", "back_at"])
        .where((eb) => eb.or([eb("person", "=", person), eb("stand_in", "=", person)]))
        .orderBy("from_day")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("places.absence").where("person", "=", person).execute()),
  },
  {
    table: "places.locality",
    why: "The towns and villages that things lie in, for lists and the map.",
    basis: "no personal data",
    retention: "As long as the municipality has them.",
    ...none,
  },
  {
    table: "places.closed_day",
    why: "Days that do not count when a deadline is reckoned.",
    basis: "no personal data",
    retention: "As long as a deadline may be recounted.",
    ...none,
  },
  {
    table: "places.area",
    why: "Who answers for each area and who steps in: citizens must know whom they write to.",
    basis: "6(1)(e) public task",
    retention: "Until somebody else is named.",
    export: (tx, person) =>
      tx
        .selectFrom("places.area")
        .select(["name", "phone", "hours"])
        .where((eb) => eb.or([eb("contact_person", "=", person), eb("deputy", "=", person)]))
        .execute(),
    erase: "An area cannot be without them: somebody else is named first, and the person goes with that.",
  },
];
