// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { addDays, localDayOf, startOfDay, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { DemoOrganisation, DemoPerson } from "#platform/municipality/demo-schema.ts";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { openOrCloseDemoDoors } from "./demo-store.ts";
import { giveRole } from "./store.ts";

/** The named people have been here for two years: longer than any story told about them. */
const daysHere = 730;

/** The named people of the demo and what they belong to, in one transaction. Who is there already stays as they are. */
export async function seed(world: World): Promise<void> {
  const folder = join(root, "municipalities", world.config.municipality);
  const { people, organisations } = loadDemo(folder, loadMunicipality(folder));
  const since = addDays(localDayOf(world.clock.now()), -daysHere);
  await world.write.transaction().execute(async (tx) => {
    const known = new Set(
      (await tx.selectFrom("people.person").select("demo_key").where("demo_key", "is not", null).execute()).map((row) => row.demo_key),
    );
    const bodies = await addOrganisations(world, tx, organisations, since);
    for (const person of people) if (!known.has(person.key)) await addDemoPerson(world, tx, person, { bodies, since });
  });
}

async function addOrganisations({ ids }: World, tx: Tx, organisations: DemoOrganisation[], since: LocalDay): Promise<Map<string, string>> {
  if (organisations.length > 0) {
    await tx
      .insertInto("people.organisation")
      .values(
        organisations.map(({ slug, name, kind, about, aboutEn }) => ({
          id: ids.uuid(),
          slug,
          name,
          kind,
          about,
          about_en: aboutEn,
          demo_key: slug,
          created_at: startOfDay(since),
        })),
      )
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .execute();
  }
  const rows = await tx.selectFrom("people.organisation").select(["id", "slug"]).execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

async function addDemoPerson(
  { ids }: World,
  tx: Tx,
  person: DemoPerson,
  { bodies, since }: { bodies: Map<string, string>; since: LocalDay },
): Promise<void> {
  const id = ids.uuid();
  const at = startOfDay(since);
  const { logIn } = person;
  const entry = logIn && JSON.stringify({ order: logIn.order, da: [logIn.line, logIn.about], en: [logIn.lineEn, logIn.aboutEn] });
  await tx.insertInto("people.person").values({ id, name: person.name, demo_key: person.key, demo_entry: entry, created_at: at }).execute();
  if (person.email !== null) {
    await tx
      .insertInto("people.mailbox")
      .values({ id: ids.uuid(), address: person.email.toLowerCase(), person: id, confirmed_at: at, lang: "da", created_at: at })
      .execute();
  }
  for (const { organisation, part } of person.organisations) {
    const body = bodies.get(organisation);
    if (body) await tx.insertInto("people.membership").values({ person: id, organisation: body, part, from_day: since }).execute();
  }
  for (const role of person.roles) {
    await giveRole(tx, {
      person: id,
      role: role.role,
      ...("committee" in role ? { committee: role.committee } : {}),
      fromDay: since,
      ids,
      now: at,
    });
  }
}

/** At every start: the invented people can be stepped into in a demo, and nowhere else. */
export async function load(world: World): Promise<void> {
  await world.write.transaction().execute((tx) => openOrCloseDemoDoors(tx, { demo: world.config.demo, now: world.clock.now() }));
}
