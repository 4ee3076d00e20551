// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { allFeatures } from "#app/features.ts";
import { makeSite } from "#app/site.ts";
import { submit } from "#features/ideas/operations.ts";
import { makeSettings } from "#features/settings/feature.ts";
import { register } from "#platform/register.ts";
import { openTestWorld } from "./test-world.ts";

/** The product with ideas as a part that may be switched off, as a later one may be. */
function registry() {
  const { features } = allFeatures();
  const slices = features
    .filter(({ name }) => name !== "app" && name !== "settings")
    .map((feature) => (feature.name === "ideas" ? { ...feature, mayBeOff: true as const } : feature));
  return register([...slices, makeSettings(slices), makeSite(slices)]);
}

test("what happened just before a part is switched off is told when it is on again: nothing is lost", async () => {
  const t = await openTestWorld({ registry: registry() });
  try {
    const made = await t.perform(submit, {
      as: "karen",
      input: { title: "En bænk ved åen", text: "Der mangler et sted at hvile sig.", where: "langaa", area: "miljoe-og-teknik" },
    });
    const lone = await t.as("lone");
    assert.equal((await lone.fill("/indstillinger/dele/ideas", {})).status, 303);
    await t.runJobs();
    assert.deepEqual(await t.mails(), []);
    const picture = `/del/${String(made.answer.reference)}/billede.png`;
    assert.equal((await t.visitor().get(picture)).status, 404, "nor has it a picture");
    const aboutAnything = t.world.registry.routes.filter(
      (route) =>
        route.query && ["dialogue", "feedback"].includes(t.world.registry.sliceOf.get(route) ?? "") && route.path.includes(":reference"),
    );
    assert.ok(aboutAnything.length >= 6);
    const karen = await t.as("karen");
    for (const { path } of aboutAnything) {
      const url = path.replace(":reference", String(made.answer.reference));
      assert.equal((await karen.get(url)).status, 404, `${url}: nobody follows, supports or talks about it meanwhile`);
    }
    assert.equal((await lone.fill("/indstillinger/dele/ideas", { on: "on" })).status, 303);
    t.clock.advance(61 * 60_000);
    await t.runJobs();
    assert.ok((await t.mails()).length >= 2, "author and contact person hear of it");
    assert.equal((await t.visitor().get(picture)).status, 200);
  } finally {
    await t.close();
  }
});

test("a part that is switched off answers with a kind page, its jobs rest, what it holds stays, and it comes back", async () => {
  const t = await openTestWorld({ ideas: true, registry: registry() });
  try {
    const lone = await t.as("lone");
    const cards = async (): Promise<number> => [...(await t.visitor().get("/")).text.matchAll(/href="\/ideer\/I-/g)].length;
    assert.ok((await cards()) > 0);
    assert.equal((await lone.fill("/indstillinger/dele/ideas", {})).status, 303);
    const closed = await t.visitor().get("/ideer");
    assert.equal(closed.status, 404);
    assert.match(closed.text, /Randers Kommune bruger ikke den her del/);
    assert.equal((await t.visitor().get("/api/v1/ideas")).status, 404);
    assert.equal(await cards(), 0, "nothing of it on the front page");
    assert.doesNotMatch((await t.visitor().get("/")).text, /<li><a href="\/ideer">/, "nor in the menu");
    assert.match((await lone.get("/indstillinger/historik")).text, /Lone ændrede om siden viser Idéer fra ja til nej/);
    assert.equal((await lone.fill("/indstillinger/dele/ideas", { on: "on" })).status, 303);
    assert.equal((await t.visitor().get("/ideer")).status, 200);
    assert.ok((await cards()) > 0, "what it held is there");
    assert.equal((await lone.get("/indstillinger/dele/people")).status, 404, "what others stand on cannot be switched");
  } finally {
    await t.close();
  }
});
