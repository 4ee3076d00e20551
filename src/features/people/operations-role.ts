// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { day, email, line, optionalText } from "#platform/forms/fields.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { withRole } from "#platform/operations/rule.ts";
import { changeFields, changeSetting } from "#platform/settings/change.ts";
import { roleSetting } from "./settings.ts";
import { personOfMailbox } from "./store.ts";
import { heldRole, roleById, type RoleHeld } from "./store-staff.ts";

export const givenRoles = ["secretariat", "employee", "committee-member", "council-member"] as const;
const secretariat = withRole("secretariat");

export const roleToSet: Finder<RoleHeld> = {
  kind: "role-setting",
  find: async (db, reference) => (z.uuid().safeParse(reference).success ? roleById(db, reference) : undefined),
};

/** Gives somebody a role from a day on. Who is not known yet is made with the mailbox. */
export const giveRoleTo = operation({
  name: "people.give-role",
  input: z.object({
    email: email(),
    name: optionalText({ max: 120 }),
    role: z.enum(givenRoles),
    committee: optionalText({ max: 80 }),
    fromDay: day(),
  }),
  may: secretariat,
  audit: "role.given",
  api: false,
  moves: roleSetting.moves,
  settings: true,
  async run({ input, lang, ...act }) {
    const { role, fromDay } = input;
    if ((role === "committee-member") !== (input.committee !== undefined))
      throw invalid({ committee: role === "committee-member" ? "required" : "wrong" });
    if (fromDay < addDays(localDayOf(act.now), -366) || fromDay > addDays(localDayOf(act.now), 732)) throw invalid({ fromDay: "too-far" });
    const named = input.name === undefined ? {} : { name: input.name };
    const person = await personOfMailbox(act.tx, { address: input.email, lang, ...named }, act);
    const committee = input.committee ?? null;
    if (await heldRole(act.tx, { person: person.id, role, committee, from: fromDay })) throw new Refusal(409, "role-held");
    const key = act.ids.uuid();
    await changeSetting(act, roleSetting, { key, next: { person: person.id, role, committee, fromDay, untilDay: null } });
    act.note(person.id, { role });
    return { reference: key };
  },
});

/** Ends a role: at once, or after a last day. */
export const endRole = operation({
  name: "people.end-role",
  input: z.object({ when: z.enum(["now", "day"]), untilDay: z.union([z.literal(""), line({ max: 10 })]).optional() }),
  on: roleToSet,
  may: secretariat,
  audit: "role.ended",
  api: false,
  moves: roleSetting.moves,
  settings: true,
  async run({ on, input, ...act }) {
    const today = localDayOf(act.now);
    // Held until the day before: over now. On the first day it is held on no day.
    const now = on.fromDay > addDays(today, -1) ? addDays(on.fromDay, -1) : addDays(today, -1);
    const chosen = input.when === "now" ? now : input.untilDay;
    if (chosen === undefined || chosen === "") throw invalid({ untilDay: "required" });
    if (!day().safeParse(chosen).success) throw invalid({ untilDay: "day" });
    await changeFields(act, roleSetting, { key: on.id, fields: { untilDay: chosen }, seen: undefined });
    act.note(on.person, { role: on.role });
    return { person: on.person };
  },
});
