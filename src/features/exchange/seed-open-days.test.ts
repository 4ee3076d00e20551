// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { addDays } from "#platform/clock/local-day.ts";
import { isWorkingDay, noClosedDays } from "#platform/clock/working-days.ts";
import { checkIntroductions } from "#platform/municipality/check-demo-introductions.ts";
import { checkPosts, staffOf } from "#platform/municipality/check-demo-posts.ts";
import { introductionState, postState } from "#platform/municipality/demo-posts.ts";
import { introduction, post, type DemoIntroduction, type DemoPost } from "#platform/municipality/demo-schema-posts.ts";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import { root } from "#platform/root.ts";
import { onOpenDays } from "./seed-open-days.ts";

const trailer = (more: Partial<DemoPost> = {}): DemoPost =>
  post.parse({
    key: "trailer",
    kind: "offer",
    title: "En trailer",
    text: "Den står i carporten.",
    contributionType: "thing",
    author: "karen",
    locality: "langaa",
    remote: false,
    routing: "direct",
    sent: { daysAgo: 11, hour: 20 },
    looked: { daysAgo: 9, hour: 9 },
    expiresInDays: 60,
    ...more,
  });
const asked = (sent: { daysAgo: number; hour: number }, more: Partial<DemoIntroduction> = {}): DemoIntroduction =>
  introduction.parse({
    key: "mehmet-laaner",
    offer: "trailer",
    seeker: { person: "mehmet" },
    initiator: "broker",
    route: "brokered",
    broker: "lone",
    greeting: "Kære Karen og Mehmet.",
    sent,
    replies: [],
    ...more,
  });
/** A Monday: nine days ago was a Saturday, and so was two days ago. */
const days = { today: "2026-11-23", closed: noClosedDays, staff: new Set(["lone"]) };

test("a broker who looked at a post on a Saturday did so on the Monday after", () => {
  const [moved] = onOpenDays({ posts: [trailer()], introductions: [] }, days).posts;
  assert.deepEqual(moved?.looked, { daysAgo: 7, hour: 9 });
});

test("but on the Saturday all the same, where somebody answered it on the Sunday", () => {
  const one = asked({ daysAgo: 8, hour: 12 }, { initiator: "seeker", route: "direct", broker: undefined });
  const [moved] = onOpenDays({ posts: [trailer()], introductions: [one] }, days).posts;
  assert.deepEqual(moved?.looked, { daysAgo: 9, hour: 9 });
});

test("whom a broker brings together on a weekend is asked on Monday, and what citizens do stays where it was", () => {
  const known = trailer({ looked: { daysAgo: 11, hour: 21 } });
  const replies: DemoIntroduction["replies"] = [
    { side: "seeker", daysAgo: 2, hour: 10, yes: true, phone: "12 34 56 41" },
    { side: "giver", daysAgo: 2, hour: 11, yes: true, phone: "12 34 56 43", by: "lone" },
  ];
  const [moved] = onOpenDays({ posts: [known], introductions: [asked({ daysAgo: 9, hour: 10 }, { replies })] }, days).introductions;
  assert.deepEqual(moved?.sent, { daysAgo: 7, hour: 10 });
  assert.deepEqual(
    moved?.replies.map(({ daysAgo }) => daysAgo),
    [2, 2],
    "nothing is moved to today",
  );
});

test("on every day of the week the stories stand as they are told, with fewer brokers at work on a weekend", () => {
  const folder = join(root, "municipalities/0730-randers");
  const files = loadMunicipality(folder);
  const demo = loadDemo(folder, files);
  const staff = staffOf(demo);
  const onWeekends = (posts: DemoPost[], today: string): number =>
    posts.filter(({ looked }) => looked && !isWorkingDay(addDays(today, -looked.daysAgo))).length;
  for (const today of ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]) {
    const moved = onOpenDays(demo, { today, closed: noClosedDays, staff });
    checkPosts(folder, files, { ...demo, ...moved });
    checkIntroductions(folder, files, { ...demo, ...moved });
    assert.deepEqual(
      moved.posts.map((one) => postState(one)),
      demo.posts.map((one) => postState(one)),
    );
    assert.deepEqual(moved.introductions.map(introductionState), demo.introductions.map(introductionState));
    assert.ok(onWeekends(moved.posts, today) <= 4, `${today}: ${onWeekends(moved.posts, today)} of ${onWeekends(demo.posts, today)}`);
  }
});
