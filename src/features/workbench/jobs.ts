// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, zone } from "#platform/clock/local-day.ts";
import { isWorkingDay } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Feature, Job } from "#platform/feature.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { remindDaysOf } from "#platform/municipality/facts.ts";
import type { World } from "#platform/operations/world.ts";
import { actorOf, addressesOf, noToken } from "#features/people/index.ts";
import { allAnsweringToday, calendarOf, colleaguesOf } from "#features/places/index.ts";
import { awayNow } from "./away.ts";
import { morningLetter } from "./mails.ts";
import { deadlineOf, isEmpty, morningOf, type Morning } from "./morning.ts";
import { paths } from "./paths.ts";
import { morningDays } from "./privacy.ts";
import { parted, waitingFor } from "./queries.ts";
import { remind, takeMorning, tidyMornings, wantsMornings } from "./store.ts";

/** From seven, and not after noon: a morning that fell into a time when nothing ran is left out. */
const hours = { from: 7, until: 12 };
const hour = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });

export const jobsOf = (features: Feature[]): Record<string, Job> => ({
  "workbench.mornings": (_payload, world) => writeMornings(world, features),
  "workbench.tidy": async (_payload, { write, clock }) => tidyMornings(write, addDays(localDayOf(clock.now()), -morningDays)),
});

/** UTC: one of the two is seven o'clock in Denmark; the other finds that it is too early, or that all is written. */
export const crontab: Record<string, string> = {
  "0 5 * * *": "workbench.mornings",
  "0 6 * * *": "workbench.mornings",
  "50 1 * * *": "workbench.tidy",
};

/** One mail to each for whom something is late, due today or soon; on working days of the municipality only. */
export async function writeMornings(world: World, features: Feature[]): Promise<void> {
  const now = world.clock.now();
  const today = localDayOf(now);
  const at = Number(hour.format(now));
  if (at < hours.from || at >= hours.until || !isWorkingDay(today, await calendarOf(world.read))) return;
  const persons = (await colleaguesOf(world.read, today)).map(({ id }) => id);
  const boxes = await addressesOf(world.read, persons);
  await eachByItself(boxes, ([person, box]) => writeMorning(world, features, person, box));
}

type Box = { mailbox: string; address: string; lang: "da" | "en"; name: string };

async function writeMorning(world: World, features: Feature[], person: string, box: Box): Promise<void> {
  if (!(await wantsMornings(world.read, person))) return;
  const now = world.clock.now();
  const morning = await morningFor(world, features, person, box);
  if (isEmpty(morning)) return;
  await world.write.transaction().execute(async (tx) => {
    const day = localDayOf(now);
    if (!(await takeMorning(tx, { person, day, now }))) return;
    const fresh = await remind(tx, { person, day, deadlines: [...morning.late, ...morning.today].map(deadlineOf) });
    const unsubscribe = await noLink(world, tx, box);
    const { subject, body } = morningLetter(
      morning,
      (row) => {
        const { what, due } = deadlineOf(row);
        return fresh.has(`${what} ${due}`);
      },
      { lang: box.lang, name: box.name, base: world.config.baseUrl, now, unsubscribe },
    );
    const mail = { dedupe: `morning/${day}/${person}`, to: box.address, lang: box.lang, subject, body, unsubscribe };
    await writeMail(tx, mail, { ids: world.ids, now });
  });
}

async function morningFor({ read, clock }: World, features: Feature[], person: string, { lang }: Box): Promise<Morning> {
  const now = clock.now();
  const actor = await actorOf(read, person, now);
  const [closed, soonDays, answering, rows] = await Promise.all([
    calendarOf(read),
    remindDaysOf(read),
    allAnsweringToday(read, now),
    waitingFor(features, read, actor, lang, now),
  ]);
  const { mine } = parted(rows, awayNow(actor, answering));
  return morningOf(
    mine,
    rows.filter(({ followUp }) => followUp),
    { today: localDayOf(now), closed, soonDays },
  );
}

async function noLink({ secret, ids, clock, config }: World, tx: Tx, { mailbox, lang }: Box): Promise<string> {
  const token = await noToken(tx, { mailbox, purpose: "no-mornings" }, { secret, ids, now: clock.now() });
  return config.baseUrl + paths.noMornings(lang, { token });
}
