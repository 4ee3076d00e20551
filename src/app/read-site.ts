// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { ownCss, type OwnColours } from "#design/index.ts";
import { keep } from "#platform/db/kept.ts";
import { modulesOff } from "#platform/modules.ts";
import { factsOf } from "#platform/municipality/facts.ts";
import type { Municipality } from "#platform/municipality/schema.ts";
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
    wordMark: one.wordMark,
    colours: coloursOf(one),
    off: await modulesOff(db),
  };
});

function coloursOf({ colours }: Municipality): Site["colours"] {
  const pair = ({ light, dark }: { light: string; dark: string }) => [light, dark] as const;
  const own: OwnColours = {
    fjord: pair(colours.fjord),
    "fjord-tint": pair(colours.fjordTint),
    thread: pair(colours.thread),
    "thread-tint": pair(colours.threadTint),
  };
  const css = ownCss(own);
  if (css === undefined) return undefined;
  const version = createHash("sha256").update(css).digest("hex").slice(0, 10);
  return { css, href: `/farver/${version}.css` };
}
