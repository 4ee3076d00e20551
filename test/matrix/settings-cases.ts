// SPDX-License-Identifier: EUPL-1.2
import { addDays } from "#platform/clock/local-day.ts";
import { giveRoleTo } from "#features/people/index.ts";
import { addArea, addClosedDay, addLocality, changeArea } from "#features/places/index.ts";
import { addTheme } from "#features/themes/index.ts";
import type { TestWorld } from "../test-world.ts";
import type { Case } from "./cases.ts";

type MakeCase = (t: TestWorld, state: string) => Promise<Case>;

let made = 0;
/** Each change is to something new: what changes nothing is refused. */
const next = (): number => (made += 1);

const phone = (): string => `12 34 ${String(next()).padStart(4, "0")}`;
const people = { contactPerson: "signe@example.dk", deputy: "bo@example.dk" };

/** An area of its own that nothing lies in. Out: its slug. */
export async function anEmptyArea(t: TestWorld): Promise<string> {
  const name = `Prøveområde ${next()}`;
  const about = { about: "Til prøve", aboutEn: "For a trial", keywords: "prøve", phone: phone(), hours: "altid", hoursEn: "always" };
  const days = { acknowledgeDays: 3, answerDays: 15 };
  const { answer } = await t.perform(addArea, { as: "lone", input: { name, nameEn: name, ...about, ...days, ...(await addresses(t)) } });
  return String(answer.reference);
}

/** The addresses of Signe and Bo, whatever they are in this world. */
async function addresses(t: TestWorld): Promise<typeof people> {
  const rows = await t.world.read
    .selectFrom("people.mailbox as mailbox")
    .innerJoin("people.person as person", "person.id", "mailbox.person")
    .select(["person.demo_key", "mailbox.address"])
    .where("person.demo_key", "in", ["signe", "bo"])
    .execute();
  const of = (key: string): string => rows.find((row) => row.demo_key === key)?.address ?? "";
  return { contactPerson: of("signe"), deputy: of("bo") };
}

/** A change that can be undone. Out: its id. */
export async function aChange(t: TestWorld): Promise<string> {
  await t.perform(changeArea, { as: "lone", reference: "boern-og-skole", input: { phone: phone() } });
  const row = await t.world.read
    .selectFrom("platform.setting_change")
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

const onArea =
  (body: () => Record<string, string>): MakeCase =>
  async () => ({ params: { reference: "boern-og-skole" }, body: body() });

const colours = {
  fjordLight: "#0d4a4e",
  fjordDark: "#93d6cb",
  fjordTintLight: "#dcedeb",
  fjordTintDark: "#18393a",
  threadLight: "#c2322d",
  threadDark: "#ff8d7b",
  threadTintLight: "#fbe5e0",
  threadTintDark: "#3b2220",
};
const aPlace = () => ({ name: `Prøvested ${next()}`, postalCode: "8900", lat: "56,46", lon: "10,04" });
const aTheme = () => ({ name: `Prøveemne ${next()}`, nameEn: "A trial theme", words: "prøve", wordsEn: "trial", parent: "", area: "" });
const aDay = (): string => addDays("2028-01-01", next());

async function anEmptyPlace(t: TestWorld): Promise<string> {
  const { answer } = await t.perform(addLocality, { as: "lone", input: aPlace() });
  return String(answer.reference);
}

/** A role of somebody new. Out: its id. */
async function aRole(t: TestWorld): Promise<string> {
  const { answer } = await t.perform(giveRoleTo, {
    as: "lone",
    input: { email: `rolle${next()}@example.dk`, role: "employee", fromDay: "2026-11-20" },
  });
  return String(answer.reference);
}

export const settingsCases: Record<string, MakeCase> = {
  "settings.before-undoing": async (t) => ({ params: { reference: await aChange(t) } }),
  "settings.undo": async (t) => ({ params: { reference: await aChange(t) } }),
  "settings.area": onArea(() => ({})),
  "places.change-area": onArea(() => ({ phone: phone() })),
  "places.name-area-people": async (t) => ({
    // Not one that the people of the table answer for.
    params: { reference: await anEmptyArea(t) },
    body: { ...(await addresses(t)), newDeputy: `ny${next()}@example.dk` },
  }),
  "places.add-area": async (t) => ({
    body: {
      name: `Nyt område ${next()}`,
      nameEn: "A new area",
      about: "Til prøve",
      aboutEn: "For a trial",
      keywords: "prøve",
      phone: phone(),
      hours: "altid",
      hoursEn: "always",
      acknowledgeDays: "3",
      answerDays: "15",
      ...(await addresses(t)),
    },
  }),
  "settings.change-identity": async () => ({ body: { name: "Prøve Kommune", place: "Prøve", phone: phone(), email: "post@example.dk" } }),
  "settings.change-deadlines": async () => ({ body: { lookDays: "1", acknowledgeDays: "3", answerDays: String(20 + (next() % 60)) } }),
  "settings.change-look": async () => ({ body: { wordMark: `Prøve ${next()}`, beside: "Prøve Kommune", ...colours } }),
  "settings.text": async () => ({ params: { reference: "ideas:write.title" } }),
  "settings.change-text": async () => ({ params: { reference: "ideas:write.title" }, body: { da: `Skriv ${next()}`, en: "" } }),
  "settings.module": async (_t, state) => ({ params: { reference: state === "core" ? "ideas" : "newsletter" } }),
  "settings.switch-module": async (_t, state) => ({ params: { reference: state === "core" ? "ideas" : "newsletter" } }),
  "settings.locality": async () => ({ params: { reference: "langaa" } }),
  "settings.closed-day": async () => ({ params: { reference: "2026-12-24" } }),
  "settings.theme": async () => ({ params: { reference: "stier-og-baenke" } }),
  "settings.role": async (t) => ({ params: { reference: await aRole(t) } }),
  "places.add-locality": async () => ({ body: aPlace() }),
  "places.change-locality": async () => ({ params: { reference: "langaa" }, body: { lat: `56.${100 + (next() % 800)}` } }),
  "places.remove-locality": async (t) => ({ params: { reference: await anEmptyPlace(t) } }),
  "places.add-closed-day": async () => ({ body: { day: aDay(), name: "Fri", nameEn: "Free" } }),
  "places.remove-closed-day": async (t) => {
    const day = aDay();
    await t.perform(addClosedDay, { as: "lone", input: { day, name: "Fri", nameEn: "Free" } });
    return { params: { reference: day } };
  },
  "themes.add": async () => ({ body: aTheme() }),
  "themes.change": async () => ({ params: { reference: "stier-og-baenke" }, body: aTheme() }),
  "themes.remove": async (t) => {
    const { answer } = await t.perform(addTheme, { as: "lone", input: aTheme() });
    return { params: { reference: String(answer.reference) } };
  },
  "people.give-role": async () => ({ body: { email: `ny${next()}@example.dk`, role: "employee", fromDay: "2026-11-23" } }),
  "people.end-role": async (t) => ({ params: { reference: await aRole(t) }, body: { when: "now" } }),
  "places.close-area": async (t) => ({ params: { reference: await anEmptyArea(t) }, body: { successor: "boern-og-skole" } }),
};

/** Switches on again what a row switched off, for the rows after it. */
export async function switchAllOn(t: TestWorld): Promise<void> {
  const switchModule = t.world.registry.operations.get("settings.switch-module");
  for (const { name } of await t.world.read.selectFrom("platform.module_off").select("name").execute())
    if (switchModule) await t.perform(switchModule, { as: "lone", reference: name, input: { on: "on" } });
}
