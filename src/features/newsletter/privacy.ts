// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

const basis = "6(1)(a) consent";

export const privacy: TablePrivacy[] = [
  {
    table: "newsletter.subscription",
    basis,
    why: "Which places, themes and areas somebody asked to be told of, and how often.",
    retention: "Until the person stops it: in the mail, with one click, or on the page.",
    export: (tx, person) =>
      tx
        .selectFrom("newsletter.subscription as subscription")
        .leftJoin("places.shown_locality as locality", "locality.id", "subscription.locality")
        .leftJoin("themes.shown_theme as theme", "theme.id", "subscription.theme")
        .leftJoin("places.shown_area as area", "area.id", "subscription.area")
        .select(["subscription.every", "subscription.since", "locality.name as locality", "theme.name as theme", "area.name as area"])
        .where("subscription.person", "=", person)
        .orderBy("subscription.since")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("newsletter.subscription").where("person", "=", person).execute()),
  },
  {
    table: "newsletter.no_comments",
    basis,
    why: "Who wants no more mails about comments.",
    retention: "Until they want them again.",
    export: (tx, person) => tx.selectFrom("newsletter.no_comments").select("at").where("person", "=", person).execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("newsletter.no_comments").where("person", "=", person).execute()),
  },
  {
    table: "newsletter.told",
    basis,
    why: "How far somebody has been told of places and themes and of comments on what they follow, so that nothing is left out or told twice, and how many mails that was.",
    retention: "As long as the person is known here.",
    export: (tx, person) => tx.selectFrom("newsletter.told").select(["every", "until", "digests"]).where("person", "=", person).execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("newsletter.told").where("person", "=", person).execute()),
  },
];
