// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { linked, linksOf, publicThing } from "#platform/links/index.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { claimHash, organisationsOf, peekLink } from "#features/people/index.ts";
import { localitiesOf } from "#features/places/index.ts";
import { themesOf, type Theme } from "#features/themes/index.ts";
import { Filter, Nothing, Token, Writing } from "./input.ts";
import { whoHas } from "./link-holder.ts";
import { metresBetween } from "./near.ts";
import type { PostKind } from "./post.ts";
import { paths } from "./paths.ts";
import { brokers, hasOrBrokers, hasPost } from "./rules.ts";
import { fitsOf } from "./fits.ts";
import { brokerToday, shown, shownBy } from "./shown.ts";
import { pairOfNow } from "./pair.ts";
import { anyPost, isHolderOf, post, postById } from "./store.ts";
import { countByKind, countByLocality, listPosts, pageSize, type Filters, type ListedPost } from "./store-list.ts";
import { slots } from "./weekdays.ts";

type Asked = z.output<typeof Filter>;

/** The public list: four queries, whatever is chosen. */
export const list = query({
  name: "exchange.list",
  input: Filter,
  may: anyone,
  api: "GET /posts",
  async run({ db, input, now, lang }) {
    const today = localDayOf(now);
    const [all, localities] = await Promise.all([themesOf(db), localitiesOf(db)]);
    const filters = filtersOf(input, all, localities);
    const most = input.limit ?? pageSize;
    const [rows, counts, pair] = await Promise.all([
      listPosts(db, filters, today, most),
      countByKind(db, filters, today),
      Object.values(filters).every((value) => value === undefined) ? pairOfNow(db, { now, lang }) : undefined,
    ]);
    const posts = rows.slice(0, most);
    return {
      items: posts.map(({ id: _, theme, ...one }) => ({ ...one, pattern: patternOf(all, theme), url: paths.post(lang, one) })),
      /** How many match, capped. */
      total: input.kind === undefined ? counts.of.offer + counts.of.need : counts.of[input.kind],
      counts: counts.of,
      /** The counts stopped: each is "at least". */
      more: counts.more,
      next: rows.length > most ? posts.at(-1)?.reference : undefined,
      pair: pair && { need: withoutIds(pair.need), offer: withoutIds(pair.offer), reasons: pair.reasons },
      filters: chosenOf(input),
      localities: localities.map(({ slug, name }) => ({ slug, name })),
      themes: all.filter((theme) => theme.parent === null).map(({ key, name }) => ({ key, name })),
    };
  },
});

const withoutIds = ({ id: _, theme: __, ...one }: ListedPost) => one;

/** How many posts lie where, of what is chosen. */
export const map = query({
  name: "exchange.map",
  input: Filter.omit({ after: true, limit: true, externalId: true, q: true, km: true, locality: true }),
  may: anyone,
  api: "GET /posts-by-place",
  async run({ db, input, now }) {
    const [all, localities] = await Promise.all([themesOf(db), localitiesOf(db)]);
    const filters = filtersOf(input, all, localities);
    const counts = new Map((await countByLocality(db, filters, localDayOf(now))).map(({ locality, count }) => [locality, count]));
    return {
      places: localities.map(({ id, slug, name, lat, lon }) => ({ slug, name, lat, lon, count: counts.get(id) ?? 0 })),
      filters: chosenOf(input),
    };
  },
});

type Localities = Awaited<ReturnType<typeof localitiesOf>>;

/** What was asked for, as the store understands it. */
export function filtersOf(input: Partial<Omit<Asked, "limit">>, all: Theme[], localities: Localities): Filters {
  const centre = localities.find(({ slug }) => slug === input.locality);
  const metres = Number(input.km ?? 0) * 1000;
  return {
    q: input.q,
    kind: input.kind,
    type: input.type,
    themes: input.theme === undefined ? undefined : within(all, input.theme),
    near:
      input.locality === undefined
        ? undefined
        : centre === undefined
          ? []
          : localities.filter((one) => one === centre || metresBetween(one, centre) <= metres).map(({ id }) => id),
    slots: slotsOf(input),
    party: input.party,
    home: input.home === "1" ? true : undefined,
    externalId: input.externalId,
    after: input.after,
  };
}

/** A day, a part of the day, or both, as bits; undefined where neither is chosen. */
function slotsOf({ day, part }: Partial<Pick<Asked, "day" | "part">>): number | undefined {
  if (day === undefined && part === undefined) return undefined;
  const wanted = slots.filter((slot) => (day === undefined || slot.startsWith(day)) && (part === undefined || slot.endsWith(part)));
  return wanted.reduce((bits, slot) => bits | (1 << slots.indexOf(slot)), 0);
}

const chosenOf = ({ q, kind, type, theme, locality, km, day, part, party, home, after }: Partial<Asked>) => ({
  q,
  kind,
  type,
  theme,
  locality,
  km,
  day,
  part,
  party,
  home: home === "1" ? ("1" as const) : undefined,
  after,
});

/** A theme and those below it. */
function within(all: Theme[], key: string): string[] {
  const top = all.find((theme) => theme.key === key);
  return top ? all.filter((theme) => theme.id === top.id || theme.parent === top.id).map(({ id }) => id) : [];
}

export const patternOf = (all: Theme[], id: string | null): Theme["pattern"] => all.find((theme) => theme.id === id)?.pattern ?? "basket";

/** One post for everybody who may see it, with whom it may fit and why. */
export const detail = query({
  name: "exchange.detail",
  input: Nothing,
  on: post,
  may: anyone,
  api: "GET /posts/:reference",
  async run({ db, on, actor, now, lang, kinds }) {
    const [broker, themes, ties, fits] = await Promise.all([
      brokerToday(db, now),
      themesOf(db),
      linksOf(db, on.id),
      fitsOf(db, on.id, { limit: 2 * shownFits, now, lang }),
    ]);
    return {
      ...shown(on, { broker, actor, now }),
      fits: fits.filter(({ likely }) => likely).slice(0, shownFits),
      links: linked(kinds, ties, lang),
      themes: themes.filter(({ id }) => on.themes.includes(id)).map(({ key, name, pattern }) => ({ key, name, pattern })),
    };
  },
});

/** So many counterparts stand on a post's page, of those that are more than a word in common. */
const shownFits = 5;

/** The best counterparts of a post, with reasons in words. */
export const matches = query({
  name: "exchange.matches",
  input: z.object({ limit: Filter.shape.limit }),
  on: post,
  may: anyone,
  api: "GET /posts/:reference/matches",
  async run({ db, on, input, now, lang }) {
    const items = await fitsOf(db, on.id, { limit: input.limit ?? 20, now, lang });
    return {
      items: items.map(({ externalId, reference, kind, title, url, reasons, doubts }) => ({
        externalId,
        reference,
        kind,
        title,
        url,
        reasons,
        doubts,
      })),
    };
  },
});

/** What the form for a new post can choose from, and what it begins with. */
export const beforeWriting = query({
  name: "exchange.before-writing",
  input: Writing,
  may: anyone,
  api: false,
  async run({ db, input, actor, now, lang, kinds }) {
    const person = personOf(actor)?.id;
    const [localities, organisations, wanted, like] = await Promise.all([
      localitiesOf(db),
      person === undefined ? [] : organisationsOf(db, person, localDayOf(now)),
      input.for === undefined
        ? undefined
        : publicThing(db, input.for).then((thing) => (thing && kinds.get(thing.kind)?.canLack ? thing : undefined)),
      input.som === undefined ? undefined : post.find(db, input.som, { actor, lock: false }),
    ]);
    const kind: PostKind = like?.kind ?? (input.slags === "efterlysning" || wanted ? "need" : "offer");
    const href = wanted && input.for !== undefined ? kinds.get(wanted.kind)?.page(lang, { reference: input.for }) : undefined;
    return {
      kind,
      localities: localities.map(({ slug, name }) => ({ slug, name })),
      organisations: organisations.map(({ slug, name, kind: of }) => ({ slug, name, kind: of })),
      for: wanted && input.for !== undefined ? { reference: input.for, title: wanted.title, href } : undefined,
      like: like && shown(like, { broker: undefined, actor, now }),
    };
  },
});

/** The receipt: for whoever may see the post, and for whoever has just been shown its code. */
export const receipt = query({
  name: "exchange.receipt",
  input: z.object({ code: z.string().max(40).optional() }),
  on: anyPost,
  may: anyone,
  api: false,
  async run({ db, input, on, actor, now }) {
    const holds = input.code !== undefined && (await isHolderOf(db, on.id, claimHash(input.code)));
    if (!holds && !(await post.find(db, on.reference, { actor, lock: false }))) throw notFound();
    return { ...(await shownBy(db, on, actor, now)), mailed: on.hasMailbox && !on.owned, code: holds ? input.code : undefined };
  },
});

/** What a mailed link is about, before the button is pressed. Nothing changes. */
const linkQuery = (name: `${string}.${string}`, purpose: string) =>
  query({
    name,
    input: Token,
    may: anyone,
    api: false,
    async run({ db, input, now, actor }) {
      const link = await peekLink(db, { token: input.token, purpose, now });
      const on = link?.thing ? await postById(db, link.thing) : undefined;
      if (!link || !on || on.closed === "withdrawn") return { state: "gone" as const };
      if (purpose === "renew-post" && !(await whoHas(db, on, link.mailbox))) return { state: "gone" as const };
      return { state: link.state, post: await shownBy(db, on, actor, now) };
    },
  });

export const beforeConfirming = linkQuery("exchange.before-confirming", "confirm-post");
export const beforeRenewingByLink = linkQuery("exchange.before-renewing-by-link", "renew-post");

export const beforeClaiming = query({
  name: "exchange.before-claiming",
  input: z.object({ no: z.literal("1").optional() }),
  may: loggedIn,
  api: false,
  run: async ({ input }) => ({ wrong: input.no === "1" }),
});

/** The form pages of whose post it is. */
export const beforeOwn = query({
  name: "exchange.before-own",
  input: Nothing,
  on: post,
  may: hasPost,
  api: false,
  run: async ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

/** The same, and a broker's for whoever cannot do it themselves. */
export const beforeChanging = query({
  name: "exchange.before-changing",
  input: Nothing,
  on: post,
  may: hasOrBrokers,
  api: false,
  async run({ db, on, actor, now }) {
    const [one, localities] = await Promise.all([shownBy(db, on, actor, now), localitiesOf(db)]);
    return { ...one, localities: localities.map(({ slug, name }) => ({ slug, name })) };
  },
});

/** The form pages of a broker. */
export const beforeBrokering = query({
  name: "exchange.before-brokering",
  input: Nothing,
  on: post,
  may: brokers,
  api: false,
  run: async ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

export const queries = [
  list,
  map,
  detail,
  matches,
  beforeWriting,
  receipt,
  beforeConfirming,
  beforeRenewingByLink,
  beforeClaiming,
  beforeOwn,
  beforeChanging,
  beforeBrokering,
];
