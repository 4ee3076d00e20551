// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality, type MunicipalityFiles } from "#platform/municipality/load.ts";
import type { World } from "#platform/operations/world.ts";
import { followFiles } from "#platform/settings/follow-files.ts";
import { root } from "#platform/root.ts";
import { personsByKey, settle, withRoleToday } from "#features/people/index.ts";

const folderOf = (world: World): string => join(root, "municipalities", world.config.municipality);

/**
 * Puts localities, closed days and areas in place. Repeatable: what the municipality has changed or taken away stays as it
 * left it; the rest follows the folder. In a demo the named people answer for the areas; elsewhere the secretariat does until others are named, and
 * before it has two people there are no areas (the database wants a contact person and another as deputy).
 */
export async function load(world: World): Promise<void> {
  const files = loadMunicipality(folderOf(world));
  await world.write.transaction().execute(async (tx) => {
    await addLocalities(world, tx, files);
    await addClosedDays(tx, files);
    await addAreas(world, tx, files);
  });
}

/** In a demo the named people and their organisations live somewhere. */
export async function seed(world: World): Promise<void> {
  await load(world);
  const { people, organisations } = loadDemo(folderOf(world), loadMunicipality(folderOf(world)));
  await world.write.transaction().execute((tx) =>
    settle(tx, {
      people: people.map(({ key, locality }) => [key, locality]),
      organisations: organisations.map(({ slug, locality }) => [slug, locality]),
    }),
  );
}

async function addLocalities({ ids }: World, tx: Tx, { localities }: MunicipalityFiles): Promise<void> {
  const rows = await tx.selectFrom("places.locality").selectAll().execute();
  await followFiles(
    tx,
    "locality",
    localities.map(({ slug, name, postalCode, lat, lon, approximate }) => {
      const file = { name, postal_code: postalCode, lat, lon, approximate };
      const row = rows.find((one) => one.slug === slug);
      return {
        key: slug,
        file,
        now: row && { name: row.name, postal_code: row.postal_code, lat: row.lat, lon: row.lon, approximate: row.approximate },
        add: () =>
          tx
            .insertInto("places.locality")
            .values({ id: ids.uuid(), slug, ...file })
            .execute(),
        follow: () => tx.updateTable("places.locality").set(file).where("slug", "=", slug).execute(),
      };
    }),
  );
}

async function addClosedDays(tx: Tx, { municipality }: MunicipalityFiles): Promise<void> {
  const rows = await tx.selectFrom("places.closed_day").selectAll().execute();
  await followFiles(
    tx,
    "closed-day",
    municipality.closedDays.map(({ day, name, nameEn }) => {
      const file = { name, name_en: nameEn };
      const row = rows.find((one) => one.day === day);
      return {
        key: day,
        file,
        now: row && { name: row.name, name_en: row.name_en },
        add: () =>
          tx
            .insertInto("places.closed_day")
            .values({ day, ...file })
            .execute(),
        follow: () => tx.updateTable("places.closed_day").set(file).where("day", "=", day).execute(),
      };
    }),
  );
}

/** Who answers for an area is no matter of the folder once it is there: that stays, also where the rest follows. */
async function addAreas(world: World, tx: Tx, { areas, municipality: { deadlines } }: MunicipalityFiles): Promise<void> {
  const rows = await tx.selectFrom("places.area").selectAll().execute();
  const answers = await whoAnswers(world, tx);
  if (areas.some((area) => !answers(area) && !rows.some(({ slug }) => slug === area.slug)))
    world.log.warn(
      "There are no areas yet. Invite two people of the secretariat (npm run admin -- invite name@example.dk): they answer for all areas until others are named.",
    );
  await followFiles(
    tx,
    "area",
    areas.flatMap(({ slug, name, nameEn, about, aboutEn, keywords, phone, hours, hoursEn, ...named }) => {
      const row = rows.find((one) => one.slug === slug);
      const who = answers(named);
      if (!row && !who) return [];
      const days = { acknowledge_days: deadlines.acknowledgeDays, answer_days: deadlines.answerDays };
      const file = { name, name_en: nameEn, about, about_en: aboutEn, keywords, phone, hours, hours_en: hoursEn, ...days };
      return {
        key: slug,
        file,
        now: row && Object.fromEntries(Object.keys(file).map((column) => [column, Reflect.get(row, column)])),
        add: async () =>
          who &&
          tx
            .insertInto("places.area")
            .values({ id: world.ids.uuid(), slug, ...file, ...who })
            .execute(),
        follow: () => tx.updateTable("places.area").set(file).where("slug", "=", slug).execute(),
      };
    }),
  );
}

type Pair = { contact_person: string; deputy: string };

async function whoAnswers(
  { config, clock }: World,
  tx: Tx,
): Promise<(named: { contactPerson: string; deputy: string }) => Pair | undefined> {
  if (config.demo) {
    const people = await personsByKey(tx);
    return ({ contactPerson, deputy }) => pair(people.get(contactPerson), people.get(deputy));
  }
  const [first, second] = await withRoleToday(tx, "secretariat", localDayOf(clock.now()));
  return () => pair(first, second);
}

const pair = (contact: string | undefined, deputy: string | undefined): Pair | undefined =>
  contact && deputy ? { contact_person: contact, deputy } : undefined;
