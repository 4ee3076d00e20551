// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, noonOf } from "#platform/clock/local-day.ts";
import { noteOrigin } from "#platform/db/external.ts";
import { sayErrors } from "#platform/forms/say-errors.ts";
import type { Import } from "#platform/import/bring-in.ts";
import { nameOf } from "#platform/import/columns.ts";
import { operation } from "#platform/operations/operation.ts";
import { onlySystem } from "#platform/operations/rule.ts";
import { nearest } from "#platform/text/nearest.ts";
import { localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { BroughtIn, columns, findAll, firstNameIn, kindIn, type Line } from "./import-input.ts";
import { contributionTypes, partyKinds, postKinds, usualDays } from "./post.ts";
import { putIntoMatching } from "./store-matching.ts";
import { addPost } from "./store-write.ts";
import { texts } from "./texts.ts";
import { asBits, slots } from "./weekdays.ts";

/**
 * A post from another system. The file is trusted: it is public at once, says where it is from, and is nobody's; a broker answers until
 * its party claims it. Of a private person the first name alone is kept. Nothing expires on the day it comes.
 */
export const bringInPost = operation({
  name: "exchange.bring-in",
  input: BroughtIn,
  may: onlySystem,
  audit: "post.brought-in",
  api: false,
  moves: ["offer", "need"],
  async run({ tx, input, now, ids, note }) {
    const found = await findAll(tx, input, now);
    const today = localDayOf(now);
    const created = input.createdAt === undefined || input.createdAt === today ? now : noonOf(input.createdAt);
    const person = found.partyKind === "citizen";
    const id = ids.uuid();
    const reference = await addPost(tx, {
      id,
      kind: found.kind,
      title: input.title,
      text: input.text,
      type: found.type,
      shownName: person && input.partyName !== undefined ? (firstNameIn(input.partyName) ?? null) : null,
      organisation: undefined,
      partyName: person ? undefined : input.partyName,
      partyKind: found.partyKind,
      owner: undefined,
      mailbox: undefined,
      claimHash: undefined,
      phone: undefined,
      locality: found.locality,
      area: found.area.id,
      themes: found.themes.map((theme) => theme.id),
      remote: found.remote,
      reachKm: undefined,
      weekdays: asBits(found.slots),
      fromDay: undefined,
      untilDay: undefined,
      persons: undefined,
      quantity: undefined,
      audience: "everyone",
      minAge: undefined,
      credential: undefined,
      routing: "direct",
      like: undefined,
      lookBy: today,
      expiresOn: input.expiresAt ?? addDays(today, usualDays),
      open: true,
      now: created,
    });
    const { source, externalId, fetchedOn, fingerprint } = input;
    await noteOrigin(tx, { thing: id, kind: found.kind, source, externalId, fetchedOn, fingerprint: Buffer.from(fingerprint, "hex"), now });
    await putIntoMatching(tx, id);
    note(id, { kind: found.kind });
    return { reference };
  },
});

const t = texts("da");

/** `npm run import -- posts FILE`. */
export const imports: Import[] = [
  {
    what: "posts",
    kind: (fields) => kindIn(fields["kind"] ?? "") ?? "need",
    columns,
    operation: bringInPost,
    // What the operation's own schema gave.
    check: (db, input, now) => findAll(db, input as Line, now),
    async explain(db, errors, fields) {
      const said = sayErrors(errors, { maybe: (key) => t.maybe(`import.${key}`) ?? t.maybe(key) }, "da");
      const [localities, themes] = await Promise.all([localitiesOf(db), themesOf(db)]);
      const near: Record<string, readonly string[]> = {
        where: localities.map(({ name }) => name),
        themes: themes.map(({ key }) => key),
        kind: postKinds,
        type: contributionTypes,
        partyKind: partyKinds,
        weekdays: slots,
      };
      return Object.entries(said).map(([field, sentence]) => {
        const typed = fields[field] ?? "";
        const meant = errors[field] === "unknown" ? nearest(typed, near[field] ?? []) : undefined;
        const unknown = errors[field] === "unknown" ? ` ${t("import.stood", { typed: typed.slice(0, 80) })}` : "";
        return {
          field: nameOf(field, columns),
          sentence: sentence + unknown + (meant === undefined ? "" : ` ${t("import.meant", { name: meant })}`),
        };
      });
    },
  },
];
