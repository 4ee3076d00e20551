// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { misfit } from "#platform/i18n/overrides.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { changeText } from "./operations-own.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const title = "/indstillinger/tekster/ideas:write.title";
const shown = async (): Promise<string> => /<h1>([^<]*)/.exec((await t.visitor().get("/ideer/ny")).text)?.[1] ?? "";

test("a text is found by its words, changed, shown at once, and given back", async () => {
  const lone = await t.as("lone");
  const standard = await shown();
  const found = (await lone.get(`/indstillinger/tekster?q=${encodeURIComponent(standard)}`)).text;
  assert.ok(found.includes("/indstillinger/tekster/ideas%3Awrite.title"), "in the list");
  const form = (await lone.get(title)).text;
  assert.ok(form.includes(standard), "the delivered text stands beside it");
  assert.equal((await lone.fill(title, { da: "Fortæl os det", en: "" })).status, 303);
  assert.equal(await shown(), "Fortæl os det");
  assert.match((await lone.get("/indstillinger/historik")).text, /Lone ændrede den danske tekst »[^»]+« fra ingenting til Fortæl os det/);
  assert.equal((await lone.fill(title, { da: "", en: "" })).status, 303);
  assert.equal(await shown(), standard);
});

test("what we put into a text must stand there, no more and no less", async () => {
  assert.equal(misfit("Hej {name}", "Dav {name}"), undefined);
  assert.equal(misfit("Hej {name}", "Dav"), "other-names");
  assert.equal(misfit("Hej", "Hej {name}"), "other-names");
  assert.equal(misfit("Se <a>her</a>", "Se <a>dér</a>"), undefined);
  assert.equal(misfit("Se <a>her</a>", "Se <script>her</script>"), "other-names");
  assert.equal(misfit("Hej", "Hej <b>du</b>"), "other-names");
  assert.equal(misfit("Hej {name}", "Hej {name"), "not-a-message");
  const lone = await t.as("lone");
  const refused = await lone.fill(title, { da: "Hej <script>window.__xss=1</script>", en: "" });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Noget af det, vi selv sætter ind, mangler eller er for meget/);
});

test("X24: a text with a script in it, put past all forms, is as if it were not there, on the page and in the mail", async () => {
  const standard = await shown();
  const put = (slice: string, key: string, text: string) =>
    t.world.writePool.query("INSERT INTO platform.text_override (slice, key, lang, text) VALUES ($1, $2, 'da', $3)", [slice, key, text]);
  await put("ideas", "write.title", "<script>window.__xss=1</script>");
  await put("people", "mine.page", "<img src=x onerror=window.__xss=1>");
  await put("nowhere", "gone", "x");
  await put("../../etc", "passwd", "x");
  t.world.versions.moved(["text"]);
  assert.equal(await shown(), standard);
  await put("ideas", "write.lead", "5 < 6 & \"7\" > 'x'");
  t.world.versions.moved(["text"]);
  assert.match((await t.visitor().get("/ideer/ny")).text, /5 &lt; 6 &amp; &quot;7&quot; > 'x'/, "what fits is shown, never run");
});

test("mails say it in the new words too", async () => {
  await t.perform(changeText, { as: "lone", reference: "people:mail.log-in.subject", input: { da: "Kom indenfor med {code}", en: "" } });
  await t.visitor().fill("/log-ind", { email: "karen@example.dk" });
  await t.runJobs();
  assert.ok((await t.mails()).some(({ subject }) => /^Kom indenfor med \d{3} \d{3}$/.test(subject)));
});
