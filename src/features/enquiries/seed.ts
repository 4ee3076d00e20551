// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { localDayOf, startOfDay } from "#platform/clock/local-day.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { DemoEnquiry } from "#platform/municipality/demo-schema-enquiries.ts";
import { sentOn } from "#platform/municipality/demo-times.ts";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { personsByKey } from "#features/people/index.ts";
import { areasOf, calendarOf, localitiesOf } from "#features/places/index.ts";
import { tellEnquiry, type Scene } from "./seed-story.ts";

/** Tells the demo's enquiries, each at its own time. What would lie after now is not told. Nobody gets a mail of it. */
export async function seed(world: World): Promise<void> {
  const folder = join(root, "municipalities", world.config.municipality);
  const { enquiries, people, ideas } = loadDemo(folder, loadMunicipality(folder));
  const now = world.clock.now();
  await within(world.write, asSystem, async (tx) => {
    const [persons, areas, localities, closed] = await Promise.all([personsByKey(tx), areasOf(tx), localitiesOf(tx), calendarOf(tx)]);
    const scene: Omit<Scene, "sent" | "after"> = {
      tx,
      ids: world.ids,
      now,
      closed,
      persons,
      names: new Map(people.map(({ key, name }) => [key, name])),
      areas: new Map(areas.map((area) => [area.slug, area])),
      localities: new Map(localities.map(({ slug, id }) => [slug, id])),
      titles: new Map(ideas.map(({ key, title }) => [key, title])),
    };
    const timed = enquiries.map((enquiry) => ({ enquiry, sent: sentAt(enquiry) })).toSorted((a, b) => a.sent.getTime() - b.sent.getTime());
    for (const { enquiry, sent } of timed) await tellEnquiry({ ...scene, sent, after: after(sent) }, enquiry);

    function sentAt({ submitted }: DemoEnquiry): Date {
      const day = sentOn(submitted, localDayOf(now), closed);
      return earlier(new Date(startOfDay(day).getTime() + Math.round(submitted.hour * 60) * 60_000), new Date(now.getTime() - fiveMinutes));
    }

    /** So many working days after it was sent, at ten; undefined where that is still to come. */
    function after(sent: Date) {
      return (days: number | undefined): Date | undefined => {
        if (days === undefined) return undefined;
        const day = days === 0 ? localDayOf(sent) : addWorkingDays(sent, days, closed).day;
        const at = new Date(Math.max(startOfDay(day).getTime() + tenOClock, sent.getTime() + fiveMinutes));
        return at < now ? at : undefined;
      };
    }
  });
}

const fiveMinutes = 300_000;
const tenOClock = 10 * 60 * 60_000;
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
