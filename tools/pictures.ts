// SPDX-License-Identifier: EUPL-1.2
// npm run pictures -- FOLDER [page …]: each page at 390 and 1280 px, light and dark, from the demo world on a day that stands still.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { changeArea } from "../src/features/places/index.ts";
import { openBrowser } from "../e2e/browser.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { stageIdeas } from "./pictures-stage.ts";

const [folder = ".cache/pictures", ...only] = (process.env["PICTURES"] ?? "").split(" ").filter(Boolean);

/** Lone has changed a few things, so that the history has something to show. Out: the last change. */
async function changes(t: TestWorld): Promise<string | undefined> {
  const to = { as: "lone", reference: "miljoe-og-teknik" };
  await t.perform(changeArea, { ...to, input: { phone: "89 15 15 15", hours: "mandag–torsdag 9–15" } });
  await t.perform(changeArea, { ...to, input: { answerDays: 12 } });
  const row = await t.world.read.selectFrom("platform.setting_change").select("id").orderBy("id", "desc").executeTakeFirst();
  return row?.id;
}

const pages: [name: string, path: string, who?: string][] = [
  ["front", "/"],
  ["ideas", "/ideer"],
  ["write", "/ideer/ny"],
  ["log-in", "/log-ind"],
  ["workbench", "/arbejdsbord", "signe"],
  ["desk-lone", "/arbejdsbord", "lone"],
  ["desk-bo", "/arbejdsbord", "bo"],
  ["desk-acknowledge", "/arbejdsbord/kvitter", "signe"],
  ["desk-absence", "/arbejdsbord/fravaer", "lone"],
  ["desk-phrases", "/arbejdsbord/fraser", "signe"],
  ["desk-mornings", "/arbejdsbord/morgenmail", "signe"],
  ["mine", "/min-side", "karen"],
  ["upcoming", "/paa-vej"],
  ["upcoming-none", "/paa-vej?locality=gjerlev&phase=decision"],
  ["upcoming-write", "/paa-vej/ny", "signe"],
  ["upcoming-invitations", "/paa-vej/invitationer", "karen"],
  ["exchange", "/byttebors"],
  ["broker-desk", "/byttebors/formidler", "lone"],
  ["broker-desk-section", "/byttebors/formidler?section=to-do", "lone"],
  ["contact", "/kontakt"],
  ["contact-found", "/kontakt?q=min+mor+og+b%C3%A6nken"],
  ["contact-none", "/kontakt?q=xyzzy"],
  ["area", "/kontakt/miljoe-og-teknik"],
  ["enquiry-write", "/kontakt/skriv?area=miljoe-og-teknik"],
  ["place", "/lokalomraade/langaa"],
  ["place-empty", "/lokalomraade/udbyhoej"],
  ["theme", "/tema/natur-og-udeliv"],
  ["news", "/nyt?om=sted-langaa"],
  ["comment-mails", "/nyt/kommentarer", "karen"],
  ["open-data", "/aabne-data"],
  ["open-data-cases", "/aabne-data/loefter"],
  ["design", "/design"],
  ["missing", "/findes-ikke"],
  ["english", "/en"],
];

test("pictures of every page", async () => {
  const t = await openTestWorld({ ideas: true, listen: true });
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await t.close();
  });
  mkdirSync(folder, { recursive: true });
  const answered = await t.world.read
    .selectFrom("ideas.answer as answer")
    .innerJoin("platform.thing as thing", "thing.id", "answer.idea")
    .where("answer.status", "=", "you-do-we-help")
    .where("thing.visibility", "=", "public")
    .select("thing.reference")
    .executeTakeFirst();
  const waiting = await t.world.read
    .selectFrom("platform.thing as thing")
    .leftJoin("ideas.answer as answer", "answer.idea", "thing.id")
    .where("answer.id", "is", null)
    .where("thing.visibility", "=", "public")
    .where("thing.withdrawn_at", "is", null)
    .innerJoin("places.shown_area as area", "area.id", "thing.area")
    .where("area.slug", "=", "miljoe-og-teknik")
    .select("thing.reference")
    .executeTakeFirst();
  const pictured = await t.world.read
    .selectFrom("platform.picture as picture")
    .innerJoin("platform.thing as thing", "thing.id", "picture.thing")
    .where("thing.visibility", "=", "public")
    .select("thing.reference")
    .executeTakeFirst();
  const held = await t.world.read.selectFrom("platform.thing").where("visibility", "=", "held").select("reference").executeTakeFirst();
  /** A bench that many have talked about, and a half-finished idea. */
  const talked = await referenceOf(t, "Et bord i læ%");
  const half = await referenceOf(t, "Tag over skaterrampen");
  const { busy, part, whole, ofClass } = await stageIdeas(t);
  const together = [
    ["together-busy", `/ideer/${busy}`, "signe"] as const,
    ["together-asked", `/ideer/${busy}`, "karen"] as const,
    ["together-history", `/ideer/${busy}/historik`] as const,
    ["together-edit", `/ideer/${busy}/ret`, "karen"] as const,
    ["together-pictures", `/ideer/${busy}/billeder`, "karen"] as const,
    ["together-case", `/ideer/${busy}/sag`, "signe"] as const,
    ["together-ask", `/ideer/${busy}/spoerg`, "signe"] as const,
    ["together-replying", `/ideer/${busy}/spurgt`, "lone"] as const,
    ["together-concerns", `/ideer/${busy}/omraader`, "signe"] as const,
    ["together-variant", `/ideer/${busy}/variant`, "mehmet"] as const,
    ["together-propose", `/ideer/${busy}/foreslaa-samling`, "signe"] as const,
    ["together-agree", `/ideer/${busy}/samling`, "karen"] as const,
    ["together-part", `/ideer/${part}`] as const,
    ["together-whole", `/ideer/${whole}`] as const,
    ["together-class", `/ideer/${ofClass}`] as const,
    ["together-desk", "/arbejdsbord", "lone"] as const,
  ];
  /** One of each: asking, told, late, going on. */
  const [cycling, playground, library, river] = await Promise.all(
    ["Cykelsti mellem%", "Ny legeplads i%", "Åbningstider på%", "Når Gudenåen%"].map((title) => referenceOf(t, title)),
  );
  const inCycling = await referenceOf(t, "Lamper under jernbanebroen");
  const { rows: requests } = await t.world.readPool.query<{ reference: string }>(
    `SELECT thing.reference FROM feedback.request JOIN platform.thing ON thing.id = request.thing JOIN people.person ON person.id = request.person
     WHERE person.demo_key = 'karen' ORDER BY request.asked_at DESC LIMIT 1`,
  );
  const asked = requests[0]?.reference ?? "none";
  const enquiry = async (where: string): Promise<string> => {
    const { rows } = await t.world.readPool.query<{ reference: string }>(
      `SELECT reference FROM platform.thing WHERE kind = 'enquiry' AND ${where} ORDER BY created_at DESC LIMIT 1`,
    );
    return rows[0]?.reference ?? "none";
  };
  const ofKaren = "owner_person = (SELECT id FROM people.person WHERE demo_key = 'karen')";
  const all = [
    ...pages,
    ["enquiry-mine", `/henvendelser/${await enquiry(`${ofKaren} AND withdrawn_at IS NULL`)}`, "karen"] as const,
    ["enquiry-answer", `/henvendelser/${await enquiry(ofKaren)}/svar`, "signe"] as const,
    [
      "enquiry-call",
      `/henvendelser/${await enquiry("owner_person = (SELECT id FROM people.person WHERE demo_key = 'preben')")}/ring`,
      "signe",
    ] as const,
    [
      "enquiry-inbox",
      `/henvendelser/${await enquiry("owner_person = (SELECT id FROM people.person WHERE demo_key = 'preben')")}`,
      "signe",
    ] as const,
    ...together,
    ["listing-asking", `/paa-vej/${cycling}`] as const,
    ["listing-owner", `/paa-vej/${cycling}`, "signe"] as const,
    ["listing-told", `/paa-vej/${playground}`] as const,
    ["listing-late", `/paa-vej/${library}`] as const,
    ["listing-idea", `/paa-vej/${river}`] as const,
    ["listing-answer", `/ideer/ny?om=${cycling}`] as const,
    ["listing-weigh", `/paa-vej/${cycling}/svar/${inCycling}`, "signe"] as const,
    ["listing-tell", `/paa-vej/${cycling}/hoert`, "signe"] as const,
    ["listing-invite", `/paa-vej/${cycling}/indbyd`, "signe"] as const,
    ["listing-put-off", `/paa-vej/${cycling}/udsaet`, "signe"] as const,
    ["talk", `/ideer/${talked}`] as const,
    ["talk-mine", `/ideer/${talked}`, "karen"] as const,
    ["support", `/stoet/${talked}`] as const,
    ["how-it-went", "/hvordan-gik-det"] as const,
    ["how-it-went-lone", "/hvordan-gik-det", "lone"] as const,
    ["ask-how", `/hvordan-gik-det/om/${asked}`, "karen"] as const,
    ["comment", `/samtale/${talked}/skriv`, "jens"] as const,
    ["comment-visitor", `/samtale/${talked}/skriv`] as const,
    ["comment-build", `/samtale/${half}/skriv`, "karen"] as const,
    ["reply", `/kommentar/${talked}.2/svar`, "karen"] as const,
    ["conversation", `/samtale/${talked}`] as const,
    ["take-back", `/kommentar/${talked}.4/tag-tilbage`, "karen"] as const,
    ["look", `/ideer/${held?.reference}/se-efter`, "lone"] as const,
    ["follow", `/foelg/${waiting?.reference}`] as const,
    ["answered", `/ideer/${answered?.reference}?nyt=answered`, "signe"] as const,
    ["idea", `/ideer/${answered?.reference}`] as const,
    ["idea-waiting", `/ideer/${waiting?.reference}`] as const,
    ["answer", `/ideer/${waiting?.reference}/svar`, "signe"] as const,
    ["settings", "/indstillinger", "lone"] as const,
    ["settings-area", "/indstillinger/omraader/miljoe-og-teknik", "lone"] as const,
    ["settings-days", "/indstillinger/omraader/miljoe-og-teknik/frister", "lone"] as const,
    ["settings-people", "/indstillinger/omraader/miljoe-og-teknik/personer", "lone"] as const,
    ["settings-look", "/indstillinger/udseende", "lone"] as const,
    ["settings-history", "/indstillinger/historik", "lone"] as const,
    ["settings-undo", `/indstillinger/historik/${(await changes(t)) ?? ""}`, "lone"] as const,
    ["settings-texts", `/indstillinger/tekster?q=${encodeURIComponent("bænk")}`, "lone"] as const,
    ["settings-text", "/indstillinger/tekster/ideas:write.title", "lone"] as const,
    ["settings-roles", "/indstillinger/roller", "lone"] as const,
    ["settings-themes", "/indstillinger/emner", "lone"] as const,
    ["idea-pictured", `/ideer/${pictured?.reference}`] as const,
  ];
  for (const [name, path, who] of all) {
    if (only.length > 0 && !only.includes(name)) continue;
    for (const width of [390, 1280]) {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({
          baseURL: t.address,
          viewport: { width, height: 900 },
          colorScheme,
          deviceScaleFactor: 1,
        });
        if (who)
          await context.addCookies([...(await t.as(who)).cookies].map(([cookie, value]) => ({ name: cookie, value, url: t.address })));
        const page = await context.newPage();
        await page.goto(path);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        await context.close();
      }
    }
  }
});

const referenceOf = async (t: TestWorld, title: string): Promise<string> =>
  (
    await t.world.read
      .selectFrom("platform.search_document as document")
      .innerJoin("platform.thing as thing", "thing.id", "document.thing")
      .where("document.title", "like", title)
      .select("thing.reference")
      .executeTakeFirstOrThrow()
  ).reference;
