// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { choice, line, optionalEmail, phone, text, tick, wholeNumber, words } from "#platform/forms/fields.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { withRole } from "#platform/operations/rule.ts";
import { changeFields, changeSetting } from "#platform/settings/change.ts";
import { slugOf } from "#platform/text/slug.ts";
import { personOfMailbox } from "#features/people/index.ts";
import { areaSetting } from "./settings.ts";
import { areaIdBySlug, peopleToChoose, readArea, thingsIn, type AreaRow } from "./store-area.ts";

export const secretariat = withRole("secretariat");
export type AreaToSet = AreaRow & { id: string };

/** An area by its slug, also a closed one, as it stands in the database now. */
export const areaToSet: Finder<AreaToSet> = {
  kind: "area-setting",
  async find(db, reference, { lock }) {
    const id = await areaIdBySlug(db, reference);
    const row = id === undefined ? undefined : await readArea(db, id, lock);
    return id !== undefined && row ? { ...row, id } : undefined;
  },
};

const shape = {
  name: line({ max: 80 }),
  nameEn: line({ max: 80 }),
  about: text({ max: 600 }),
  aboutEn: text({ max: 600 }),
  keywords: words({ most: 200, longest: 40 }),
  phone: phone(),
  hours: line({ max: 120 }),
  hoursEn: line({ max: 120 }),
  acknowledgeDays: wholeNumber({ min: 1, max: 30 }),
  answerDays: wholeNumber({ min: 1, max: 90 }),
};
const seen = z.string().max(40).optional();
// One of those whose addresses the page lists, or a new one.
const people = { contactPerson: choice(254), newContactPerson: optionalEmail(), deputy: choice(254), newDeputy: optionalEmail() };

/** Changes what was sent of an area, and leaves the rest. */
export const changeArea = operation({
  name: "places.change-area",
  input: z.object(shape).partial().extend({ seen }),
  on: areaToSet,
  may: secretariat,
  audit: "area.changed",
  api: false,
  moves: areaSetting.moves,
  settings: true,
  async run({ on, input: { seen: version, ...fields }, ...act }) {
    await changeFields(act, areaSetting, { key: on.id, fields, seen: version });
    act.note(on.id);
    return { reference: on.slug };
  },
});

/** Names who answers for an area and who steps in: both at once, so that it is never without either. */
export const nameAreaPeople = operation({
  name: "places.name-area-people",
  input: z.object({ ...people, seen }),
  on: areaToSet,
  may: secretariat,
  audit: "area.contact-persons-named",
  api: false,
  moves: areaSetting.moves,
  settings: true,
  async run({ on, input, lang, ...act }) {
    const fields = await chosenPeople(act.tx, input, lang, act);
    await changeFields(act, areaSetting, { key: on.id, fields, seen: input.seen });
    act.note(on.id, fields);
    return { reference: on.slug };
  },
});

/** A new area, never without both people. Its address is made from its name. */
export const addArea = operation({
  name: "places.add-area",
  input: z.object({ ...shape, ...people }),
  may: secretariat,
  audit: "area.added",
  api: false,
  moves: areaSetting.moves,
  settings: true,
  async run({ input, lang, ...act }) {
    const { contactPerson: _c, newContactPerson: _n, deputy: _d, newDeputy: _w, ...facts } = input;
    const slug = slugOf(facts.name).slice(0, 60);
    const taken = slug === "" || (await areaIdBySlug(act.tx, slug)) !== undefined;
    if (taken) throw invalid({ name: "taken" });
    const who = await chosenPeople(act.tx, input, lang, act);
    const key = act.ids.uuid();
    await changeSetting(act, areaSetting, { key, next: { ...facts, ...who, slug, successor: null } });
    act.note(key, who);
    return { reference: slug };
  },
});

/** Closes an area: another takes over, also what lies in it, once somebody has said yes to moving it. No promised day moves. */
export const closeArea = operation({
  name: "places.close-area",
  input: z.object({ successor: choice(80), handOver: tick(), seen }),
  on: areaToSet,
  may: secretariat,
  audit: "area.closed",
  api: false,
  moves: areaSetting.moves,
  settings: true,
  async run({ on, input, ...act }) {
    if (input.successor === undefined) throw invalid({ successor: "required" });
    const successor = await areaIdBySlug(act.tx, input.successor);
    if (successor === undefined || successor === on.id) throw invalid({ successor: "wrong" });
    if (on.successor !== null) throw new Refusal(409, "area-closed");
    if (!input.handOver && (await thingsIn(act.tx, on.id)) > 0) throw invalid({ handOver: "required" });
    await changeFields(act, areaSetting, { key: on.id, fields: { successor }, seen: input.seen });
    act.note(on.id, { successor });
    return { reference: on.slug };
  },
});

type Chosen = {
  contactPerson?: string | undefined;
  newContactPerson?: string | undefined;
  deputy?: string | undefined;
  newDeputy?: string | undefined;
};

/** Two persons, who are not one: each known by an address of the list, or by a new one, which is then theirs. */
async function chosenPeople(
  tx: Tx,
  input: Chosen,
  lang: Lang,
  made: { ids: Ids; now: Date },
): Promise<{ contactPerson: string; deputy: string }> {
  const known = new Map((await peopleToChoose(tx)).map(({ address, id }) => [address, id]));
  const one = async (field: string, chosen: string | undefined, fresh: string | undefined): Promise<string> => {
    if (fresh !== undefined) return (await personOfMailbox(tx, { address: fresh, lang }, made)).id;
    const id = chosen === undefined ? undefined : known.get(chosen.toLowerCase());
    if (id === undefined) throw invalid({ [field]: chosen === undefined ? "required" : "wrong" });
    return id;
  };
  const contactPerson = await one("contactPerson", input.contactPerson, input.newContactPerson);
  const deputy = await one("deputy", input.deputy, input.newDeputy);
  if (contactPerson === deputy) throw invalid({ deputy: "same" });
  return { contactPerson, deputy };
}
