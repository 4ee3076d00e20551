// SPDX-License-Identifier: EUPL-1.2
import { languages } from "#platform/i18n/i18n.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Route } from "#platform/http/route.ts";
import { stageIdeas } from "../../tools/pictures-stage.ts";
import { aChange } from "../matrix/settings-cases.ts";
import type { TestWorld } from "../test-world.ts";

export type Address = { url: string; route: Route };

/** Every page of the registry as addresses that exist: each `:reference` with one thing of each state, and `more`, in every language. */
export async function allAddresses(
  t: TestWorld,
  langs: readonly (typeof languages)[number][] = languages,
  more: readonly string[] = [],
): Promise<Address[]> {
  const samples = {
    comments: await sampleComments(t),
    things: [...(await sampleReferences(t)), ...(await sampleOfKaren(t)), ...(await samplePosts(t)), ...more],
    answers: await sampleAnswers(t),
    questions: await sampleQuestions(t),
    mails: await sampleMails(t),
    settings: await sampleSettings(t),
    pictured: await samplePictured(t),
    desk: await sampleDesk(t),
  };
  return t.world.registry.routes.flatMap((route) =>
    fill(route.path, samples).flatMap((path) => langs.map((lang) => ({ url: inLanguage(path, lang), route }))),
  );
}

/** Two public, two held, two withdrawn things of each kind, as far as there are such. */
export async function sampleReferences({ world }: TestWorld): Promise<string[]> {
  const things = await world.read
    .selectFrom("platform.thing")
    .select(["reference", "kind", "visibility", "withdrawn_at"])
    .orderBy("reference")
    .execute();
  const byState = Map.groupBy(things, (thing) => `${thing.kind} ${thing.visibility} ${thing.withdrawn_at !== null}`);
  return [...byState.values()].flatMap((group) => group.slice(0, 2)).map(({ reference }) => reference);
}

/** An idea of Karen's that is changed, asked about and may be joined with another, and one of hers that she is asked about. */
async function sampleOfKaren(t: TestWorld): Promise<string[]> {
  const { busy } = await stageIdeas(t);
  const { rows } = await t.world.readPool.query<{ reference: string }>(`
    SELECT thing.reference FROM feedback.request JOIN platform.thing ON thing.id = request.thing JOIN people.person ON person.id = request.person
    WHERE person.demo_key = 'karen' ORDER BY thing.reference LIMIT 1`);
  return [busy, ...rows.map(({ reference }) => reference)];
}

/** A post of Karen's or Mehmet's that stands in the list: only whose it is can pause it. */
async function samplePosts({ world }: TestWorld): Promise<string[]> {
  const { rows } = await world.readPool.query<{ reference: string }>(`
    SELECT thing.reference FROM exchange.post JOIN platform.thing USING (id) JOIN people.person ON person.id = thing.owner_person
    WHERE person.demo_key IN ('karen', 'mehmet') AND post.listed_at IS NOT NULL ORDER BY thing.reference LIMIT 1`);
  return rows.map(({ reference }) => reference);
}

/** What answers a question, beside what asks it, of Signe's inbox. */
async function sampleAnswers({ world }: TestWorld): Promise<{ reference: string; idea: string }[]> {
  const { rows } = await world.readPool.query<{ reference: string; idea: string }>(`
    SELECT asking.reference, answer.reference AS idea FROM platform.link
    JOIN platform.thing asking ON asking.id = link.to_thing JOIN platform.thing answer ON answer.id = link.from_thing
    JOIN places.area ON area.id = asking.area WHERE link.relation = 'answers' AND area.slug = 'miljoe-og-teknik' ORDER BY answer.reference LIMIT 1`);
  return rows;
}

/** What Signe asks a colleague, who has not replied. */
const sampleQuestions = async ({ world }: TestWorld): Promise<{ reference: string; question: string }[]> =>
  world.read
    .selectFrom("ideas.question as question")
    .innerJoin("platform.thing as thing", "thing.id", "question.idea")
    .select(["thing.reference", "question.id as question"])
    .where("question.replied_at", "is", null)
    .orderBy("question.at")
    .limit(1)
    .execute();

/** The demo tells no mails: one is asked for, so that the pages that show mails have something to show. */
export async function writeAMail(t: TestWorld): Promise<void> {
  await t.visitor().fill("/log-ind", { email: "karen@example.dk" });
  await t.runJobs();
}

const sampleMails = async ({ world }: TestWorld): Promise<string[]> =>
  (await world.read.selectFrom("platform.mail").select("id").orderBy("created_at").limit(2).execute()).map(({ id }) => id);

/** Things that show a picture. */
const samplePictured = async ({ world }: TestWorld): Promise<string[]> =>
  (
    await world.read
      .selectFrom("platform.picture as picture")
      .innerJoin("platform.thing as thing", "thing.id", "picture.thing")
      .select("thing.reference")
      .where("picture.place", "=", 1)
      .orderBy("thing.reference")
      .limit(6)
      .execute()
  ).map(({ reference }) => reference);

/** Signe's absence and her phrase, by the folder of their pages. */
async function sampleDesk({ world: { read } }: TestWorld): Promise<Record<string, string>> {
  const absence = await read.selectFrom("places.absence").select("id").executeTakeFirst();
  const phrase = await read.selectFrom("drafts.phrase").select("id").executeTakeFirst();
  return { fravaer: absence?.id ?? "x", fraser: phrase?.id ?? "x" };
}

/** One of each of what the secretariat decides, by the folder its page lies in. */
async function sampleSettings(t: TestWorld): Promise<Record<string, string>> {
  const role = await t.world.read.selectFrom("people.role").select("id").where("role", "=", "secretariat").executeTakeFirst();
  return {
    omraader: "boern-og-skole",
    historik: await aChange(t),
    steder: "langaa",
    lukkedage: "2026-12-24",
    emner: "stier-og-baenke",
    roller: role?.id ?? "x",
    tekster: "ideas:write.title",
    dele: "newsletter",
  };
}

/** Comments of people who look at pages: one of a citizen, one of Signe, one of Karen. */
const sampleComments = async ({ world }: TestWorld): Promise<string[]> => {
  const { rows } = await world.readPool.query<{ reference: string }>(`
    SELECT DISTINCT ON (person.demo_key) thing.reference || '.' || comment.number AS reference
    FROM dialogue.comment JOIN platform.thing ON thing.id = comment.thing JOIN people.person ON person.id = comment.person
    WHERE person.demo_key IN ('sofie', 'signe', 'karen') ORDER BY person.demo_key, comment.at`);
  return rows.map(({ reference }) => reference);
};

/** The folders of the pages of one kind: what is of another kind is not there, and that is tried elsewhere. */
const letters: Record<string, string> = {
  "/ideer/": "I",
  "/paa-vej/": "V",
  "/henvendelser/": "H",
  "/byttebors/": "TE",
  "/formidling/": "F",
};

function ofKind(pattern: string, things: string[], mails: string[]): string[] {
  if (pattern.startsWith("/dev/mail")) return mails;
  const kind = Object.entries(letters).find(([folder]) => pattern.startsWith(folder))?.[1];
  return things.filter(([letter = ""]) => kind === undefined || kind.includes(letter));
}

type Samples = {
  comments: string[];
  things: string[];
  answers: { reference: string; idea: string }[];
  questions: { reference: string; question: string }[];
  mails: string[];
  settings: Record<string, string>;
  pictured: string[];
  desk: Record<string, string>;
};

function fill(pattern: string, { comments, things, answers, questions, mails, settings, pictured, desk }: Samples): string[] {
  const decided = /^\/indstillinger\/(\w+)\/:reference/.exec(pattern)?.[1];
  if (decided !== undefined) return [pattern.replace(":reference", settings[decided] ?? "x")];
  const onDesk = /^\/arbejdsbord\/(\w+)\/:reference/.exec(pattern)?.[1];
  if (onDesk !== undefined) return [pattern.replace(":reference", desk[onDesk] ?? "x")];
  if (pattern.startsWith("/kommentar/")) return comments.map((reference) => pattern.replace(":reference", reference));
  if (pattern.startsWith("/billeder/"))
    return pictured.map((reference) => pattern.replace(":reference", reference).replace(":place", "1").replace(":size", "lille"));
  if (pattern.includes(":idea"))
    return answers.map(({ reference, idea }) => pattern.replace(":reference", reference).replace(":idea", idea));
  if (pattern.includes(":question"))
    return questions.map(({ reference, question }) => pattern.replace(":reference", reference).replace(":question", question));
  if (pattern.includes(":reference")) return ofKind(pattern, things, mails).map((reference) => pattern.replace(":reference", reference));
  return [
    pattern
      .replace(/:(key|who)\b/, "signe")
      .replace(/:area\b/, "miljoe-og-teknik")
      .replace(/:locality\b/, "langaa")
      .replace(/:about\b/, "sted-langaa")
      .replace(/:every\b/, "week")
      .replace(/:theme\b/, "natur-og-udeliv")
      .replace(/:slug\b/, "nordlys")
      .replaceAll(/:[a-z]+/gi, "0".repeat(43)),
  ];
}
