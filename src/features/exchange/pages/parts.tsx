// SPDX-License-Identifier: EUPL-1.2
import { Card, Notice, StatusLine, type Level, type MetaItem, type WhatWhoWhenWords } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { ringing, shownPhone } from "#platform/text/phone.ts";
import { begun } from "#platform/text/begun.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { paths } from "../paths.ts";
import { avatarOf, kindWords, partyName, periodWords, statusWords, typeWords, whenWords } from "../post-words.ts";
import type { Shown } from "../shown.ts";
import type { ListedPost } from "../store-list.ts";
import { asBits } from "../weekdays.ts";
import { texts } from "../texts.ts";

type Lang = Visit["lang"];

/** Paragraphs as they were written. */
export const Paragraphs = ({ text, lead = false }: { text: string; lead?: boolean }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p class={lead && at === 0 ? "lead lead-text" : undefined}>
        {paragraph.split("\n").map((line, row) => (row === 0 ? line : [<br />, line]))}
      </p>
    ))}
  </>
);

export function PostStatus({ post, visit }: { post: Shown; visit: Visit }) {
  const { sign, label, detail } = statusWords(post.status, post, visit.lang, visit.now);
  return <StatusLine sign={sign} words={label} after={detail} />;
}

/** A post as a card: a need is a dashed outline, something is to be put there. */
export function PostCard({
  post,
  visit,
  ...more
}: {
  post: Omit<ListedPost, "id" | "theme">;
  visit: Visit;
  level?: Level;
  as?: "li" | "div";
}) {
  const { lang, now } = visit;
  const t = texts(lang);
  return (
    <Card
      title={post.title}
      href={paths.post(lang, post)}
      {...more}
      kind={kindWords(post.kind, lang)}
      sort={typeWords(post.type, lang)}
      need={post.kind === "need"}
      meta={[
        { icon: "map-pin", text: post.localityName ?? (post.remote ? t("from-home") : t("whole-municipality")) },
        { icon: "clock", text: whenOf(post, lang) ?? t("until", { day: sayDay(post.expiresOn, lang, now) }) },
      ]}
      who={{ ...avatarOf(post, lang), name: partyName(post, lang), plain: true, small: true }}
      last={lastLine(post, lang)}
    />
  );
}

/** Parts of the week, else the period; undefined where neither is said. */
export function whenOf(post: Pick<ListedPost, "weekdays" | "fromDay" | "untilDay">, lang: Lang): string | undefined {
  const words = whenWords(post.weekdays, lang) ?? periodWords(post, lang);
  return words && begun(words, lang);
}

/** What is left, or how far it is. Nothing is promised that is not so. */
function lastLine({ kind, quantity, taken, contacts }: Pick<ListedPost, "kind" | "quantity" | "taken" | "contacts">, lang: Lang): string {
  const t = texts(lang);
  if (quantity !== null) return t(`left.${kind}`, { left: quantity - taken });
  return contacts === 0 ? t(`contacts.none.${kind}`) : t("contacts", { count: contacts });
}

/** The facts of a post in one line. */
export function metaOf(post: Shown, lang: Lang): MetaItem[] {
  const t = texts(lang);
  const when = whenWords(asBits(post.weekdays), lang);
  const period = periodWords(post, lang);
  return [
    {
      icon: post.partyKind === "citizen" ? "user" : "users",
      text: partyName({ organisation: post.organisation?.name ?? null, shownName: post.shownName }, lang),
    },
    { icon: "map-pin", text: placeWords(post, lang) },
    ...(period === undefined ? [] : [{ icon: "calendar-days" as const, text: begun(period, lang) }]),
    ...(when === undefined ? [] : [{ icon: "clock" as const, text: begun(when, lang) }]),
    typeWords(post.type, lang),
    ...(post.persons === null ? [] : [{ icon: "users" as const, text: t(`persons.${post.kind}`, { count: post.persons }) }]),
    ...(post.left === undefined ? [] : [{ icon: "package" as const, text: t(`left.${post.kind}`, { left: post.left }) }]),
  ];
}

/** Whom to ask, with the number to press. */
export const Ask = ({ name, visit: { lang, site } }: { name: string; visit: Visit }) => (
  <p class="small quiet">
    {texts(lang).rich("contact.text", {
      name,
      phone: shownPhone(site.phone),
      a: (children) => <a href={ringing(site.phone)}>{children}</a>,
    })}
  </p>
);

export function placeWords({ place, remote }: Pick<Shown, "place" | "remote">, lang: Lang): string {
  const t = texts(lang);
  if (place === null) return remote ? t("from-home") : t("whole-municipality");
  return remote ? t("place-or-home", { place: place.name }) : place.name;
}

export const whatWhoWhenWords = (lang: Lang): WhatWhoWhenWords => {
  const t = texts(lang);
  return { what: t("promise.what"), who: t("promise.who"), when: t("promise.when") };
};

/** Where a post can be about: everywhere, or one place. */
export const placeOptions = (localities: { slug: string; name: string }[], lang: Lang) => [
  { value: "", text: texts(lang)("write.choose") },
  { value: wholeMunicipality, text: texts(lang)("whole-municipality") },
  ...localities.map(({ slug, name }) => ({ value: slug, text: name })),
];

export const crumbs = (lang: Lang, post?: { reference: string; title: string }) => [
  { href: paths.list(lang), text: texts(lang)("list.title") },
  ...(post ? [{ href: paths.post(lang, post), text: post.title }] : []),
];

type Key = Parameters<ReturnType<typeof texts>>[0];
type Happened = Key extends infer K ? (K extends `news.${infer What}` ? What : never) : never;

/** Said once, to who has just done something. */
export function News({ visit, of }: { visit: Visit; of: readonly Happened[] }) {
  const what = of.find((one) => one === visit.asked["nyt"]);
  if (what === undefined) return null;
  return (
    <Notice kind="done" announce>
      <p>{texts(visit.lang)(`news.${what}`)}</p>
    </Notice>
  );
}
