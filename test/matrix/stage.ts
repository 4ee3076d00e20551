// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { makeShelf } from "#platform/files/shelf.ts";
import { startSession } from "#platform/auth/session.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import { personOf } from "#platform/auth/actor.ts";
import { addDays } from "#platform/clock/local-day.ts";
import { reply, startFollowing, startSupporting, takeBackComment, writeComment } from "#features/dialogue/operations.ts";
import { mailRequests } from "#features/feedback/jobs.ts";
import { answer as sayHowItWent } from "#features/feedback/operations.ts";
import { acknowledge, answer, askColleague, concern, proposeMerge, submit, takeBack } from "#features/ideas/operations.ts";
import { newPhrase } from "#features/drafts/operations.ts";
import { addressesOf, sameLink } from "#features/people/index.ts";
import { goAway } from "#features/places/index.ts";
import { makeClient, type Client } from "../client.ts";
import type { TestWorld } from "../test-world.ts";

/** Who stands in each column. Signe and Bo answer for the area that the ideas lie in, Tine for another. */
export const actors: Record<string, string | undefined> = {
  visitor: undefined,
  author: "karen",
  citizen: "mehmet",
  "contact-person": "signe",
  deputy: "bo",
  "other-contact": "tine",
  secretariat: "lone",
  committee: "jens",
  council: "ruth",
};

const area = "miljoe-og-teknik";
export const otherArea = "boern-og-skole";
export const anIdea = {
  title: "En bænk ved åen",
  text: "Der mangler et sted at hvile sig på den lange tur langs åen.",
  where: "langaa",
  area,
};
export const aReason = { reason: "Vi sætter den op til foråret, og vi har fundet pengene." };

let addresses = 0;
let mailboxes = 0;

/** A browser of its own for an actor, from an address of its own, so that budgets of one cell are not those of another. */
export async function browserOf(t: TestWorld, actor: string): Promise<Client> {
  addresses += 1;
  const client = makeClient(t.server, {
    origin: t.address,
    pause: () => t.clock.advance(5_000),
    address: `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`,
  });
  client.cookies.set("browser", randomBytes(16).toString("base64url"));
  const key = actors[actor];
  if (key !== undefined) client.cookies.set("session", await sessionOf(t, key));
  return client;
}

async function sessionOf(t: TestWorld, key: string): Promise<string> {
  const person = personOf(await t.actor(key));
  if (!person) throw new Error(`Nobody is called ${key}`);
  const token = t.world.ids.secret(32);
  await t.world.write.transaction().execute((tx) => startSession(tx, { person: person.id, token, now: t.clock.now() }));
  return token;
}

/** An idea in a state. Out: its reference. Karen is its author, except where it is held: then nobody has said yes to it. */
export async function ideaIn(t: TestWorld, state: string): Promise<string> {
  const { answer: made } = await t.perform(submit, {
    ...(state.endsWith("held") ? {} : { as: "karen" }),
    input: { ...anIdea, ...(state === "half-done" ? { halfDone: true } : {}) },
  });
  const reference = String(made.reference);
  if (state === "answered") await t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", ...aReason } });
  if (state === "concerned") await t.perform(concern, { as: "signe", reference, input: { areas: otherArea } });
  if (state === "merge-asked") await t.perform(proposeMerge, { as: "signe", reference, input: { into: await ideaOfRuth(t), ...aReason } });
  if (state.startsWith("asked")) await t.perform(askColleague, { as: "signe", reference, input: await aQuestionTo(t, "tine") });
  if (state === "withdrawn") await t.perform(takeBack, { as: "karen", reference, input: {} });
  return reference;
}

/** A public idea of the council member's, into which another can go. Out: its reference. */
export async function ideaOfRuth(t: TestWorld): Promise<string> {
  return String((await t.perform(submit, { as: "ruth", input: { ...anIdea, title: "Bænke langs hele åen" } })).answer.reference);
}

/** What a colleague can be asked, by the day after tomorrow's working day. */
export async function aQuestionTo(t: TestWorld, key: string): Promise<Record<string, string>> {
  const wished = addWorkingDays(t.clock.now(), 2).day;
  return { colleague: personOf(await t.actor(key))?.id ?? "", question: "Har I prøvet noget lignende?", wished };
}

/** An idea with what Signe asked Tine about it; where nobody was asked, with a question that is not there. */
export async function questionIn(t: TestWorld, state: string): Promise<{ reference: string; question: string }> {
  const reference = await ideaIn(t, state);
  const { rows } = await t.world.readPool.query<{ id: string }>(
    "SELECT question.id FROM ideas.question JOIN platform.thing ON thing.id = question.idea WHERE thing.reference = $1",
    [reference],
  );
  return { reference, question: rows[0]?.id ?? t.world.ids.uuid() };
}

/** An idea sent without logging in. Out: its reference and the code with which it can be claimed. */
export async function claimableIdea(t: TestWorld): Promise<{ reference: string; code: string }> {
  const { answer: made, revealed } = await t.perform(submit, { input: anIdea });
  return { reference: String(made.reference), code: revealed.receipt ?? "" };
}

/** An idea with a mailbox that has not said yes. Out: the token of the mailed link. */
export async function tokenToConfirm(t: TestWorld): Promise<string> {
  const email = newMailbox();
  await t.perform(submit, { input: { ...anIdea, email } });
  return tokenMailedTo(t, email, "/ideer/bekraeft/");
}

/** Somebody without an account asks to follow an idea. Out: the token of the mail that asks for the yes. */
export async function tokenToFollow(t: TestWorld): Promise<string> {
  const email = newMailbox();
  await t.perform(startFollowing, { reference: await ideaIn(t, "public"), input: { email } });
  return tokenMailedTo(t, email, "/foelg/ja/");
}

/** Mehmet follows Karen's idea and hears of it. Out: the token of the mail's "no thanks". */
export async function tokenToStop(t: TestWorld): Promise<string> {
  const reference = await ideaIn(t, "public");
  await t.perform(startFollowing, { as: "mehmet", reference, input: {} });
  await t.perform(acknowledge, { as: "signe", reference, input: {} });
  return tokenMailedTo(t, "mehmet@example.dk", "/foelg/nej/");
}

/** Somebody without an account asks to support an idea. Out: the token of the mail that asks for the yes. */
export const tokenToSupport = (t: TestWorld): Promise<string> => tokenOfSupport(t, "/stoet/ja/");

/** Out: the token of the link in the same mail that takes the support back. */
export const tokenToTakeBackSupport = (t: TestWorld): Promise<string> => tokenOfSupport(t, "/stoet/nej/");

async function tokenOfSupport(t: TestWorld, path: string): Promise<string> {
  const email = newMailbox();
  await t.perform(startSupporting, { reference: await ideaIn(t, "public"), input: { email } });
  return tokenMailedTo(t, email, path);
}

export const aComment = { text: "Sæt også en skraldespand ved siden af." };

/** Mehmet's comment to Karen's idea, in a state. Out: its reference. */
export async function commentIn(t: TestWorld, state: string): Promise<string> {
  const idea = await ideaIn(t, "public");
  // What he wrote for other cells is not counted with this one.
  await t.world.write.deleteFrom("platform.budget").where("what", "=", "dialogue.comment").execute();
  const { answer: made } = await t.perform(writeComment, { as: "mehmet", reference: idea, input: aComment });
  const reference = String(made["comment"]);
  if (state === "answered") await t.perform(reply, { as: "ruth", reference, input: { text: "God tanke." } });
  if (state === "taken-back") await t.perform(takeBackComment, { as: "mehmet", reference, input: {} });
  if (state === "thing-withdrawn") await t.perform(takeBack, { as: "karen", reference: idea, input: {} });
  return reference;
}

/** An idea of Karen's about which she was asked how it went, or not. */
export async function askedIn(t: TestWorld, state: string): Promise<string> {
  const reference = await ideaIn(t, state === "not-asked" ? "public" : "answered");
  await t.runJobs();
  if (state === "said") await t.perform(sayHowItWent, { as: "karen", reference, input: { score: 5 } });
  return reference;
}

/** Out: the token of the mail that asks Karen how it went. */
export async function tokenToSayHow(t: TestWorld): Promise<string> {
  await askedIn(t, "asked");
  await mailRequests(t.world, new Date(t.clock.now().getTime() + 72 * 3_600_000));
  return tokenMailedTo(t, "karen@example.dk", "/hvordan-gik-det/mail/");
}

const newMailbox = (): string => `nora${(mailboxes += 1)}@example.dk`;

export async function tokenMailedTo(t: TestWorld, mailbox: string, path: string): Promise<string> {
  await t.runJobs();
  const mails = (await t.mails()).filter(({ recipient }) => recipient === mailbox);
  const tokens = mails.flatMap(({ plain }) => new RegExp(`${path}([\\w-]+)`).exec(plain)?.[1] ?? []);
  const last = tokens.at(-1);
  if (last === undefined) throw new Error(`${mails.length} mails to ${mailbox}, none with ${path}`);
  return last;
}

let days = 0;

/** A day on which nobody has said yet that they are away. */
export function newDays(): { from: string; until: string } {
  days += 1;
  const day = addDays("2027-02-01", days);
  return { from: day, until: day };
}

/** Signe says that she is away. Out: what names the absence. */
export async function absenceOfSigne(t: TestWorld): Promise<string> {
  const { answer: made } = await t.perform(goAway, { as: "signe", input: newDays() });
  return String(made["absence"]);
}

/** Signe keeps a phrase for herself. Out: what names it. */
export async function phraseOfSigne(t: TestWorld): Promise<string> {
  const { answer: made } = await t.perform(newPhrase, {
    as: "signe",
    input: { title: "Asfalt", text: "Vi lægger asfalt, når det er varmt nok." },
  });
  return String(made["phrase"]);
}

/** The link with which Signe says no to the morning mail. Out: its token. */
export async function tokenOfMornings(t: TestWorld): Promise<string> {
  const { ids, secret, clock, write, read } = t.world;
  const person = personOf(await t.actor("signe"))?.id ?? "";
  const mailbox = (await addressesOf(read, [person])).get(person)?.mailbox ?? "";
  const link = {
    mailbox,
    purpose: "no-mornings",
    expiresAt: new Date(clock.now().getTime() + 3 * 365 * 24 * 60 * 60_000),
    now: clock.now(),
  };
  return (await write.transaction().execute((tx) => sameLink(tx, { ...link, ids, secret }))).token;
}

/** Any mail that was written. Out: its id. */
export async function someMail(t: TestWorld): Promise<string> {
  await tokenToConfirm(t);
  const { id } = await t.world.read.selectFrom("platform.mail").select("id").limit(1).executeTakeFirstOrThrow();
  return id;
}

/** A thing shows a picture. The bytes are drawn here, once. */
export async function addAPicture({ world }: TestWorld, reference: string): Promise<void> {
  const shelf = makeShelf(world.config.dataDir);
  const path = await shelf.half();
  writeFileSync(path, aDot);
  const hash = await shelf.put(path);
  await world.writePool.query(
    `WITH file AS (INSERT INTO platform.file (id, large, small, width, height, small_width, small_height, made_at)
       VALUES (gen_random_uuid(), $2, $2, 1, 1, 1, 1, $3) RETURNING id)
     INSERT INTO platform.picture (thing, place, file, alt, consent_at)
     SELECT thing.id, 1, file.id, 'Et punkt', $3 FROM platform.thing, file WHERE reference = $1`,
    [reference, hash, world.clock.now()],
  );
}

/** The smallest WebP there is. */
const aDot = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
