// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { email } from "#platform/forms/fields.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { onlySystem } from "#platform/operations/rule.ts";
import { changeFields } from "#platform/settings/change.ts";
import { personOfMailbox } from "#features/people/index.ts";
import { areaSetting } from "./settings.ts";
import { areaBySlug, type Area } from "./store.ts";

/** An area by its slug; everybody may see it. */
export const area: Finder<Area> = { kind: "area", find: (db, reference) => areaBySlug(db, reference) };

/** Names who answers for an area and who steps in, from the command line. Both at once: an area is never without either. */
export const nameContactPersons = operation({
  name: "places.name-contact-persons",
  input: z.object({ contactPerson: email(), deputy: email() }),
  on: area,
  may: onlySystem,
  audit: "area.contact-persons-named",
  api: false,
  moves: areaSetting.moves,
  settings: true,
  async run({ on, input, lang, ...act }) {
    if (input.contactPerson === input.deputy) throw invalid({ deputy: "same" });
    const personOf = async (address: string): Promise<string> => (await personOfMailbox(act.tx, { address, lang }, act)).id;
    const people = { contactPerson: await personOf(input.contactPerson), deputy: await personOf(input.deputy) };
    await changeFields(act, areaSetting, { key: on.id, fields: people, seen: undefined });
    act.note(on.id, people);
    return {};
  },
});
