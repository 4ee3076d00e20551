// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { contactDays, forgetPosts, keptYears, mailboxDays } from "./store-forget.ts";
import { putIntoMatching } from "./store-matching.ts";
import { texts } from "./texts.ts";

const basis = "6(1)(e) public task";
const record =
  "Whoever spoke for the municipality stands by it as long as the record is kept (Art. 17(3)(b)); the name goes with people.person.";
const withPost = "As long as the post.";
const withIntroduction = `${keptYears.introduction} years after it was over; that it came about stays as a number without persons.`;

/** Rows under row level security are read and changed as the program itself. */
const rows = (tx: Tx, statement: ReturnType<typeof sql>): Promise<unknown[]> =>
  within(tx, asSystem, async (inside) => (await statement.execute(inside)).rows);
const change = (tx: Tx, statement: ReturnType<typeof sql>): Promise<void> =>
  within(tx, asSystem, async (inside) => void (await statement.execute(inside)));

/** A side that a person stands for themselves: an organisation's is its own, whoever wrote its post. */
const ownSide = (side: "giver" | "seeker", person: string) =>
  side === "giver"
    ? sql`(giver_person = ${person} AND giver_organisation IS NULL)`
    : sql`(seeker_person = ${person} AND seeker_organisation IS NULL)`;
const mine = (person: string) =>
  sql`SELECT id FROM exchange.introduction WHERE ${ownSide("giver", person)} OR ${ownSide("seeker", person)}`;

/** Their own, and what they shared of themselves when they said yes for an organisation. */
const contactOf = (
  person: string,
) => sql`(CASE contact.side WHEN 'giver' THEN ${ownSide("giver", person)} ELSE ${ownSide("seeker", person)} END
  OR EXISTS (SELECT FROM exchange.reply WHERE reply.introduction = contact.introduction AND reply.side = contact.side AND reply.person = ${person} AND NOT by_broker))`;

/** In the order in which one person's rows can go. */
export const privacy: TablePrivacy[] = [
  {
    table: "exchange.contact",
    basis,
    why: "How each of two chose to be reached by the other, once both have said yes.",
    retention: `Removed when it came to nothing; else ${contactDays} days after the agreed day.`,
    export: (tx, person) =>
      rows(
        tx,
        sql`SELECT contact.introduction, contact.side, contact.name, contact.email, contact.phone FROM exchange.contact
          JOIN exchange.introduction ON introduction.id = contact.introduction
          WHERE ${contactOf(person)}`,
      ),
    erase: (tx, person) =>
      change(
        tx,
        sql`DELETE FROM exchange.contact USING exchange.introduction WHERE introduction.id = contact.introduction
          AND ${contactOf(person)}`,
      ),
  },
  {
    table: "exchange.message",
    basis,
    why: "What two wrote to each other by way of the site, so that neither needs the other's address.",
    retention: withIntroduction,
    export: (tx, person) => rows(tx, sql`SELECT introduction, side, text, at FROM exchange.message WHERE person = ${person} ORDER BY at`),
    erase: (tx, person) => change(tx, sql`DELETE FROM exchange.message WHERE person = ${person}`),
  },
  {
    table: "exchange.appreciation",
    basis,
    why: "Thanks from one to the other; public only where the one who gave it said so.",
    retention: "As long as both are there.",
    export: (tx, person) => rows(tx, sql`SELECT introduction, text, public, at FROM exchange.appreciation WHERE person = ${person}`),
    erase: (tx, person) => change(tx, sql`DELETE FROM exchange.appreciation WHERE person = ${person} OR introduction IN (${mine(person)})`),
  },
  {
    table: "exchange.outcome",
    basis,
    why: "Whether what was agreed on came about, as each of the two said, and hours as recognition.",
    retention: withIntroduction,
    export: (tx, person) => rows(tx, sql`SELECT introduction, side, happened, minutes, at FROM exchange.outcome WHERE person = ${person}`),
    erase: (tx, person) => change(tx, sql`UPDATE exchange.outcome SET person = NULL WHERE person = ${person}`),
  },
  {
    table: "exchange.resolution",
    basis,
    retention: withIntroduction,
    erase: (tx, person) => change(tx, sql`UPDATE exchange.resolution SET note = '–' WHERE introduction IN (${mine(person)})`),
    why: "What was so, where the two said different things, and who asked them.",
    export: (tx, person) => rows(tx, sql`SELECT introduction, happened, note, at FROM exchange.resolution WHERE person = ${person}`),
  },
  {
    table: "exchange.exchange",
    basis,
    why: "What two agreed on and for when, so that both can be asked how it went.",
    retention: withIntroduction,
    export: (tx, person) =>
      rows(tx, sql`SELECT introduction, what, on_day, standing, at FROM exchange.exchange WHERE introduction IN (${mine(person)})`),
    erase: (tx, person) =>
      change(tx, sql`UPDATE exchange.exchange SET person = NULL, what = '–' WHERE introduction IN (${mine(person)}) OR person = ${person}`),
  },
  {
    table: "exchange.reply",
    basis,
    why: "Who said yes or no to being brought together, and why not.",
    retention: withIntroduction,
    export: (tx, person) => rows(tx, sql`SELECT introduction, side, yes, reason, at FROM exchange.reply WHERE person = ${person}`),
    erase: (tx, person) =>
      change(tx, sql`UPDATE exchange.reply SET person = NULL, reason = NULL WHERE person = ${person} AND NOT by_broker`),
  },
  {
    table: "exchange.follow_up",
    basis,
    retention: "As long as what it is about.",
    why: "What a broker has to do about a post or an introduction, and what was done.",
    export: (tx, person) => rows(tx, sql`SELECT thing, why, due_on, done_at, note FROM exchange.follow_up WHERE person = ${person}`),
    // What a broker wrote of them goes, with their introductions here and with their posts below; the broker's own entries stay.
    erase: (tx, person) =>
      change(tx, sql`UPDATE exchange.follow_up SET note = '–' WHERE done_at IS NOT NULL AND thing IN (${mine(person)})`),
  },
  {
    table: "exchange.introduction",
    basis,
    why: "Who is brought together with whom, and what the one wrote to the other.",
    retention: withIntroduction,
    export: (tx, person) =>
      rows(
        tx,
        sql`SELECT thing.reference, introduction.giver_name, introduction.seeker_name, introduction.greeting, introduction.standing, introduction.proposed_at
          FROM exchange.introduction JOIN platform.thing ON thing.id = introduction.id
          WHERE introduction.id IN (${mine(person)}) OR introduction.proposed_by = ${person} ORDER BY introduction.proposed_at`,
      ),
    erase: (tx, person) =>
      change(
        tx,
        sql`UPDATE exchange.introduction SET greeting = CASE WHEN proposed_by = ${person} THEN '–' ELSE greeting END,
          giver_name = CASE WHEN ${ownSide("giver", person)} THEN '–' ELSE giver_name END,
          seeker_name = CASE WHEN ${ownSide("seeker", person)} THEN '–' ELSE seeker_name END,
          end_reason = CASE WHEN ${ownSide("giver", person)} OR ${ownSide("seeker", person)} THEN NULL ELSE end_reason END,
          giver_person = nullif(giver_person, ${person}), seeker_person = nullif(seeker_person, ${person}), proposed_by = nullif(proposed_by, ${person})
          WHERE ${person}::uuid IN (giver_person, seeker_person, proposed_by)`,
      ),
  },
  {
    table: "exchange.profile",
    basis: "6(1)(a) consent",
    why: "What somebody says they can contribute. An organisation's is public; a person's is for the brokers alone.",
    retention: "Until they take it away.",
    export: (tx, person) =>
      rows(tx, sql`SELECT contribution_types, text, remote, reach_km, changed_at FROM exchange.profile WHERE person = ${person}`),
    erase: (tx, person) => change(tx, sql`DELETE FROM exchange.profile WHERE person = ${person}`),
  },
  {
    table: "exchange.look",
    basis,
    retention: withPost,
    erase: record,
    why: "Who looked at a new party's post, and why it was not put up.",
    export: (tx, person) => rows(tx, sql`SELECT post, let_through, reason, at FROM exchange.look WHERE person = ${person}`),
  },
  {
    table: "exchange.renewal",
    basis,
    why: "When a post's last day was moved, and by whom.",
    retention: withPost,
    export: (tx, person) => rows(tx, sql`SELECT post, from_day, to_day, at FROM exchange.renewal WHERE person = ${person}`),
    erase: (tx, person) => change(tx, sql`UPDATE exchange.renewal SET person = NULL WHERE person = ${person}`),
  },
  {
    table: "exchange.edit",
    basis,
    why: "What a post said before it was changed: those who were brought together over it must be able to see what was meant.",
    retention: withPost,
    export: (tx, person) => rows(tx, sql`SELECT post, ordinal, title, text, at FROM exchange.edit WHERE person = ${person}`),
    erase: (tx, person) => change(tx, sql`UPDATE exchange.edit SET person = NULL, title = '–', text = '–' WHERE person = ${person}`),
  },
  {
    table: "exchange.post",
    basis,
    why: "What somebody gives or looks for, the name they chose to be shown with, and how a broker can reach them.",
    retention: `${keptYears.post} years after it was over; the phone number ${mailboxDays} days after, an unconfirmed mailbox until it is confirmed or ${mailboxDays} days.`,
    export: (tx, person) =>
      rows(
        tx,
        sql`SELECT thing.reference, post.title, post.text, post.shown_name, post.party_name, post.phone, post.submitted_at, post.expires_on
          FROM exchange.post JOIN platform.thing ON thing.id = post.id WHERE thing.owner_person = ${person} ORDER BY post.submitted_at`,
      ),
    erase: forgetWriter,
  },
  {
    table: "exchange.expiry_warning",
    basis: "no personal data",
    retention: withPost,
    why: "Which last days were told of, so that each is told once.",
    export: "Holds no persons.",
    erase: "Holds no persons.",
  },
];

/** A person's own posts go with their words; an organisation's stay, without who wrote them. */
async function forgetWriter(tx: Tx, person: string): Promise<void> {
  const own = sql`owner_person = ${person} AND kind IN ('offer', 'need')`;
  const { rows: alone } = await sql<{ id: string }>`SELECT id FROM platform.thing WHERE ${own} AND owner_organisation IS NULL`.execute(tx);
  await forgetPosts(
    tx,
    alone.map(({ id }) => id),
  );
  const { rows: left } = await sql<{ id: string }>`UPDATE platform.thing SET owner_person = NULL WHERE ${own} RETURNING id`.execute(tx);
  for (const { id } of left) {
    await sql`UPDATE exchange.post SET shown_name = NULL, phone = NULL, mailbox = NULL, claim_hash = NULL WHERE id = ${id}`.execute(tx);
    await putIntoMatching(tx, id);
  }
}

/** The same for whoever takes part, in plain words. */
export function keeps(lang: Lang): { title: string; text: string[] } {
  const t = texts(lang);
  const years = { posts: keptYears.post, introductions: keptYears.introduction, days: contactDays };
  return { title: t("keeps.title"), text: [t("keeps.what"), t("keeps.who"), t("keeps.how-long", years), t("keeps.profile")] };
}
