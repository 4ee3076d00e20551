// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { escalatePassed } from "#features/ideas/jobs.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { choose, openBrowser, person, press, tick, ways, write, type Way } from "./browser.ts";

let t: TestWorld;
let browser: Browser;
before(async () => {
  t = await openTestWorld({ listen: true });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await t.close();
});

const day = 24 * 60 * 60_000;
const text = (page: Page): Promise<string> => page.locator("main").innerText();

/** The newest mail to somebody, and the way its link leads. */
async function mailTo(address: string, subject: RegExp): Promise<{ plain: string; link: string }> {
  await t.runJobs();
  const mail = (await t.mails()).findLast((one) => one.recipient === address && subject.test(one.subject));
  assert.ok(mail, `no mail to ${address} is about ${String(subject)}`);
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail.plain)?.[1] ?? "";
  return { plain: mail.plain, link };
}

/** Somebody sends an idea from the front page, as a person does it. Out: its reference. */
async function sendIdea(page: Page, way: Way, idea: { title: string; text: string; where: string; email?: string }): Promise<string> {
  await page.goto("/");
  await press(page, way, "Jeg har en idé", "link");
  await write(page, way, "Hvad er din idé?", idea.title);
  await write(page, way, "Fortæl lidt mere", idea.text);
  await choose(page, way, "Hvor?", idea.where);
  if (idea.email) await write(page, way, /Din e-mail/, idea.email);
  t.clock.advance(20_000);
  await press(page, way, "Send idéen");
  await page.waitForURL(/\/tak$/);
  return /I-\d{4}-\d+/.exec(page.url())?.[0] ?? "";
}

async function stepIn(page: Page, way: Way, name: string): Promise<void> {
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  await page.waitForURL(/min-side/);
}

for (const way of ways) {
  const mailbox = `karen.${ways.indexOf(way)}@example.dk`;

  test(`Karen sends an idea without an account, says yes from her mail, Signe answers and Karen hears of it, ${way}`, async () => {
    const karen = await person(browser, t.address, way);
    const reference = await sendIdea(karen.page, way, {
      title: "En bænk ved stien til stationen",
      text: "Der er langt mellem bænkene på stien, og min mand kan ikke gå så langt.",
      where: "Langå",
      email: mailbox,
    });
    assert.match(await text(karen.page), /Der mangler ét tryk/);
    const yes = await mailTo(mailbox, /Ét tryk/);
    await karen.page.goto(yes.link);
    await press(karen.page, way, "Ja, vis den for alle");
    await karen.page.goto(`/ideer/${reference}`);
    assert.match(await text(karen.page), /Svaret kommer senest \S+dag/);

    const signe = await person(browser, t.address, way, { viewport: { width: 1280, height: 900 } });
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto("/arbejdsbord");
    await press(signe.page, way, "En bænk ved stien til stationen", "link");
    await press(signe.page, way, "Svar på idéen", "link");
    await tick(signe.page, way, /^Vi gør det/);
    await write(signe.page, way, /^Dit svar/, "Ja, bænken kommer op i april. Stien er vores, så vi skal ikke spørge nogen.");
    await press(signe.page, way, "Send svaret");
    await signe.page.waitForURL(/nyt=answered/);
    assert.match(await text(signe.page), /Svaret er sendt/);

    const heard = await mailTo(mailbox, /^Svar: En bænk/);
    assert.match(heard.plain, /bænken kommer op i april/);
    await karen.page.goto(`/ideer/${reference}`);
    assert.match(await text(karen.page), /Ja, bænken kommer op i april/);
    assert.deepEqual([...karen.strangers, ...signe.strangers], [], "nobody else was asked");
    await Promise.all([karen.context.close(), signe.context.close()]);
  });

  test(`an idea without e-mail is looked at, becomes public, and Karen claims it later with her code, ${way}`, async () => {
    const karen = await person(browser, t.address, way);
    const reference = await sendIdea(karen.page, way, {
      title: "Lys ved trappen i anlægget",
      text: "Trappen i anlægget er mørk, og folk falder på det nederste trin.",
      where: "Randers C",
    });
    const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await text(karen.page))?.[0] ?? "";
    assert.ok(code, "the receipt shows a code");
    const hidden = await karen.page.goto(`/ideer/${reference}`);
    assert.equal(hidden?.status(), 404, "nobody sees it before it is looked at");

    const lone = await person(browser, t.address, way, { viewport: { width: 1280, height: 900 } });
    await stepIn(lone.page, way, "Lone");
    await lone.page.goto(`/ideer/${reference}`);
    await press(lone.page, way, "Læs idéen igennem", "link");
    await tick(lone.page, way, /Ja, vis den for alle/);
    await press(lone.page, way, "Gem");
    await lone.page.waitForURL(/nyt=looked/);

    await karen.page.goto(`/ideer/${reference}`);
    assert.match(await text(karen.page), /Lys ved trappen i anlægget/);
    await stepIn(karen.page, way, "Karen");
    await karen.page.goto("/ideer/hent");
    await write(karen.page, way, /^Nummer/, reference);
    await write(karen.page, way, /^Kode/, code);
    await press(karen.page, way, "Hent idéen");
    await karen.page.waitForURL(/nyt=claimed/);
    assert.match(await text(karen.page), /Idéen er din/);
    await Promise.all([karen.context.close(), lone.context.close()]);
  });

  test(`an idea that is left lying goes over time: it escalates once and is shown as late, ${way}`, async () => {
    const mehmet = await person(browser, t.address, way);
    await stepIn(mehmet.page, way, "Mehmet");
    const title = `Skraldespand ved stien nummer ${ways.indexOf(way) + 1}`;
    const reference = await sendIdea(mehmet.page, way, {
      title,
      text: "Hver lørdag ligger der flasker på stien langs åen. En spand ville hjælpe.",
      where: "Langå",
    });
    const before = (await t.mails()).filter(({ subject }) => subject === `Over tid: ${title}`).length;
    for (let days = 0; days < 24; days += 1) {
      t.clock.advance(day);
      await t.runJobs();
    }
    await escalatePassed(t.world);
    await t.runJobs();
    await escalatePassed(t.world);
    await t.runJobs();
    const about = (await t.mails()).filter(({ subject }) => subject === `Over tid: ${title}`);
    const lone = about.filter(({ recipient }) => recipient.startsWith("lone"));
    assert.equal(before, 0);
    assert.equal(lone.length, 2, "once for the acknowledgement, once for the answer");
    await mehmet.page.goto(`/ideer/${reference}`);
    assert.match(await text(mehmet.page), /Over tid/);
    const signe = await person(browser, t.address, way, { viewport: { width: 1280, height: 900 } });
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto("/arbejdsbord");
    assert.match(await text(signe.page), new RegExp(`Over tid[\\s\\S]*${title}`));
    await Promise.all([mehmet.context.close(), signe.context.close()]);
    t.clock.set("2026-11-23T09:00:00+01:00");
  });
}

test("what is missing is said at the top and at the field, and nothing typed is lost, without JavaScript", async () => {
  const { page, context } = await person(browser, t.address, "without JavaScript");
  await page.goto("/ideer/ny");
  await page.getByLabel("Fortæl lidt mere").fill("Mit cpr-nummer er 010190-1234, ring til mig.");
  t.clock.advance(20_000);
  await page.getByRole("button", { name: "Send idéen" }).click();
  const said = await text(page);
  assert.match(said, /Der mangler 3 ting/);
  assert.match(said, /cpr-nummer/);
  assert.equal(await page.getByLabel("Fortæl lidt mere").inputValue(), "Mit cpr-nummer er 010190-1234, ring til mig.");
  await page.getByRole("link", { name: /Skriv, hvad din idé/ }).click();
  assert.match(page.url(), /#title$/);
  await context.close();
});
