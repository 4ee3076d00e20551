// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languages } from "#platform/i18n/i18n.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { forbidden, invalid, Refusal, switchedOff } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import { addressOf } from "./address.ts";
import { backWith, ownPath } from "./back.ts";
import type { Jar } from "./cookies.ts";
import { isFromUs } from "./origin.ts";
import { answerOneClick, isOneClick } from "./one-click.ts";
import type { PageCache } from "./page-cache.ts";
import { inLanguage } from "./path.ts";
import { guardDocument, openToFrames, openToOthers } from "./document-headers.ts";
import type { Doc, Press, Pressed, Route, Sheet, Values, Visit } from "./route.ts";
import { html, sendDocument, sendOwn, sendShared } from "./send.ts";
import { ageOfToken } from "./token.ts";
import { forget, keepUploads, readForm } from "./uploads.ts";
import { formVisit, valuesOf, visitOf, whoIs, paramsOf } from "./visit.ts";

/** Puts the site's frame around a page. Given by the app, which alone knows all slices. */
export type Frame = (sheet: Sheet, visit: Visit) => string;

/** `embedFrame`: the small frame around what other sites show. */
export type Door = { world: World; jar: Jar; cache: PageCache; frame: Frame; embedFrame: Frame; origins: string[] };

/** Opens a route in every language. */
export function openHtmlDoor(server: FastifyInstance, door: Door, route: Route): void {
  for (const lang of languages) {
    const url = inLanguage(route.path, lang);
    const config = { rule: route.query?.may ?? route.operation?.may ?? route.open, oneClick: route.oneClick, embed: route.embed };
    server.get(url, { config }, (request, reply) => show(door, route, request, reply));
    if (route.operation ?? route.several) server.post(url, { config }, (request, reply) => send(door, route, request, reply));
  }
}

async function show(door: Door, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { world, jar, frame, cache } = door;
  await listen(door, route);
  if (route.cache && (route.embed || jar.session(request) === undefined)) {
    const visit = narrow(visitOf(world, jar, request, { kind: "anonymous", browser: "", roles: [] }), route);
    const key = JSON.stringify([visit.lang, visit.path, route.cache.keys.map((name) => visit.asked[name] ?? null), visit.locality ?? null]);
    const body = await cache.get(key, route.cache.kinds, () => build(door, route, visit, paramsOf(request)));
    if (route.make) openToOthers(guardDocument(reply));
    if (route.embed) openToFrames(reply);
    return sendShared(request, reply, body);
  }
  const actor = await whoIs(world, jar, request);
  if (route.make) {
    const doc = await route.make(world, visitOf(world, jar, request, actor), paramsOf(request));
    return sendDocument(request, guardDocument(reply), doc);
  }
  const visit = (route.operation ?? route.several) ? formVisit(world, jar, request, reply, actor) : visitOf(world, jar, request, actor);
  const sheet = await route.show(world, visit, paramsOf(request));
  return sendOwn(request, reply.code(sheet.status ?? 200), frame(sheet, visit));
}

async function build({ world, frame, embedFrame }: Door, route: Route, visit: Visit, params: Record<string, string>): Promise<Doc> {
  if (route.make) return route.make(world, visit, params);
  const sheet = await route.show(world, visit, params);
  return { type: html, body: (route.embed ? embedFrame : frame)(sheet, visit), status: sheet.status };
}

/** The site as it is now; a page of what is switched off is not there. */
export async function listen({ world }: Pick<Door, "world">, door: object): Promise<void> {
  await world.hear();
  const slice = world.registry.sliceOf.get(door);
  if (slice !== undefined && world.site.off.has(slice)) throw switchedOff();
}

/** A shared page knows only what its cache key knows. */
function narrow(visit: Visit, { cache }: Route): Visit {
  const asked: Values = {};
  for (const name of cache?.keys ?? []) if (visit.asked[name] !== undefined) asked[name] = visit.asked[name];
  return { ...visit, asked, back: undefined, receipt: undefined, locality: cache?.locality ? visit.locality : undefined };
}

async function send(door: Door, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { world, jar, frame, origins } = door;
  await listen(door, route);
  if (route.operation && isOneClick(route, request)) return answerOneClick(world, route.operation, request, reply);
  const browser = jar.browser(request) ?? "";
  const actor = await whoIs(world, jar, request, browser);
  const sent = route.files?.length ? await readForm(world, request, route.files) : { values: valuesOf(request.body), uploads: [] };
  const { _key, _token, _web, _press, _back, _pick, ...typed } = sent.values;
  let values: Values = typed;
  const params = paramsOf(request);
  const back = ownPath(_back);
  try {
    if (!isFromUs(request, origins)) throw forbidden();
    checkForm(world, route, { browser, token: _token, trap: _web, anonymous: actor.kind === "anonymous" });
    const visit = { ...visitOf(world, jar, request, actor), back };
    const pictures = await keepUploads(world, sent.uploads, { actor, lang: visit.lang, from: addressOf(request) });
    // A form that comes back keeps the pictures that could be taken.
    values = { ...values, ...pictures.values };
    if (Object.keys(pictures.faults).length > 0) throw invalid(pictures.faults);
    const act = { world, visit, values, params, key: String(_key ?? ""), from: addressOf(request), picked: String(_pick ?? "") };
    const on = _press === undefined ? await carryOut(door, route, act, reply) : await pressed(route, String(_press), act);
    if ("to" in on) return await reply.header("cache-control", "no-store").redirect(on.to, 303);
    const again = { ...formVisit(world, jar, request, reply, actor), back, values: on.values };
    return await sendOwn(request, reply, frame(on.show?.(again) ?? (await route.show(world, again, params)), again));
  } catch (error) {
    await forget(sent.uploads);
    if (!(error instanceof Refusal) || error.status === 403 || error.status === 404) throw error;
    const visit = { ...formVisit(world, jar, request, reply, actor), back, values, errors: error.fields, refused: refusedCode(error) };
    if (error.retryAfter) void reply.header("retry-after", String(error.retryAfter));
    return sendOwn(request, reply.code(error.status), frame(await route.show(world, visit, params), visit));
  }
}

/** Sends the form: its operation is carried out, and one goes on to where that leads, or back to where one came from. */
async function carryOut({ world, jar }: Door, route: Route, act: Pressed, reply: FastifyReply): Promise<{ to: string }> {
  if (route.several) return { to: await route.several(act) };
  if (!route.operation) throw new Error("A page without a form was sent one");
  const { visit, values, params, key, from } = act;
  const input = { ...values, ...named(params) };
  const { answer, revealed } = await mutate(world, route.operation, {
    actor: visit.actor,
    lang: visit.lang,
    input,
    reference: params["reference"],
    key,
    from,
  });
  if (revealed.session !== undefined) jar.setSession(reply, revealed.session || undefined);
  if (revealed.receipt !== undefined) jar.setReceipt(reply, revealed.receipt);
  return {
    to:
      visit.back && !route.passesOn
        ? backWith(visit.back, { done: route.operation.name, about: answer.reference })
        : route.then(answer, visit),
  };
}

/** Another button than the one that sends. One that the form does not have sends nothing. */
function pressed(route: Route, name: string, act: Pressed): ReturnType<Press> {
  const press = route.presses && Object.hasOwn(route.presses, name) ? route.presses[name] : undefined;
  if (!press) throw new Refusal(422, "invalid");
  return press(act);
}

const named = ({ reference: _, ...rest }: Record<string, string>): Record<string, string> => rest;
const refusedCode = (error: Refusal): string | undefined => (Object.keys(error.fields).length > 0 ? undefined : error.code);

/** Token of this browser, no bot's hand in the hidden field, and not sent faster than a person can write. */
function checkForm(world: World, route: Route, form: { browser: string; token: unknown; trap: unknown; anonymous: boolean }): void {
  const age = ageOfToken(world.secret, form.browser, form.token, world.clock.now());
  if (age === undefined || form.browser === "") throw new Refusal(422, "stale-form");
  if (!form.anonymous) return;
  if (form.trap !== undefined && form.trap !== "") throw new Refusal(422, "trap");
  if (age < route.leastSeconds * 1000) throw new Refusal(422, "too-quick");
}
