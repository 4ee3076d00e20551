// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { allFeatures } from "#app/features.ts";
import { makeSite } from "#app/site.ts";
import { makeSettings } from "#features/settings/feature.ts";
import { register } from "#platform/feature.ts";
import { openTestWorld } from "./test-world.ts";

/** The product with ideas as a part that may be switched off, as a later one may be. */
function registry() {
  const { features } = allFeatures();
  const slices = features
    .filter(({ name }) => name !== "app" && name !== "settings")
    .map((feature) => (feature.name === "ideas" ? { ...feature, mayBeOff: true as const } : feature));
  return register([...slices, makeSettings(slices), makeSite(slices)]);
}

test("a part that is switched off answers with a kind page, its jobs rest, what it holds stays, and it comes back", async () => {
  const t = await openTestWorld({ ideas: true, registry: registry() });
  try {
    const lone = await t.as("lone");
    const cards = async (): Promise<number> => [...(await t.visitor().get("/")).text.matchAll(/href="\/ideer\/I-/g)].length;
    assert.ok((await cards()) > 0);
    assert.equal((await lone.fill("/indstillinger/dele/ideas", {})).status, 303);
    const closed = await t.visitor().get("/ideer");
    assert.equal(closed.status, 404);
    assert.match(closed.text, /Den side er lukket for tiden/);
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
