// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { query } from "#platform/operations/operation.ts";
import { factsOf } from "#platform/municipality/facts.ts";
import { answeringToday, areasToSet, areaToSet, peopleToChoose, thingsIn } from "#features/places/index.ts";
import { secretariat } from "./operations.ts";

const nothing = z.object({});

/** Every area with its people, also the closed ones. */
export const allAreas = query({
  name: "settings.areas",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db }) => ({ areas: await areasToSet(db) }),
});

/** One area as it stands, who can be chosen, and what it would be handed over to. */
export const oneArea = query({
  name: "settings.area",
  input: nothing,
  on: areaToSet,
  may: secretariat,
  api: false,
  async run({ db, on, now }) {
    const [people, areas, things, today] = await Promise.all([
      peopleToChoose(db),
      areasToSet(db),
      thingsIn(db, on.id),
      answeringToday(db, on.id, now),
    ]);
    const addressOf = (id: string): string => people.find((one) => one.id === id)?.address ?? "";
    return {
      area: on,
      people,
      things,
      /** Who answers today, where somebody is away. */
      today: today && today.who.id !== on.contactPerson ? today.who.name : undefined,
      contact: addressOf(on.contactPerson),
      deputy: addressOf(on.deputy),
      names: new Map(
        areas
          .filter(({ id }) => id === on.id)
          .map((one) => [
            one.id,
            { contact: one.contactName ?? "", deputy: one.deputyName ?? "", heir: one.heirName, heirEn: one.heirNameEn },
          ]),
      ),
      others: areas.filter(({ id, heirName }) => id !== on.id && heirName === null),
    };
  },
});

/** What a new area begins with. */
export const beforeAddingArea = query({
  name: "settings.before-adding-area",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db }) => ({ people: await peopleToChoose(db), deadlines: (await factsOf(db)).municipality.deadlines }),
});
