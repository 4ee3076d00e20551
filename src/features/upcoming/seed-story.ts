// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import { addDays, localDayOf, startOfDay, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addLink } from "#platform/links/index.ts";
import type { DemoListing } from "#platform/municipality/demo-schema.ts";
import { toldOn } from "#platform/municipality/demo-times.ts";
import type { Area } from "#features/places/index.ts";
import { firstNews, ordinalOf, tellDay } from "./listing.ts";
import { addClosure, addEscalation, addListing, move, publish, weigh } from "./store-write.ts";

/** Who and what a story can name. `ideas`: demo key → id, of those that were told. */
export type Scene = {
  tx: Tx;
  ids: Ids;
  now: Date;
  closed: ClosedDays;
  areas: Map<string, Area>;
  localities: Map<string, string>;
  themes: Map<string, string>;
  ideas: Map<string, string>;
};

const at = (day: LocalDay, hour: number): Date => new Date(startOfDay(day).getTime() + Math.round(hour * 60) * 60_000);

/** One listing from its draft to now, each step at its own time. */
export async function tellListing(scene: Scene, story: DemoListing): Promise<void> {
  const { tx, ids, now } = scene;
  const area = scene.areas.get(story.area);
  const [first, ...later] = story.phases.toSorted((a, b) => ordinalOf(a.phase) - ordinalOf(b.phase));
  if (!area || !first) return;
  const today = localDayOf(now);
  const day = (days: number): LocalDay => addDays(today, days);
  const person = area.contactPerson.id;
  const published = at(day(-story.published.daysAgo), story.published.hour);
  const id = ids.uuid();
  // A committee meets on a working day, whatever day the demo is made.
  const decideOn = addWorkingDays(day(story.decideInDays), 0, scene.closed).day;
  const askUntil = story.question ? day(story.question.endsInDays) : undefined;
  await addListing(tx, {
    id,
    title: story.title,
    what: story.what,
    openFor: story.openFor,
    fixed: story.fixed,
    committee: story.committee ?? undefined,
    decideOn,
    question: story.question?.text,
    askUntil,
    phase: first.phase,
    area: area.id,
    locality: story.locality === null ? undefined : scene.localities.get(story.locality),
    themes: story.themes.flatMap((key) => scene.themes.get(key) ?? []),
    now: published,
  });
  const tellBy = askUntil === undefined ? null : tellDay(askUntil, area.answerDays, scene.closed);
  const asked = askUntil === undefined ? null : localDayOf(published);
  const newsBy = firstNews(decideOn, localDayOf(published));
  await publish(tx, { id, phase: first.phase, askedOn: asked, tellBy, newsBy, person, now: published });
  for (const { phase, daysAgo, note, newsInDays } of later) {
    const news = newsInDays === undefined ? null : day(newsInDays);
    await move(tx, { id, phase, note: note ?? story.what, newsBy: news, person, now: at(day(-daysAgo), 11) });
  }
  await answersTold(scene, story, { id, person, published });
  if (askUntil !== undefined && tellBy !== null) await heardOrLate(scene, story, { id, person, askUntil, tellBy });
}

async function answersTold({ tx, ideas }: Scene, story: DemoListing, on: { id: string; person: string; published: Date }): Promise<void> {
  for (const answer of story.answers) {
    const idea = ideas.get(answer.idea);
    if (idea === undefined) continue;
    await addLink(tx, { from: idea, to: on.id, relation: "answers", now: on.published });
    if (!("fate" in answer)) continue;
    const possibleIf = answer.fate === "not" ? answer.possibleIf : undefined;
    const { fate, because } = answer;
    await weigh(tx, { listing: on.id, idea, fate, because, possibleIf, person: on.person, now: on.published });
  }
}

type Over = { id: string; person: string; askUntil: LocalDay; tellBy: LocalDay };

/** What was told, or, where the day passed without it, that it went on to the secretariat. */
async function heardOrLate({ tx, now, closed }: Scene, { told }: DemoListing, { id, person, askUntil, tellBy }: Over): Promise<void> {
  const when = told && at(addWorkingDays(askUntil, told.workingDaysAfter, closed).day, 13.5);
  if (told && when && when < now) await addClosure(tx, { id, heard: told.heard, doing: told.doing, person, now: when });
  const reminded = toldOn(tellBy);
  const passed = toldOn(addDays(tellBy, 1));
  if (when && when < passed) return;
  if (reminded < now) await addEscalation(tx, { id, what: "reminder", due: tellBy, now: reminded });
  if (passed < now) await addEscalation(tx, { id, what: "late", due: tellBy, now: passed });
}
