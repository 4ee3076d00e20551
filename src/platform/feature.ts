// SPDX-License-Identifier: EUPL-1.2
import type { Task } from "graphile-worker";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Actor, Person, Role } from "#platform/auth/actor.ts";
import type { KindOf, StatusSign, Weave } from "#design/index.ts";
import type { Talk } from "#platform/talk.ts";
import type { Awaited } from "#platform/awaited.ts";
import type { Counter } from "#platform/counter.ts";
import type { Welcome } from "#platform/links/welcome.ts";
import type { Group, Whereabouts } from "#platform/gathering.ts";
import type { Route } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { AgreedIdea } from "#platform/links/agreed-idea.ts";
import type { Import } from "#platform/import/bring-in.ts";
import type { Dataset, PromisedCase } from "#platform/open-data.ts";
import type { Operation, Query } from "#platform/operations/operation.ts";
import type { World } from "#platform/operations/world.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import type { Setting } from "#platform/settings/setting.ts";

/** How a thing looks as a card anywhere: front page, links, search, mails. All words are ready to show. */
export type Card = {
  id: string;
  kind: string;
  reference: string;
  href: string;
  title: string;
  summary: string;
  /** Sign and word of its kind. */
  sign: KindOf;
  /** The first words of the newest answer, where there is one; "Signe i Miljø og Teknik"; and when. */
  answer: { said: string; who: string; at: Date } | undefined;
  who: string;
  place: string | undefined;
  at: Date;
  pattern: Weave;
  status: { sign: StatusSign; label: string; detail: string | undefined } | undefined;
  /** How many support it, where its kind can be supported. */
  supports?: number;
};

/** A kind of thing of a slice. */
export type Kind = {
  kind: string;
  /** First letter of its references. */
  letter: string;
  /** Where a thing of it has its page. */
  page(lang: Lang, to: { reference: string }): string;
  /** One query for all ids; in the order given; what the actor may not see is left out. Without an actor: what is public. */
  cards(db: Db | Tx, ids: string[], lang: Lang, now: Date, actor?: Actor): Promise<Card[]>;
  /** Whether an idea can be about this thing now; undefined where it cannot (any more). */
  welcomesIdeas?(db: Db | Tx, id: string, now: Date): Promise<Welcome | undefined>;
  /** Somebody can look for what a thing of it lacks (see `needFor`): it stands on the thing's page, and whoever follows the thing hears. */
  canLack?: true;
  /** Without one its things stand on no page of a place. */
  group?: Group;
  /** What its area still answers for, whoever sees it: who wrote or follows it hears when another takes over. */
  awaits?(db: Db | Tx, id: string): Promise<Awaited | undefined>;
  /** The page whose feeds hold it: "/ideer" says that there are /ideer/feed.xml and /ideer/feed.json (see `feedRoutes`). */
  feed?: string;
  /** The page whose map counts it at its place; from each place of it one comes to what lies there. */
  map?: string;
  /** "We have read it", for several at once from the workbench; and why one of them could not be, in the words of its slice. */
  acknowledging?: { operation: Operation; refused(code: string, lang: Lang): string };
  /** Without it there is neither support nor conversation under its things. */
  talk?: Talk;
  /** What it lacks of "done for a kind of thing", each with its reason. */
  lacks: Partial<Record<"feed" | "map" | "calendar" | "share" | "counter" | "export" | "demo" | "search" | "follow", string>>;
};

/** What somebody is asked to do about something that waits. */
export const waitingDuties = ["look", "acknowledge", "answer", "call", "ask"] as const;
export type WaitingDuty = (typeof waitingDuties)[number];

type Named = { slug: string; name: string };

/** Something that waits for an actor, shown on the workbench. All words are ready to show. */
export type Waiting = {
  id: string;
  href: string;
  action: string;
  actionHref: string;
  title: string;
  what: string;
  why: string;
  due: Date | undefined;
  late: boolean;
  doneSoFar: string | undefined;
  /** What the workbench counts and narrows by. What leaves one out is found under all only. */
  kind?: Named | undefined;
  area?: (Named & { id: string }) | undefined;
  place?: Named | undefined;
  duty?: WaitingDuty | undefined;
  reference?: string | undefined;
  /** The first words of it, to be read before a press acknowledges it with others. Asked for only where they are shown. */
  excerpt?: (() => string) | undefined;
  /** Others answer it: one follows up. */
  followUp?: boolean | undefined;
};

/**
 * Something that a person takes part in, or answers for with others, without being its author: on their own page, under the words of
 * its group. All words are ready to show.
 */
export type Part = {
  id: string;
  group: string;
  href: string;
  title: string;
  /** With whom, or for whom. */
  who: string;
  status: { sign: StatusSign; label: string; detail: string | undefined };
  /** What comes next, who acts, and by when. */
  next: string | undefined;
};

/** Something that was answered lately: how, by whom and when. */
export type Answered = { id: string; href: string; title: string; sign: StatusSign; label: string; who: string; at: Date };

/** Whether an area keeps what it promises, in a sentence with both numbers, and where all can see it. */
export type Measure = { title: string; text: string; href: string; more: string };

/** An occasion after which somebody is asked how it went: the event, and whom to ask – one, or both sides – about which area. */
export type Occasion = {
  event: string;
  whom(db: Db | Tx, event: { thing: string; data: Record<string, unknown> }): Promise<{ person: string; area: string | null }[]>;
  /** How it is asked; without it as after an answer from the municipality. */
  words?(lang: Lang): OccasionWords;
};

/** All words are ready to show. `hint` says who reads the free line, `mail` is what the mail says above its button. */
export type OccasionWords = { lead: string; hint: string; thanks: string; mail(title: string): string[] };

/** What a job gets: the payload and the world. Thin: it calls the slice. */
export type Job = (payload: Record<string, unknown>, world: World, helpers: Parameters<Task>[1]) => Promise<void>;

/** Who holds a session's token now, with the roles that hold today; one query. */
export type Identify = (db: Db, token: string, now: Date) => Promise<{ person: Person; roles: Role[] } | undefined>;

export type Feature = {
  name: string;
  rank: 1 | 2 | 3;
  operations: Operation[];
  queries: Query[];
  routes: Route[];
  /** Every table of the slice: why, on what ground, how long, how exported and erased. [] says: no tables. */
  privacy: TablePrivacy[];
  kinds?: Kind[];
  counters?: Counter[];
  /** Job name → work. Names begin with the slice's name. */
  jobs?: Record<string, Job>;
  /** Five-field cron line → job name. */
  crontab?: Record<string, string>;
  /** Event name → jobs that hear of it. */
  listens?: Record<string, string[]>;
  /** What of the slice the secretariat decides: with history and undo. */
  settings?: Setting[];
  /** The secretariat may switch it off: its pages, jobs and parts of other pages go, and what it holds stays. Only of rank 2 and 3. */
  mayBeOff?: true;
  waiting?(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]>;
  /** What is to be followed up on: reviews due, goals to report, guides past their date, and what others let lie. */
  followUp?(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]>;
  /** What a person takes part in without being its author: what waits for them first, then the newest. */
  takesPart?(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Part[]>;
  /** What was answered lately in the areas whose inbox an actor keeps, newest first, at most ten. */
  answered?(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Answered[]>;
  /** How the areas whose inbox an actor keeps stand to what they promise. */
  measures?(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Measure[]>;
  /** The same of one area, by its slug, for everybody. */
  measureOf?(db: Db, area: string, lang: Lang, now: Date): Promise<Measure | undefined>;
  /** Operation → what is said of it, back on the workbench: in the words of its slice. */
  said?: Record<string, (title: string, lang: Lang) => string>;
  /** What the author of a thing of this slice has agreed to let become an idea, in the words that all may read. */
  agreed?(db: Db, thing: string): Promise<AgreedIdea | undefined>;
  /** Things that lately got a final answer in public, newest first. */
  answeredLately?(db: Db, limit: number, at?: Whereabouts): Promise<{ id: string; kind: string; at: Date }[]>;
  /** Events that are news to whoever follows a place or a theme, and how a digest says that there were so many: event name → words. */
  news?: Record<string, (lang: Lang, count: number) => string>;
  /** What was to be answered between two days, for the public measures: due or answered then. One query. */
  promises?(db: Db, from: LocalDay, until: LocalDay): Promise<PromisedCase[]>;
  /** What /privatliv says of what it keeps, who sees it and how long. */
  keeps?(lang: Lang): { title: string; text: string[] };
  /** What anybody can fetch as a table. */
  datasets?: Dataset[];
  /** What can be brought in from another system's file (`npm run import`). */
  imports?: Import[];
  /** After what of this slice somebody is asked how it went. */
  asksFeedback?: Occasion[];
  /** Things that ask citizens something now, near a locality, the one that ends first on top. */
  asksNow?(db: Db, near: { locality: string | undefined; now: Date; most: number }): Promise<{ id: string; kind: string }[]>;
  /** Exactly one slice knows persons. */
  identify?: Identify;
  /** Puts the municipality's facts in place; must be repeatable. */
  load?(world: World): Promise<void>;
  /** Tells the demo world, once, into an empty database. */
  seed?(world: World): Promise<void>;
};

export type Kinds = ReadonlyMap<string, Kind>;

export type Registry = {
  features: Feature[];
  operations: Map<string, Operation>;
  queries: Map<string, Query>;
  routes: Route[];
  kinds: Map<string, Kind>;
  jobs: Map<string, Job>;
  listeners: Map<string, string[]>;
  privacy: TablePrivacy[];
  settings: Map<string, Setting>;
  /** Which slice an operation, query or page belongs to. */
  sliceOf: ReadonlyMap<object, string>;
  identify: Identify;
};
