// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { linkIn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const room = {
  title: "Kantine og mødelokale efter kl. 16",
  text: "Vi går hjem klokken 16, og så står kantinen tom. Der er plads til 40, og kaffemaskinen må I bruge.",
  type: "space",
  where: "spentrup",
  organisation: "nordlys",
  weekdays: ["thu-evening", "tue-evening"],
  persons: "40",
};
const place = {
  title: "Et sted at være inde torsdag aften",
  text: "Vi er 24, der spiller fodbold for sjov. Om vinteren søger vi et lokale, hvor vi kan varme op og tale om kampen.",
  type: "space",
  where: "stevnstrup",
  organisation: "if-aasvinget",
  weekdays: ["thu-evening"],
  persons: "24",
};

const mailTo = async (recipient: string, subject: RegExp) => {
  await t.runJobs();
  return (await t.mails()).findLast((mail) => mail.recipient === recipient && subject.test(mail.subject));
};
/** What a form said was missing. */
const wrongIn = (html: string): string =>
  /error-summary[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? /notice[\s\S]*?<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? html.slice(0, 300);

/** Puts a post up, and lets it through where it is a new party's. */
async function put(key: string, kind: "offer" | "need", words: Record<string, string | string[]>): Promise<string> {
  const writer = await t.as(key);
  const sent = await writer.fill(`/byttebors/ny?slags=${kind === "offer" ? "tilbud" : "efterlysning"}`, { kind, ...words });
  assert.equal(sent.status, 303, wrongIn(sent.text));
  const reference = referenceIn(sent.location);
  const lone = await t.as("lone");
  if ((await lone.get(`/byttebors/${reference}`)).text.includes("Se efter, og luk ind"))
    assert.equal((await lone.fill(`/byttebors/${reference}/se-efter`, { letThrough: "yes" })).status, 303);
  return reference;
}

test("Nordlys offers a room, Mehmet's club needs one: suggested to both, introduced, and contact is shared only when both have said yes", async () => {
  const offer = await put("naja", "offer", room);
  const need = await put("mehmet", "need", place);
  const mehmet = await t.as("mehmet");
  const page = await mehmet.get(`/byttebors/${need}`);
  assert.match(page.text, /Kantine og mødelokale/, "suggested to the one who seeks");
  assert.match((await (await t.as("naja")).get(`/byttebors/${offer}`)).text, /Et sted at være inde/, "and to the one who gives");

  const asked = await mehmet.fill(`/byttebors/${offer}/praesentation?fra=${need}`, {
    greeting: "Hej Nordlys. Må vi låne jeres kantine torsdage fra 18 til 20?",
    from: need,
    shareEmail: "on",
    sharePhone: "21 22 23 24",
  });
  assert.equal(asked.status, 303, wrongIn(asked.text));
  const introduction = referenceIn(asked.location);
  const mail = await mailTo("naja@example.dk", /præsenteres/);
  assert.match(mail?.plain ?? "", /Må vi låne jeres kantine/);
  assert.doesNotMatch(`${mail?.plain} ${mail?.html}`, /mehmet@example|21 22 23 24/, "no address before a yes");

  const naja = await t.as("naja");
  const before = await naja.get(`/formidling/${introduction}`);
  assert.equal(before.status, 200);
  assert.doesNotMatch(before.text, /mehmet@example|21 22 23 24/);
  for (const other of [t.visitor(), await t.as("karen"), await t.as("jens")])
    assert.equal((await other.get(`/formidling/${introduction}`)).status, 404);

  const yes = await naja.fill(`/formidling/${introduction}/svar`, { yes: "yes", shareEmail: "on" });
  assert.equal(yes.status, 303, wrongIn(yes.text));
  assert.match((await naja.get(`/formidling/${introduction}`)).text, /21 22 23 24/);
  assert.match((await mehmet.get(`/formidling/${introduction}`)).text, /naja@example\.dk/);
  assert.match((await mailTo("mehmet@example.dk", /begge sagt ja/))?.plain ?? "", /naja@example\.dk/);
  assert.doesNotMatch(
    (await (await t.as("lone")).get(`/formidling/${introduction}`)).text,
    /21 22 23 24|naja@example/,
    "a broker sees no contact data",
  );

  const agreed = await mehmet.fill(`/formidling/${introduction}/aftal`, { what: "Kantinen torsdage 18–20", onDay: "2026-11-26" });
  assert.equal(agreed.status, 303, wrongIn(agreed.text));
  t.clock.set("2026-11-28T09:00:00+01:00");
  const { watchIntroductions } = await import("./jobs.ts");
  await watchIntroductions(t.world);
  assert.match((await mailTo("naja@example.dk", /Hvordan gik det/))?.plain ?? "", /Kantinen torsdage/);
  for (const [key, thanks] of [
    ["mehmet", "Tak for varmen og kaffen."],
    ["naja", undefined],
  ] as const) {
    const told = await (
      await t.as(key)
    ).fill(`/formidling/${introduction}/hvordan-gik-det`, {
      happened: "yes",
      score: "5",
      ...(thanks && { thanks, thanksPublic: "on" }),
    });
    assert.equal(told.status, 303, wrongIn(told.text));
  }
  const after = (await (await t.as("naja")).get(`/formidling/${introduction}`)).text;
  assert.match(after, /Gennemført/);
  assert.match(after, /Tak for varmen og kaffen/);
});

test("a new party's post is held, seen by nobody else, and let through", async () => {
  const karen = await t.as("karen");
  const sent = await karen.fill("/byttebors/ny?slags=tilbud", {
    kind: "offer",
    title: "Trailer til låns",
    text: "Den står i indkørslen det meste af ugen, og den kan tage et helt køkken.",
    type: "thing",
    where: "langaa",
  });
  assert.equal(sent.status, 303, wrongIn(sent.text));
  const reference = referenceIn(sent.location);
  assert.match((await karen.follow(sent)).text, /Vi ser lige på det først|bliver set af et menneske/);
  assert.equal((await t.visitor().get(`/byttebors/${reference}`)).status, 404);
  assert.doesNotMatch((await t.visitor().get("/byttebors")).text, /Trailer til låns/);
  assert.match((await mailTo("lone@example.dk", /Se efter/))?.plain ?? "", /Trailer til låns/);
  assert.equal((await (await t.as("lone")).fill(`/byttebors/${reference}/se-efter`, { letThrough: "yes" })).status, 303);
  assert.match((await t.visitor().get("/byttebors")).text, /Trailer til låns/);
  assert.match((await mailTo("karen@example.dk", /er på/))?.plain ?? "", /Trailer til låns/);
});

test("a post expires, says so with 410, and is renewed from the mail without logging in", async () => {
  const reference = await put("karen", "offer", {
    title: "Syltetøj af mirabeller",
    text: "Tyve glas står i kælderen, og vi er kun to til morgenmad.",
    type: "thing",
    where: "langaa",
    expiresOn: "2026-12-20",
  });
  const { watchLastDays } = await import("./jobs.ts");
  t.clock.set("2026-12-07T09:00:00+01:00");
  await watchLastDays(t.world);
  assert.ok(await mailTo("karen@example.dk", /Udløber om 14 dage/));
  t.clock.set("2026-12-21T09:00:00+01:00");
  await watchLastDays(t.world);
  const gone = await t.visitor().get(`/byttebors/${reference}`);
  assert.equal(gone.status, 410);
  assert.match(gone.text, /Opslaget er udløbet/);
  const mail = await mailTo("karen@example.dk", /Udløbet: Syltetøj/);
  const again = await t.visitor().fill(linkIn(mail?.plain ?? "", "/byttebors/forlaeng/"), {});
  assert.equal(again.status, 303, wrongIn(again.text));
  assert.equal((await t.visitor().get(`/byttebors/${reference}`)).status, 200);
});

test("whoever is logged out is led in, and back to where they were going; whoever is logged in is not asked to", async () => {
  const stranger = await t.visitor().get("/formidling/F-2026-9999");
  assert.equal(stranger.status, 404);
  assert.match(stranger.text, /href="\/log-ind\?tilbage=%2Fformidling%2FF-2026-9999"/);
  const karen = await (await t.as("karen")).get("/formidling/F-2026-9999");
  assert.equal(karen.status, 404);
  assert.doesNotMatch(karen.text, /Log ind, hvis siden er din/);
  const door = await t.visitor().get("/byttebors/registrer-hjaelp");
  assert.equal(door.status, 403);
  assert.match(door.text, /Log ind, så kan du gå videre/);
});

test("whoever has waited too long for the first look is told so, and what to do", async () => {
  const ebba = await t.as("ebba");
  const sent = await ebba.fill("/byttebors/ny?slags=tilbud", {
    kind: "offer",
    title: "Strik til de mindste",
    text: "Jeg strikker huer, mens jeg hører radio, og nu er kurven fuld.",
    type: "thing",
    where: "langaa",
  });
  const page = `/byttebors/${referenceIn(sent.location)}`;
  assert.doesNotMatch((await ebba.get(page)).text, /skulle være sket/);
  t.clock.advance(5 * 24 * 3_600_000);
  const late = await (await t.as("ebba")).get(page);
  assert.match(late.text, /Det skulle være sket [a-zæøå]+ \d+\.\s[a-z]+\. Ring til os/);
});
