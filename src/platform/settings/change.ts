// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { difference, same, versionOf, type Setting, type SettingChange, type Value } from "./setting.ts";

type AnyAct = Pick<Act<unknown, unknown>, "tx" | "now" | "ids" | "changed" | "tell">;
type Wanted = { key: string; next: Value | undefined; seen?: { fields: readonly string[]; version: string | undefined } | undefined };

/**
 * The one way in which a setting changes: what stood there is held, compared with what the form saw, checked, put in place, and
 * kept in the history in the same transaction. Refuses (409) what somebody else changed meanwhile, and what changes nothing.
 */
export async function changeSetting(act: AnyAct, setting: Setting, { key, next, seen }: Wanted): Promise<SettingChange> {
  const before = await setting.read(act.tx, key, true);
  if (seen?.version !== undefined && versionOf(before, seen.fields) !== seen.version) throw new Refusal(409, "changed-meanwhile");
  return put(act, setting, { key, before, next, undoes: null });
}

/** The same for some fields of what stands there. In: only fields that were sent. */
export async function changeFields(
  act: AnyAct,
  setting: Setting,
  { key, fields, seen }: { key: string; fields: Record<string, Value[string] | undefined>; seen: string | undefined },
): Promise<SettingChange> {
  const before = await setting.read(act.tx, key, true);
  if (!before) throw new Refusal(404, "not-found");
  const sent = Object.entries(fields).flatMap(([field, part]) => (part === undefined ? [] : [[field, part] as const]));
  const names = sent.map(([field]) => field);
  if (seen !== undefined && versionOf(before, names) !== seen) throw new Refusal(409, "changed-meanwhile");
  return put(act, setting, { key, before, next: { ...before, ...Object.fromEntries(sent) }, undoes: null });
}

/**
 * Puts back what stood before a change, where what stands now is what that change made. Else 409: what came after it is never
 * overwritten in silence. An undo is a change like any other and can be undone.
 */
export async function undoChange(act: AnyAct, setting: Setting, change: SettingChange): Promise<SettingChange> {
  const now = await setting.read(act.tx, change.key, true);
  if (!standsAsMade(now, change)) throw new Refusal(409, "changed-since");
  const next = change.before === null ? undefined : { ...now, ...change.before };
  return put(act, setting, { key: change.key, before: now, next, undoes: change.id });
}

/** Whether what stands now is what a change made of it: for a new thing all of it, else the fields that it changed. */
export function standsAsMade(now: Value | undefined, { before, after }: Pick<SettingChange, "before" | "after">): boolean {
  if (after === null) return now === undefined;
  if (now === undefined) return false;
  const fields = before === null ? Object.keys({ ...now, ...after }) : Object.keys(after);
  return fields.every((field) => same(now[field], after[field]));
}

type Put = { key: string; before: Value | undefined; next: Value | undefined; undoes: string | null };

async function put(act: AnyAct, setting: Setting, { key, before, next, undoes }: Put): Promise<SettingChange> {
  const differs = difference(before, next);
  if (!differs) throw new Refusal(409, "unchanged");
  await setting.check?.(act.tx, key, next, before);
  await setting.write(act.tx, key, next, before, act.now);
  const named = next ?? before ?? {};
  const change = { id: act.ids.uuid(), kind: setting.kind, key, name: setting.name(named, key), ...differs, undoes };
  act.changed(change);
  for (const event of setting.tells?.(key, next, before) ?? []) act.tell(event);
  return change;
}
