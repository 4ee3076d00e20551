// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, noonOf } from "#platform/clock/local-day.ts";
import type { Import } from "#platform/import/bring-in.ts";
import { nameOf } from "#platform/import/columns.ts";
import { noteOrigin } from "#platform/db/external.ts";
import { sayErrors } from "#platform/forms/say-errors.ts";
import { operation } from "#platform/operations/operation.ts";
import { onlySystem } from "#platform/operations/rule.ts";
import { nearest } from "#platform/text/nearest.ts";
import { ensureMailbox } from "#features/people/index.ts";
import { areasOf, calendarOf, localitiesOf } from "#features/places/index.ts";
import { lookDaysOf } from "#platform/municipality/facts.ts";
import { deadlinesOf } from "./deadline.ts";
import { BroughtIn, columns, findAll, knownStatuses, type Line } from "./import-input.ts";
import { addBroughtIn } from "./store-import.ts";
import { addAnswer } from "./store-write.ts";
import { texts } from "./texts.ts";

/**
 * An idea from another system. The file is trusted: it is public at once, and nobody's, until whoever wrote it says yes from the mail.
 * One with an answer comes in answered; one without gets its days from today, so that nothing is late from birth.
 */
export const bringInIdea = operation({
  name: "ideas.bring-in",
  input: BroughtIn,
  may: onlySystem,
  audit: "idea.brought-in",
  api: false,
  moves: ["idea"],
  async run({ tx, input, now, ids, tell, note }) {
    const { locality, area, themes, answer } = await findAll(tx, input, now);
    const mailbox = input.email === undefined ? undefined : await ensureMailbox(tx, input.email, "da", { ids, now });
    const id = ids.uuid();
    const writtenAt = noonOrNow(input.writtenOn, now);
    const reference = await addBroughtIn(tx, {
      id,
      title: input.title,
      text: input.text,
      mailbox,
      locality,
      area: area.id,
      themes: themes.map((theme) => theme.id),
      writtenAt,
      now,
      ...deadlinesOf(now, { ...area, lookDays: await lookDaysOf(tx) }, await calendarOf(tx)),
    });
    const { source, externalId, fetchedOn, fingerprint } = input;
    await noteOrigin(tx, { thing: id, kind: "idea", source, externalId, fetchedOn, fingerprint: Buffer.from(fingerprint, "hex"), now });
    if (answer) {
      const { status, reason, possibleIf, nextStep } = answer;
      const said = { status, reason, possibleIf, nextStep, newDay: undefined, partOf: undefined };
      // Before it came: what was said there is nobody's promise here.
      const at = Math.min(Math.max(writtenAt.getTime(), noonOrNow(answer.on ?? input.writtenOn, now).getTime()), now.getTime() - 1);
      await addAnswer(tx, {
        ...said,
        id: ids.uuid(),
        idea: id,
        ordinal: 1,
        area: area.id,
        person: area.contactPerson.id,
        now: new Date(at),
      });
    }
    tell({ name: "ideas.brought-in", thing: id });
    note(id, { answered: answer !== undefined, mailbox: mailbox !== undefined });
    return { reference };
  },
});

/** A file knows the day only; noon is that day everywhere in the country. */
function noonOrNow(day: string | undefined, now: Date): Date {
  if (day === undefined || day === localDayOf(now)) return now;
  return noonOf(day);
}

const t = texts("da");

/** `npm run import -- ideas FILE`. */
export const imports: Import[] = [
  {
    what: "ideas",
    kind: "idea",
    columns,
    operation: bringInIdea,
    // What the operation's own schema gave.
    check: (db, input, now) => findAll(db, input as Line, now),
    async explain(db, errors, fields) {
      const said = sayErrors(errors, { maybe: (key) => t.maybe(`import.${key}`) ?? t.maybe(key) }, "da");
      const [localities, areas] = await Promise.all([localitiesOf(db), areasOf(db)]);
      const near: Record<string, readonly string[]> = {
        where: localities.map(({ name }) => name),
        area: areas.map(({ name }) => name),
        status: knownStatuses,
      };
      return Object.entries(said).map(([field, sentence]) => {
        const typed = fields[field] ?? "";
        const meant = errors[field] === "unknown" && field !== "status" ? nearest(typed, near[field] ?? []) : undefined;
        const unknown = errors[field] === "unknown" ? ` ${t("import.stood", { typed: typed.slice(0, 80) })}` : "";
        return {
          field: nameOf(field, columns),
          sentence: sentence + unknown + (meant === undefined ? "" : ` ${t("import.meant", { name: meant })}`),
        };
      });
    },
  },
];
