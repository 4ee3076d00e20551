// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from "fastify";
import { anonymous, type Actor } from "#platform/auth/actor.ts";
import { languages, type Lang } from "#platform/i18n/i18n.ts";
import type { World } from "#platform/operations/world.ts";
import { ownPath } from "./back.ts";
import type { Jar } from "./cookies.ts";
import type { Values, Visit } from "./route.ts";
import { makeToken } from "./token.ts";

/** Who is at the door. In the read pool: a session never costs a write. */
export async function whoIs(world: World, jar: Jar, request: FastifyRequest, browser = jar.browser(request) ?? ""): Promise<Actor> {
  const token = jar.session(request);
  const known = token && (await world.registry.identify(world.read, token, world.clock.now()));
  return known ? { kind: "person", browser, ...known } : anonymous(browser);
}

/** Language and Danish path of an address: "/en/ideer" → en, "/ideer". */
export function languageOf(url: string): { lang: Lang; path: string } {
  const path = url.split("?", 1)[0] ?? "/";
  for (const lang of languages) {
    if (lang !== "da" && (path === `/${lang}` || path.startsWith(`/${lang}/`))) return { lang, path: path.slice(lang.length + 1) || "/" };
  }
  return { lang: "da", path };
}

/** A visit without form state, for pages that only show. */
export function visitOf(world: World, jar: Jar, request: FastifyRequest, actor: Actor): Visit {
  const { lang, path } = languageOf(request.url);
  const asked = valuesOf(request.query);
  return {
    lang,
    path,
    actor,
    asked,
    back: ownPath(asked["tilbage"]),
    now: world.clock.now(),
    locality: jar.place(request),
    form: undefined,
    values: {},
    errors: {},
    refused: undefined,
    receipt: jar.receipt(request),
    demo: world.config.demo,
    base: world.config.baseUrl,
    site: world.site,
  };
}

/** The same with what a form needs: a fresh key and this browser's token. */
export function formVisit(world: World, jar: Jar, request: FastifyRequest, reply: FastifyReply, actor: Actor): Visit {
  const browser = jar.ensureBrowser(request, reply, world.ids);
  const visit = visitOf(world, jar, request, actor.kind === "system" ? actor : { ...actor, browser });
  return { ...visit, form: { key: world.ids.uuid(), token: makeToken(world.secret, browser, visit.now) } };
}

/** Query strings and form bodies as strings and lists of strings; anything else is left out. */
export function valuesOf(raw: unknown): Values {
  const values: Values = {};
  if (raw === null || typeof raw !== "object") return values;
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === "string") values[key] = value;
    else if (Array.isArray(value)) values[key] = value.filter((item) => typeof item === "string");
  }
  return values;
}

/** What stands in the address for each name of its pattern. */
export const paramsOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(valuesOf(request.params)).map(([name, value]) => [name, String(value)]));
