// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
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

const wide = { viewport: { width: 1280, height: 900 } };
const text = async (page: Page): Promise<string> => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");

/** The newest mail to somebody, and the way its first link leads. */
async function mailTo(address: string, subject: RegExp): Promise<{ plain: string; link: string }> {
  await t.runJobs();
  const mail = (await t.mails()).findLast((one) => one.recipient === address && subject.test(one.subject));
  assert.ok(mail, `no mail to ${address} is about ${String(subject)}`);
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail.plain)?.[1] ?? "";
  return { plain: mail.plain, link };
}

async function stepIn(page: Page, way: Way, name: string): Promise<void> {
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  await page.waitForURL(/min-side/);
}

type Written = { subject: string; text: string; reach?: string; phone?: string };

/** Somebody writes to Miljø og Teknik, as a person does it. Out: the enquiry's reference. */
async function writeToMiljoe(page: Page, way: Way, { subject, text: more, reach, phone }: Written): Promise<string> {
  await page.goto("/kontakt/skriv?area=miljoe-og-teknik");
  await write(page, way, "Hvad handler det om?", subject);
  await write(page, way, "Fortæl lidt mere", more);
  if (reach) await write(page, way, /^Din e-mail eller/, reach);
  if (phone) await write(page, way, /^Ring hellere til mig/, phone);
  t.clock.advance(20_000);
  await press(page, way, /^Send$/);
  await page.waitForURL(/\/tak$/);
  return /H-\d{4}-\d+/.exec(page.url())?.[0] ?? "";
}

/** The day by which an answer was promised, as the page says it. */
async function promisedDay(page: Page): Promise<string> {
  const day = /(?:Svar(?:et kommer)?|ringet) senest (\S+dag \d+\. \p{L}+)/u.exec(await text(page))?.[1];
  assert.ok(day, "the page says by which day the answer comes");
  return day;
}

for (const way of ways) {
  const nth = ways.indexOf(way) + 1;

  test(`Ida asks without an account; Signe asks whether all may read it, Ida says yes from her mail, and only her new words are shown, ${way}`, async () => {
    const mailbox = `ida.${nth}@example.dk`;
    const title = `Stille timer i gaden nummer ${nth}`;
    const ida = await person(browser, t.address, way);
    const reference = await writeToMiljoe(ida.page, way, {
      subject: "Larm om natten",
      text: "Min nabo Preben larmer hver eneste nat, og jeg sover næsten aldrig.",
      reach: mailbox,
    });
    const due = await promisedDay(ida.page);

    const signe = await person(browser, t.address, way, wide);
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto(`/henvendelser/${reference}`);
    await press(signe.page, way, "Spørg, om det må blive til en idé", "link");
    await write(signe.page, way, "Idéens titel", title);
    await write(signe.page, way, "Det, alle kan læse", "Kan vi aftale nogle timer, hvor der er ro i gaden?");
    await choose(signe.page, way, "Hvor?", "Langå");
    await press(signe.page, way, "Spørg afsenderen");
    await signe.page.waitForURL(/nyt=asked/);
    assert.match(await text(signe.page), /Intet bliver offentligt uden et ja/);

    const asked = await mailTo(mailbox, /blive til en idé/);
    assert.doesNotMatch(asked.plain, /Preben/);
    await ida.page.goto("/ideer");
    assert.doesNotMatch(await text(ida.page), new RegExp(title), "nothing is public before her yes");
    await ida.page.goto(asked.link);
    await write(ida.page, way, "Det, alle kan læse", "Kan vi have ro i gaden efter klokken ti om aftenen?");
    await press(ida.page, way, "Ja, vis det for alle");
    assert.match(await text(ida.page), /Nu bliver det til en idé/);

    await t.runJobs();
    const visitor = await person(browser, t.address, way);
    await visitor.page.goto("/ideer");
    await press(visitor.page, way, new RegExp(title), "link");
    const shown = await text(visitor.page);
    assert.match(shown, /ro i gaden efter klokken ti om aftenen/);
    assert.equal(await promisedDay(visitor.page), due, "the day that Ida was promised");
    assert.doesNotMatch(shown, /Preben|Larm om natten/);
    const hidden = await visitor.page.goto(`/henvendelser/${reference}`);
    assert.equal(hidden?.status(), 404, "the enquiry itself is still nobody else's");
    assert.deepEqual([...ida.strangers, ...signe.strangers, ...visitor.strangers], [], "nobody else was asked");
    await Promise.all([ida.context.close(), signe.context.close(), visitor.context.close()]);
  });

  test(`Signe hands an enquiry over to Tine, and Karen reads the same day before and after, ${way}`, async () => {
    const subject = `Hvornår åbner legepladsen nummer ${nth}?`;
    const karen = await person(browser, t.address, way);
    await stepIn(karen.page, way, "Karen");
    const reference = await writeToMiljoe(karen.page, way, { subject, text: "Legepladsen ved skolen har været lukket i en måned." });
    await press(karen.page, way, "Se din henvendelse", "link");
    const before = await promisedDay(karen.page);
    assert.match(await text(karen.page), /Signe/);

    // Two days later, so that a day counted anew would be another one.
    t.clock.advance(2 * 24 * 60 * 60_000);
    const signe = await person(browser, t.address, way, wide);
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto(`/henvendelser/${reference}`);
    await press(signe.page, way, "Giv den videre til et andet område", "link");
    await choose(signe.page, way, "Hvem skal svare?", await areaAnsweredBy(signe.page, "Tine"));
    await press(signe.page, way, "Giv den videre");
    await signe.page.waitForURL(/\/arbejdsbord/);
    const gone = await signe.page.goto(`/henvendelser/${reference}`);
    assert.equal(gone?.status(), 404, "who gave it away no longer reads it");

    const { plain } = await mailTo("tine@example.dk", /givet videre/);
    assert.match(
      plain.replaceAll("\u00a0", " "),
      new RegExp(`Datoerne er de samme[\\s\\S]*Svar senest ${before}`),
      "and Tine is to keep it",
    );
    await stepIn(karen.page, way, "Karen");
    await karen.page.goto(`/henvendelser/${reference}`);
    assert.equal(await promisedDay(karen.page), before);
    assert.match(await text(karen.page), /Nu svarer Børn og Skole. Datoen står fast/);
    t.clock.set("2026-11-23T09:00:00+01:00");
    await Promise.all([karen.context.close(), signe.context.close()]);
  });

  test(`Karen asks to be called; nobody takes it, then they talk, Signe notes it and Karen reads what was said, ${way}`, async () => {
    const subject = `Lygten ved trappen nummer ${nth}`;
    const karen = await person(browser, t.address, way);
    await stepIn(karen.page, way, "Karen");
    const reference = await writeToMiljoe(karen.page, way, {
      subject,
      text: "Den har været slukket i en uge, og der er meget mørkt om morgenen.",
      phone: "12 34 56 99",
    });
    assert.match(await text(karen.page), /ringer til dig/);

    const signe = await person(browser, t.address, way, wide);
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto(`/henvendelser/${reference}`);
    assert.match(await text(signe.page), /Ring på 12\s34\s56\s99/);
    await press(signe.page, way, "Notér et opkald", "link");
    await tick(signe.page, way, /^Nej, ingen tog telefonen/);
    await press(signe.page, way, "Gem opkaldet");
    await signe.page.waitForURL(/nyt=missed/);
    assert.match(await text(signe.page), /Prøv igen en anden dag/);

    await press(signe.page, way, "Notér et opkald", "link");
    await tick(signe.page, way, /^Ja, vi talte sammen/);
    await write(signe.page, way, /^Hvad blev der sagt/, "Lygten bliver skiftet på fredag. Trappen får en til om foråret.");
    await press(signe.page, way, "Gem opkaldet");
    await signe.page.waitForURL(/nyt=called/);
    assert.match(await text(signe.page), /Det kom samme dag/);

    const heard = await mailTo("karen@example.dk", new RegExp(`^Det talte vi om: ${subject}`));
    assert.match(heard.plain, /Lygten bliver skiftet på fredag/);
    await karen.page.goto("/min-side");
    await press(karen.page, way, new RegExp(subject), "link");
    const read = await text(karen.page);
    assert.match(read, /Besvaret i telefonen/);
    assert.match(read, /Lygten bliver skiftet på fredag/);
    assert.match(read, /fik ikke fat i nogen/);
    assert.deepEqual([...karen.strangers, ...signe.strangers], []);
    await Promise.all([karen.context.close(), signe.context.close()]);
  });
}

/** The words of the choice that names somebody. */
async function areaAnsweredBy(page: Page, name: string): Promise<string> {
  const option = page.getByLabel("Hvem skal svare?").locator("option", { hasText: name });
  return (await option.first().innerText()).trim();
}
