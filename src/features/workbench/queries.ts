// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { areasOf as areasKept, has, personOf, works, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import { sayNearDay } from "#platform/clock/say-dates.ts";
import { waitingDuties, type Feature, type Waiting } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { switchedOn } from "#platform/modules.ts";
import { choices } from "#platform/forms/fields.ts";
import { query } from "#platform/operations/operation.ts";
import type { Rule } from "#platform/operations/rule.ts";
import { draftsOf } from "#features/drafts/index.ts";
import { allAnsweringToday, calendarOf } from "#features/places/index.ts";
import { toldOf } from "./acknowledge.ts";
import { awayNow, titleOf, type AwayNow } from "./away.ts";
import { facetsOf, narrowed, tabs, whoseOf } from "./narrow.ts";
import { texts } from "./texts.ts";
import { deskOf, mostAtOnce } from "./workbench.ts";

const whoWorks: Rule = { name: "contact person, deputy or secretariat", allows: works };

/** A choice in the address; an empty one, as a form sends it, is none. */
const slug = () =>
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]*$/)
    .optional()
    .transform((value) => value || undefined);

const Asked = z.object({
  tab: z.enum(tabs).optional(),
  duty: z.union([z.enum(waitingDuties), z.literal("").transform(() => undefined)]).optional(),
  kind: slug(),
  area: slug(),
  place: slug(),
  /** Also what others answer today in the areas that one stands in for. */
  whose: z.literal("all").optional(),
  /** What was just carried out, and on what: said once. */
  gjort: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(80)
    .optional(),
  om: z
    .string()
    .regex(/^[A-Z]-\d{4}-\d{4,9}$/)
    .optional(),
});

/** What waits for somebody, asked of each of the given slices. */
export const mineOf = (features: Feature[]) =>
  query({
    name: "workbench.mine",
    input: Asked,
    may: whoWorks,
    api: "GET /workbench",
    async run({ db, actor, lang, now, kinds, input: { tab: asked, whose, gjort, om, ...chosen } }) {
      const [closed, answering, title, { drafts, measures, answered, rows }] = await Promise.all([
        calendarOf(db),
        allAnsweringToday(db, now),
        titleOf({ db, actor, kinds, lang, now }, om),
        deskFor(features, db, actor, lang, now),
      ]);
      const away = awayNow(actor, answering);
      const { mine, others } = parted(rows, away);
      const toAnswer = whose === "all" ? [...mine, ...others] : mine;
      const followUps = rows.filter(({ followUp }) => followUp);
      // Who has nothing to answer and something to follow up on begins there.
      const tab = asked ?? (toAnswer.length === 0 && followUps.length > 0 ? "follow-up" : "answer");
      const shown = tab === "answer" ? toAnswer : followUps;
      const kept = new Set(areasKept(actor));
      return {
        ...deskOf(withDrafts(narrowed(shown, chosen), drafts, lang, now), localDayOf(now), closed),
        tab,
        counts: { answer: toAnswer.length, "follow-up": followUps.length },
        chosen,
        whose,
        facets: facetsOf(shown, chosen),
        others: others.length,
        toAcknowledge: acknowledgeable(toAnswer, features).length,
        away,
        measures,
        answered: answered.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 5),
        said: gjort === undefined ? undefined : { words: saidOf(features, gjort, title, lang) },
        areas: answering
          .filter(({ area }) => kept.has(area.id))
          .map(({ area: { slug: name, ...area } }) => ({ slug: name, name: area.name, nameEn: area.nameEn })),
        followsUp: has(actor, "secretariat"),
      };
    },
  });

/** Who has begun an answer goes on with it. */
const withDrafts = (rows: Waiting[], drafts: ReadonlyMap<string, Date>, lang: Lang, now: Date): Waiting[] =>
  rows.map((row) => {
    const at = drafts.get(row.id);
    if (at === undefined || row.duty !== "answer") return row;
    const t = texts(lang);
    return { ...row, action: t("draft.go-on"), doneSoFar: t("draft.from", { when: sayNearDay(at, lang, now) }) };
  });

/** What is said of what was just done, in the words of its slice; none where it says nothing. */
function saidOf(features: Feature[], operation: string, title: string | undefined, lang: Lang): string | undefined {
  const say = features
    .map(({ said = {} }) => (Object.hasOwn(said, operation) ? said[operation] : undefined))
    .find((one) => one !== undefined);
  return title === undefined ? undefined : say?.(title, lang);
}

export type Mine = Awaited<ReturnType<ReturnType<typeof mineOf>["answer"]>>;

/**
 * What every slice has for somebody's workbench. It is looked at again and again, and each slice is a question to the database: so
 * it is kept until anything is written anywhere, for a minute at most.
 */
const deskFor = (features: Feature[], db: Db, actor: Actor, lang: Lang, now: Date) =>
  keepAs(db, { kinds: "all", key: `desk ${JSON.stringify([idOf(actor), actor.roles, lang, localDayOf(now)])}` }, async (read) => {
    const [drafts, measures, answered, rows] = await Promise.all([
      draftsOf(read, idOf(actor)),
      gather(read, features, (feature) => feature.measures?.(read, actor, lang, now)),
      gather(read, features, (feature) => feature.answered?.(read, actor, lang, now)),
      waitingFor(features, read, actor, lang, now),
    ]);
    return { drafts, measures, answered, rows };
  });

/** All that waits for somebody: to answer, and to follow up on. */
export async function waitingFor(features: Feature[], db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]> {
  const [waiting, followUps] = await Promise.all([
    gather(db, features, (feature) => feature.waiting?.(db, actor, lang, now)),
    gather(db, features, (feature) => feature.followUp?.(db, actor, lang, now)),
  ]);
  return [...waiting, ...followUps.map((row) => ({ ...row, followUp: true }))];
}

/** Of the slices that are switched on. */
async function gather<T>(db: Db, features: Feature[], of: (feature: Feature) => Promise<T[]> | undefined): Promise<T[]> {
  const on = await switchedOn(db, features);
  return (await Promise.all(on.map((feature) => of(feature) ?? Promise.resolve([])))).flat();
}

/** What somebody answers today, and what others do in the areas that they stand in for. */
export function parted(
  rows: readonly Waiting[],
  { mine, others }: Pick<AwayNow, "mine" | "others">,
): { mine: Waiting[]; others: Waiting[] } {
  const [mineIds, otherIds] = [new Set(mine.map(({ area }) => area.id)), new Set(others.map(({ area }) => area.id))];
  const toAnswer = rows.filter(({ followUp }) => !followUp);
  return {
    mine: toAnswer.filter((row) => whoseOf(row, mineIds, otherIds) === "mine"),
    others: toAnswer.filter((row) => whoseOf(row, mineIds, otherIds) === "other"),
  };
}

/** Rows that one press can acknowledge: their kind has registered how. */
export function acknowledgeable(rows: readonly Waiting[], features: Feature[]): Waiting[] {
  const kinds = new Set(
    features.flatMap(({ kinds: all = [] }) => all.filter(({ acknowledging }) => acknowledging).map(({ kind }) => kind)),
  );
  return rows.filter(({ duty, kind, reference }) => duty === "acknowledge" && kind && kinds.has(kind.slug) && reference !== undefined);
}

/** What of somebody's rows can be acknowledged with one press, soonest first. */
export const toAcknowledgeOf = (features: Feature[]) =>
  query({
    name: "workbench.to-acknowledge",
    input: z.object({
      /** What the last press did. */
      done: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      left: choices(mostAtOnce),
    }),
    may: whoWorks,
    api: false,
    async run({ db, actor, lang, now, input }) {
      const [answering, rows] = await Promise.all([allAnsweringToday(db, now), waitingFor(features, db, actor, lang, now)]);
      const { mine } = parted(rows, awayNow(actor, answering));
      return {
        told: toldOf(
          input,
          features.flatMap(({ kinds = [] }) => kinds),
          lang,
        ),
        rows: acknowledgeable(mine, features)
          .toSorted((a, b) => (a.due?.getTime() ?? 0) - (b.due?.getTime() ?? 0))
          .slice(0, mostAtOnce),
      };
    },
  });

export { whoWorks };
export const idOf = (actor: Actor): string => personOf(actor)?.id ?? "";
