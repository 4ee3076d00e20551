// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import type { Client } from "../../../test/client.ts";
import { openPost } from "../../../test/matrix/stage-exchange.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { introduce, reply, write } from "./operations-introduction.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

const byPhone = { sharePhone: "20 30 40 50" };
let post: string;
let introduction: string;

/** Posts of Sofie's, each answered by Karen for herself and by Naja for Nordlys, and each with a word or two. */
async function more(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    // Nobody uses up what one may do in a day.
    t.clock.advance(25 * 60 * 60_000);
    post = await openPost(t, "sofie", "offer", { title: `Egetræ til bænk ${n}`, quantity: "9" });
    await openPost(t, "karen", "need", { title: `Egetræ mangler til bænk ${n}` });
    for (const [as, organisation] of [["karen"], ["naja", "nordlys"]] as const) {
      const input = { greeting: "Det vil vi gerne bruge.", ...byPhone, ...(organisation && { organisation }) };
      introduction = String((await t.perform(introduce, { as, reference: post, input })).answer.reference);
      await t.perform(reply, { as: "sofie", reference: introduction, input: { yes: "yes", ...byPhone } });
      await t.perform(write, { as: "sofie", reference: introduction, input: { text: "Hvornår passer det?" } });
    }
  }
}

test("no page of the exchange asks more of the database because there is more in it", async () => {
  const pages = ([karen, naja, lone]: readonly [Client, Client, Client]): [Client, string][] => [
    [karen, "/byttebors"],
    [karen, "/byttebors?kind=need&type=thing&locality=langaa&km=20"],
    [karen, "/byttebors?q=bænk"],
    [karen, "/byttebors/kort"],
    [karen, "/byttebors/tal"],
    [karen, "/byttebors/ny"],
    [naja, `/byttebors/${post}`],
    [naja, `/byttebors/${post}/praesentation`],
    [naja, "/byttebors/deltager/nordlys"],
    [naja, "/byttebors/det-kan-jeg?for=nordlys"],
    [naja, `/formidling/${introduction}`],
    [naja, "/min-side"],
    [lone, "/byttebors/formidler"],
    [lone, "/byttebors/formidler?tab=profiles"],
    [lone, `/byttebors/${post}/formidl`],
    [karen, "/byttebors/indlejr"],
    [karen, "/byttebors/feed.xml"],
  ];
  const count = async (): Promise<Map<string, number>> => {
    const counted = new Map<string, number>();
    // A session does not outlive the days that pass.
    const clients = [await t.as("karen"), await t.as("naja"), await t.as("lone")] as const;
    // Two that fit are looked for once an hour, for all: among twelve needs, whatever there is.
    await clients[0].get("/byttebors");
    for (const [who, path] of pages(clients)) {
      const queries = await countQueries(t.world.readPool, async () => assert.equal((await who.get(path)).status, 200, path));
      counted.set(path.replaceAll(/[TF]-\d{4}-\d+/g, "…"), queries);
    }
    return counted;
  };
  await more(1);
  const few = await count();
  await more(9);
  assert.deepEqual(await count(), few);
  for (const [path, queries] of few) assert.ok(queries <= 20, `${path}: ${queries}`);
});
