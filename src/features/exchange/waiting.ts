// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from "#platform/auth/actor.ts";
import { endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Waiting, WaitingDuty } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { toDoAction, twoNames } from "./desk-words.ts";
import { paths } from "./paths.ts";
import { partyName } from "./post-words.ts";
import { brokersSomewhere } from "./rules.ts";
import { heldPosts, openToDos, type DeskPost, type ToDo } from "./store-desk.ts";
import type { Why } from "./store-follow-up.ts";
import { texts } from "./texts.ts";

type Seen = { lang: Lang; now: Date };

/**
 * What waits for whoever brings people together: new parties' posts to be looked at, and what is to be followed up on. The
 * secretariat brokers everywhere, a contact person in their area. A query and a transaction.
 */
export async function waiting(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]> {
  if (!brokersSomewhere.allows(actor, undefined)) return [];
  const [held, toDos] = await Promise.all([heldPosts(db, actor), openToDos(db, actor)]);
  return [...held.map((post) => heldRow(post, { lang, now })), ...toDos.map((one) => toDoRow(one, { lang, now }))];
}

function heldRow(post: DeskPost, { lang, now }: Seen): Waiting {
  const t = texts(lang);
  return {
    id: post.id,
    title: post.title,
    href: paths.post(lang, post),
    action: t("desk.held.do"),
    actionHref: paths.look(lang, post),
    what: t("waiting.what", { kind: t(`kind.${post.kind}`), who: partyName(post, lang), place: placeOf(post, lang).name }),
    why: t("desk.held.why", { day: sayDay(post.lookBy, lang, now) }),
    ...dueBy(post.lookBy, now),
    doneSoFar: undefined,
    kind: { slug: post.kind, name: t(`kind.${post.kind}`) },
    area: areaOf(post, lang),
    place: placeOf(post, lang),
    duty: "look",
    reference: post.reference,
    excerpt: () => summaryOf(post.text, 240),
  };
}

/** Most of it is done on the telephone. Whom nobody has answered waits for an answer. */
const duties: Record<Why, WaitingDuty> = {
  call: "call",
  silence: "call",
  "not-agreed": "call",
  "no-outcome": "call",
  disputed: "call",
  "no-contact": "answer",
};

function toDoRow(one: ToDo, { lang, now }: Seen): Waiting {
  const t = texts(lang);
  const { text, href } = toDoAction(one, lang);
  const to = { reference: one.reference };
  const name = one.kind === "introduction" ? t("introduction") : t(`kind.${one.kind}`);
  return {
    id: one.id,
    title: one.title ?? t("introduction.help"),
    href: one.kind === "introduction" ? paths.introduction(lang, to) : paths.post(lang, to),
    action: text,
    actionHref: href,
    what: [name, ...twoNames(one, lang), placeOf(one, lang).name].join(" · "),
    why: `${t(`why.${one.why}`)}. ${t("log.by", { day: sayDay(one.dueOn, lang, now) })}`,
    ...dueBy(one.dueOn, now),
    doneSoFar: undefined,
    kind: { slug: one.kind, name },
    area: areaOf(one, lang),
    place: placeOf(one, lang),
    duty: duties[one.why],
    reference: one.reference,
  };
}

const dueBy = (day: string, now: Date): Pick<Waiting, "due" | "late"> => ({ due: endOfDay(day), late: day < localDayOf(now) });

type Lies = Pick<ToDo, "area" | "areaSlug" | "areaName" | "areaNameEn" | "localitySlug" | "localityName">;

const areaOf = ({ area, areaSlug, areaName, areaNameEn }: Lies, lang: Lang): Waiting["area"] =>
  area === null || areaSlug === null ? undefined : { id: area, slug: areaSlug, name: (lang === "da" ? areaName : areaNameEn) ?? "" };

const placeOf = ({ localitySlug, localityName }: Lies, lang: Lang): NonNullable<Waiting["place"]> =>
  localitySlug === null
    ? { slug: wholeMunicipality, name: texts(lang)("whole-municipality") }
    : { slug: localitySlug, name: localityName ?? "" };

/** What the workbench says when one comes back to it. */
export const said: Record<string, (title: string, lang: Lang) => string> = {
  "exchange.look": (title, lang) => texts(lang)("said.look", { title }),
  "exchange.bring-together": (title, lang) => texts(lang)("said.bring-together", { title }),
  "exchange.reply-for": (title, lang) => texts(lang)("said.reply-for", { title }),
  "exchange.resolve": (title, lang) => texts(lang)("said.resolve", { title }),
  "exchange.follow-up": (title, lang) => texts(lang)("said.follow-up", { title }),
  "exchange.follow-up-post": (title, lang) => texts(lang)("said.follow-up", { title }),
};
