// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import { z } from "zod";
import { ask } from "#platform/operations/ask.ts";
import type { Answer, Operation, Query } from "#platform/operations/operation.ts";
import type { FieldErrors } from "#platform/operations/refusal.ts";
import type { Rule } from "#platform/operations/rule.ts";
import type { Site, World } from "#platform/operations/world.ts";
import type { Actor } from "#platform/auth/actor.ts";
import type { Plain } from "#platform/html/json-ld.tsx";
import type { Lang } from "#platform/i18n/i18n.ts";

export type Values = Record<string, string | string[] | undefined>;

/** One visit to a page: who, in which language, from where, and what a form sent that did not pass. */
export type Visit = {
  lang: Lang;
  /** The Danish path without prefix: the language switch keeps the page. */
  path: string;
  /** Query string as sent, of the keys that the page knows. */
  asked: Values;
  actor: Actor;
  now: Date;
  /** Slug of the locality chosen without an account. */
  locality: string | undefined;
  /** Only on pages that are never cached: the form's key and the browser's token. */
  form: { key: string; token: string } | undefined;
  /** What was typed, given back when something is missing. */
  values: Values;
  errors: FieldErrors;
  /** Code of a refusal that belongs to no single field. */
  refused: string | undefined;
  /** Shown once after a form: a claim code. */
  receipt: string | undefined;
  demo: boolean;
  base: string;
  site: Site;
  /** The page of ours to go back to when the form is sent (`tilbage` in the address). */
  back?: string | undefined;
  /** What a form offers besides sending, where it offers anything. */
  aids?: Aids | undefined;
};

/** A draft that was kept, and phrases that can be put in. */
export type Aids = { draft: { at: Date } | undefined; phrases: { id: string; title: string }[] };

/** What a page is, before the site's frame is put around it. */
export type Sheet = {
  title: string;
  description?: string;
  body: ComponentChildren;
  /** Which entry of the main menu is lit. */
  section?: string;
  /** Where the page lies, from the front page down to its parent. */
  crumbs?: { href: string; text: string }[];
  /** Search engines keep out. */
  hidden?: boolean;
  /** 410: what stood here is over. People read the page as any other; search engines forget it, and links to it show nothing. */
  status?: 410 | undefined;
  /** Its feeds: see `feedLinks`. */
  feeds?: { href: string; text: string; type: string }[];
  /** A page about one public thing: what a link to it shows, and what machines read of it. */
  share?: { reference: string; published: Date; changed: Date; data: Plain } | undefined;
  /** In a frame on another site: the page of ours where all of it stands. */
  whole?: { href: string; text: string };
};

/** What another site shows in a frame: its own first heading, no form, no script. */
export type Embedded = Required<Pick<Sheet, "title" | "body" | "whole">> & Pick<Sheet, "status">;

/** What an address gives that is no page: a feed, a table, a picture, a file. */
export type Doc = {
  /** Media type, with its charset where it is text. */
  type: string;
  body: string | Buffer;
  /** Saved under this name, not shown. */
  filename?: string;
  /** 410: what stood here is over. */
  status?: 410 | undefined;
  /**
   * A browser may keep it, and asks each time whether it still holds: "own" for this visitor alone, "shared" where all get the same.
   * Small documents that are asked for often are shared by `cache` instead.
   */
  keep?: "own" | "shared";
};

export type Caching = {
  /** Kinds of things whose changes make it old; "all" for pages over everything. */
  kinds: readonly string[] | "all";
  /** Query keys that make another page. */
  keys: readonly string[];
  /** Differs by chosen locality. */
  locality?: boolean;
};

export type Route = {
  path: string;
  query: Query | undefined;
  operation: Operation | undefined;
  /** Pages without data say who may here. */
  open: Rule<undefined> | undefined;
  cache: Caching | undefined;
  /** Anonymous writers: least seconds between seeing the form and sending it. */
  leastSeconds: number;
  /** `then` itself passes on where one came from: a step on the way, as logging in, is not yet the end of it. */
  passesOn?: true;
  /** Also taken from a mail program that presses "unsubscribe" for its owner (RFC 8058): no cookie, no token, the link is the proof. */
  oneClick: boolean;
  show(world: World, visit: Visit, params: Record<string, string>): Promise<Sheet>;
  /** Other sites may show it in a frame. */
  embed?: true;
  /** What is no page is made here instead of shown. */
  make: ((world: World, visit: Visit, params: Record<string, string>) => Promise<Doc>) | undefined;
  then(answer: Answer, visit: Visit): string;
  /** Fields in which the form takes pictures: what the operation gets in them is the id of a kept picture. */
  files?: readonly string[];
  /** Other buttons of the form than the one that sends, by their value (`name="_press"`). */
  presses?: Record<string, Press>;
  /** Several operations with one press, each by itself; instead of `operation`. */
  several?: (act: Pressed) => Promise<string>;
};

/** What a button is given: what was typed, and by whom. `key` is the form's; `picked` what was chosen beside the button (`name="_pick"`). */
export type Pressed = {
  world: World;
  visit: Visit;
  values: Values;
  params: Record<string, string>;
  key: string;
  from: string;
  picked: string;
};
/** It leads on, or gives the form (or another sheet) again with what was typed or what it made of that. It does not carry out the form's operation. */
export type Press = (act: Pressed) => Promise<{ to: string } | { values: Values; show?: (visit: Visit) => Sheet }>;

const nowhere = () => {
  throw new Error("A page without a form was sent one");
};

/** A page that shows a query. `cache` only where an anonymous visitor may share it with all others. */
export function page<Result>(spec: {
  path: { pattern: string };
  query: Query<Result>;
  view(data: Result, visit: Visit): Sheet;
  cache?: Caching;
}): Route {
  return {
    path: spec.path.pattern,
    query: spec.query,
    operation: undefined,
    open: undefined,
    cache: spec.cache,
    leastSeconds: 0,
    oneClick: false,
    show: async (world, visit, params) => spec.view(await askFor(world, spec.query, visit, params), visit),
    make: undefined,
    then: nowhere,
  };
}

/** The page of thanks after something was sent. The code that has just been given comes in a cookie of its own and stands nowhere in the address. */
export const receiptPage = <Result>(spec: {
  path: { pattern: string };
  query: Query<Result>;
  view(data: Result, visit: Visit): Sheet;
}): Route => ({
  ...page(spec),
  show: async (world, visit, { reference }) => {
    const { actor, lang, receipt: code } = visit;
    return spec.view(await ask(world, spec.query, { actor, lang, reference, input: code === undefined ? {} : { code } }), visit);
  },
});

/**
 * A page that any other site may show in a frame (`<iframe>`). Everybody gets the same: no cookie is read or set, nobody is logged in
 * there, and it stands without the site's head and foot. Its links open beside the site that shows it.
 */
export const embed = <Result>(spec: {
  path: { pattern: string };
  query: Query<Result>;
  view(data: Result, visit: Visit): Embedded;
  cache: Caching & { locality?: never };
}): Route => ({ ...page(spec), embed: true });

/** A page without data. */
export function plain(spec: { path: { pattern: string }; may: Rule<undefined>; view(visit: Visit): Sheet; cache?: Caching }): Route {
  return {
    path: spec.path.pattern,
    query: undefined,
    operation: undefined,
    open: spec.may,
    cache: spec.cache,
    leastSeconds: 0,
    oneClick: false,
    show: async (_world, visit) => spec.view(visit),
    make: undefined,
    then: nowhere,
  };
}

/** A page with one form on it: GET shows it (with the data of its query), POST carries out its operation and goes on to `then`. */
export function form<Result>(spec: {
  path: { pattern: string };
  query: Query<Result>;
  operation: Operation;
  view(data: Result, visit: Visit): Sheet;
  then(answer: Answer, visit: Visit): string;
  leastSeconds?: number;
  oneClick?: boolean;
  files?: readonly string[];
}): Route {
  return {
    path: spec.path.pattern,
    query: spec.query,
    operation: spec.operation,
    open: undefined,
    cache: undefined,
    leastSeconds: spec.leastSeconds ?? 0,
    oneClick: spec.oneClick ?? false,
    show: async (world, visit, params) => spec.view(await askFor(world, spec.query, visit, params), visit),
    make: undefined,
    then: spec.then,
    files: spec.files ?? [],
  };
}

/**
 * What is no page, made from the result of a query: a feed, a CSV, a picture. Refusals are the site's pages. `cache` as for pages: then
 * anybody's browser may also fetch it from another site, since there is nothing of the visitor in it.
 */
export function document<Result>(spec: {
  path: { pattern: string };
  query: Query<Result>;
  make(data: Result, visit: Visit, world: World): Doc | Promise<Doc>;
  cache?: Caching;
}): Route {
  return {
    path: spec.path.pattern,
    query: spec.query,
    operation: undefined,
    open: undefined,
    cache: spec.cache,
    leastSeconds: 0,
    oneClick: false,
    show: nowhere,
    make: async (world, visit, params) => spec.make(await askFor(world, spec.query, visit, params), visit, world),
    then: nowhere,
  };
}

/** What of the address the query knows: wrong or unknown values in an address are as if they were not there. */
function askFor<Result>(world: World, query: Query<Result>, visit: Visit, params: Record<string, string>): Promise<Result> {
  const { reference, ...named } = params;
  const input: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(query.input.shape)) {
    // The place that a visitor chose once is asked for without being in the address.
    const value = named[key] ?? visit.asked[key] ?? (key === "place" ? visit.locality : undefined);
    if (value !== undefined && (key in named || passes(field, value))) input[key] = value;
  }
  return ask(world, query, { actor: visit.actor, lang: visit.lang, input, reference });
}

const passes = (field: unknown, value: unknown): boolean => field instanceof z.ZodType && field.safeParse(value).success;
