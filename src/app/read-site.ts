// SPDX-License-Identifier: EUPL-1.2
import { keep } from "#platform/db/kept.ts";
import { modulesOff } from "#platform/modules.ts";
import { factsOf } from "#platform/municipality/facts.ts";
import { lookIn } from "#platform/municipality/look.ts";
import type { Site } from "#platform/operations/world.ts";
import { firstNameOf } from "#platform/text/first-name.ts";

/** The municipality as the frame shows it; whom to call is the first of the secretariat. */
export const siteOf = keep(["site", "person", "module"], async (db): Promise<Site> => {
  const { municipality: one, water: stream } = await factsOf(db);
  const lead = await db
    .selectFrom("people.shown_role as role")
    .innerJoin("people.shown as person", "person.id", "role.person")
    .where("role.role", "=", "secretariat")
    .where("role.until_day", "is", null)
    .orderBy("role.from_day")
    .select("person.name")
    .executeTakeFirst();
  return {
    municipality: one.name,
    place: one.place,
    contact: lead?.name ? firstNameOf(lead.name) : one.name,
    phone: one.secretariat.phone.replaceAll(" ", "\u00a0"),
    waters: [stream.line],
    ...lookIn(one),
    off: await modulesOff(db),
  };
});
