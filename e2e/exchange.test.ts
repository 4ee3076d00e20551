// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { watchIntroductions, watchLastDays, watchUnanswered } from "#features/exchange/jobs.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { choose, openBrowser, person, press, tick, ways, write, type Way } from "./browser.ts";

const monday = "2026-11-23T09:00:00+01:00";
let t: TestWorld;
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  t = await openTestWorld({ listen: true, now: monday });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await t.close();
});
after(() => browser.close());

const wide = { viewport: { width: 1280, height: 900 } };
const text = async (page: Page): Promise<string> => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
const referenceIn = (page: Page): string => /[TEF]-\d{4}-\d+/.exec(page.url())?.[0] ?? "";

/** The newest mail to somebody, and the way its first link leads. */
async function mailTo(address: string, subject: RegExp): Promise<{ plain: string; link: string }> {
  await t.runJobs();
  const mail = (await t.mails()).findLast((one) => one.recipient === address && subject.test(one.subject));
  assert.ok(mail, `no mail to ${address} is about ${String(subject)}`);
  return { plain: mail.plain, link: /https?:\/\/[^/\s]+(\/\S+)/.exec(mail.plain)?.[1] ?? "" };
}

/** Somebody at a browser, logged in as one of the named people. */
async function as(name: string, way: Way, options: Parameters<typeof person>[3] = {}): Promise<Page> {
  const { page } = await person(browser, t.address, way, options);
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  await page.waitForURL(/min-side/);
  return page;
}

type Written = { title: string; text: string; type: RegExp | string; where: string; party?: string };

/** Writes a post from the exchange's own page, as a person does it. Out: its reference. */
async function writePost(page: Page, way: Way, kind: "offer" | "need", post: Written, more?: () => Promise<void>): Promise<string> {
  await page.goto("/byttebors");
  await press(page, way, kind === "offer" ? "Giv noget" : "Bed om noget", "link");
  await write(page, way, kind === "offer" ? "Hvad kan du give?" : "Hvad mangler du?", post.title);
  await write(page, way, "Fortæl lidt mere", post.text);
  await choose(page, way, "Hvad slags er det?", String(post.type));
  await choose(page, way, "Hvor?", post.where);
  if (post.party) await tick(page, way, post.party);
  await more?.();
  t.clock.advance(20_000);
  await press(page, way, kind === "offer" ? "Sæt tilbuddet på" : "Sæt efterlysningen på");
  await page.waitForURL(/\/tak$/);
  return referenceIn(page);
}

async function letThrough(way: Way, reference: string): Promise<void> {
  const lone = await as("Lone", way, wide);
  await lone.goto(`/byttebors/${reference}`);
  await press(lone, way, "Se efter, og luk ind", "link");
  await tick(lone, way, "Ja, sæt det på");
  await press(lone, way, "Gem");
  await lone.waitForURL(/nyt=looked/);
  await lone.context().close();
}

for (const way of ways) {
  test(`Nordlys offers a room, Mehmet's club needs one: suggested to both, introduced, accepted, contact shared only then, both say how it went, ${way}`, async () => {
    const naja = await as("Naja", way);
    const offer = await writePost(naja, way, "offer", {
      title: "Kantine og mødelokale efter kl. 16",
      text: "Vi går hjem klokken 16, og så står kantinen tom. Der er plads til 40, også torsdag aften.",
      type: "Lokale – et sted at være",
      where: "Spentrup",
      party: "Nordlys ApS",
    });
    assert.match(await text(naja), /Vi|ser|menneske/);
    await letThrough(way, offer);
    const mehmet = await as("Mehmet", way);
    const need = await writePost(mehmet, way, "need", {
      title: "Et sted at være inde torsdag aften",
      text: "Vi er 24, der spiller fodbold for sjov. Om vinteren søger vi et lokale, hvor vi kan varme op og tale om kampen.",
      type: "Lokale – et sted at være",
      where: "Stevnstrup",
      party: "IF Åsvinget",
    });
    await letThrough(way, need);

    await naja.goto(`/byttebors/${offer}`);
    assert.match(await text(naja), /Et sted at være inde/, "suggested to the one who gives");
    await mehmet.goto(`/byttebors/${need}`);
    assert.match(await text(mehmet), /Derfor kan I passe sammen/);
    await press(mehmet, way, /Bed om at blive præsenteret/, "link");
    await write(mehmet, way, "Skriv en kort hilsen", "Hej Nordlys. Må vi låne jeres kantine torsdage fra 18 til 20?");
    await write(mehmet, way, /^Mit telefonnummer/, "21 22 23 24");
    await press(mehmet, way, "Send hilsenen");
    await mehmet.waitForURL(/nyt=introduced/);
    const introduction = referenceIn(mehmet);

    const asked = await mailTo("naja@example.dk", /præsenteres/);
    assert.doesNotMatch(asked.plain, /mehmet@example|21 22 23 24/);
    await naja.goto(asked.link);
    assert.doesNotMatch(await text(naja), /mehmet@example|21 22 23 24/);
    await tick(naja, way, /^Ja/);
    await press(naja, way, "Svar");
    await naja.waitForURL(/nyt=replied/);
    assert.match(await text(naja), /21 22 23 24/, "shared once both have said yes");
    await mehmet.goto(`/formidling/${introduction}`);
    assert.match(await text(mehmet), /naja@example\.dk/);

    await press(mehmet, way, "Skriv, hvad I har aftalt", "link");
    await write(mehmet, way, "Hvad", "Kantinen torsdage fra 18 til 20. Vi rydder op.");
    await mehmet.getByLabel("Hvornår er det?").fill("2026-11-23");
    await press(mehmet, way, "Gem aftalen");
    await mehmet.waitForURL(/nyt=agreed/);

    t.clock.set("2026-11-24T10:00:00+01:00");
    await watchIntroductions(t.world);
    for (const [who, address] of [
      ["Naja", "naja@example.dk"],
      ["Mehmet", "mehmet@example.dk"],
    ] as const) {
      const page = await as(who, way);
      await page.goto((await mailTo(address, /Hvordan gik det/)).link);
      await tick(page, way, "Ja");
      await tick(page, way, "Meget godt");
      if (who === "Mehmet") await write(page, way, /^En tak til den anden/, "Tak for varmen og kaffen.");
      await press(page, way, "Fortæl det");
      await page.waitForURL(/nyt=told/);
    }
    // Her session is over by now: a private page is not there for strangers, and says how to get in and back.
    await naja.goto(`/formidling/${introduction}`);
    await press(naja, way, "Log ind, hvis siden er din", "link");
    await press(naja, way, /Træd ind som Naja/);
    await naja.waitForURL(/\/formidling\//);
    assert.match(await text(naja), /Det lykkedes/);
    assert.match(await text(naja), /Tak for varmen og kaffen/);
  });

  test(`Lone brokers for Ebba, who has no e-mail: she calls, and Karen gets only what Ebba chose, ${way}`, async () => {
    const ebba = (await person(browser, t.address, way)).page;
    const need = await writePost(
      ebba,
      way,
      "need",
      {
        title: "En besøgsven, der kan spille skak",
        text: "Jeg er 82 og vinder ikke mere så tit. Kaffen står jeg for, og brættet ligger fremme.",
        type: "Tid – et par hænder",
        where: "Fårup",
      },
      async () => {
        await press2(ebba, way, /^Sig mere/);
        await write(ebba, way, /^Telefon/, "86 00 00 82");
      },
    );
    assert.match(await text(ebba), /Din kode er/);
    await letThrough(way, need);
    assert.doesNotMatch(await pageText(`/byttebors/${need}`, way), /86 00 00 82/);

    const karen = await as("Karen", way);
    await karen.goto(`/byttebors/${need}`);
    await press(karen, way, "Det kan jeg hjælpe med", "link");
    await write(karen, way, "Skriv en kort hilsen", "Hej Ebba. Jeg spiller gerne, og jeg taber pænt.");
    await press(karen, way, "Send hilsenen");
    await karen.waitForURL(/nyt=introduced/);
    const introduction = referenceIn(karen);

    const lone = await as("Lone", way, wide);
    await lone.goto((await mailTo("lone@example.dk", /Ring op/)).link);
    await press(lone, way, "Skriv svaret fra telefonen", "link");
    await tick(lone, way, "Ja");
    await write(lone, way, /^Telefonnummer, der må gives videre/, "86 00 00 83");
    await press(lone, way, "Gem svaret");
    await lone.waitForURL(/nyt=replied/);

    await karen.goto(`/formidling/${introduction}`);
    assert.match(await text(karen), /86 00 00 83/);
    assert.doesNotMatch(await text(karen), /86 00 00 82/, "only what she said may be passed on");
  });

  test(`a need that finds nobody in fourteen days gets help, ${way}`, async () => {
    const karen = await as("Karen", way);
    const need = await writePost(karen, way, "need", {
      title: "En, der kan stemme et gammelt klaver",
      text: "Det står i forsamlingshuset og er en halv tone for lavt. Vi synger alligevel.",
      type: "Evne – noget, man kan",
      where: "Langå",
    });
    await letThrough(way, need);
    await karen.goto(`/byttebors/${need}`);
    assert.match(await text(karen), /ikke fundet nogen endnu/, "no match yet is said, with what happens next");
    t.clock.set("2026-12-08T09:00:00+01:00");
    await watchUnanswered(t.world);
    const lone = await as("Lone", way, wide);
    await lone.goto("/byttebors/formidler");
    assert.match(await text(lone), /En, der kan stemme et gammelt klaver/);
  });

  test(`a post expires, says so, and is renewed from the mail without logging in, ${way}`, async () => {
    const karen = await as("Karen", way);
    const offer = await writePost(karen, way, "offer", {
      title: "Syltetøj af mirabeller",
      text: "Tyve glas står i kælderen, og vi er kun to til morgenmad.",
      type: "Ting – til låns eller til gave",
      where: "Langå",
    });
    await letThrough(way, offer);
    t.clock.set("2027-02-22T09:00:00+01:00");
    await watchLastDays(t.world);
    const visitor = (await person(browser, t.address, way)).page;
    const gone = await visitor.goto(`/byttebors/${offer}`);
    assert.equal(gone?.status(), 410);
    assert.match(await text(visitor), /Opslaget er udløbet/);
    await visitor.goto((await mailTo("karen@example.dk", /^Udløbet/)).link);
    await press(visitor, way, "Forlæng");
    await visitor.waitForURL(/nyt=renewed/);
    assert.match(await text(visitor), /Ledigt/);
  });
}

/** Opens what lies behind a word. */
async function press2(page: Page, way: Way, name: RegExp): Promise<void> {
  const summary = page.locator("summary", { hasText: name });
  await summary.focus();
  await (way === "by keyboard alone" ? page.keyboard.press("Enter") : summary.click());
}

async function pageText(address: string, way: Way): Promise<string> {
  const { page, context } = await person(browser, t.address, way);
  await page.goto(address);
  const said = await text(page);
  await context.close();
  return said;
}
