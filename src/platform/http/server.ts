// SPDX-License-Identifier: EUPL-1.2
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import assets from "@fastify/static";
import pressure from "@fastify/under-pressure";
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { favicon } from "#design/index.ts";
import { languages } from "#platform/i18n/i18n.ts";
import type { World } from "#platform/operations/world.ts";
import { cookieJar } from "./cookies.ts";
import { openFileDoor } from "./file-door.ts";
import { failureOf, sendProblem, type FailurePage } from "./failures.ts";
import { openHtmlDoor, type Door, type Frame } from "./html-door.ts";
import { takeMultipart } from "./one-click.ts";
import { openToFrames, openToOthers } from "./document-headers.ts";
import { openOperationDoor, openQueryDoor } from "./json-door.ts";
import { openApi } from "./openapi.ts";
import { ownOrigins } from "./origin.ts";
import type { PageCache } from "./page-cache.ts";
import { sendOwn } from "./send.ts";
import type { Route } from "./route.ts";
import { register } from "#platform/register.ts";
import { remember } from "#platform/remember.ts";
import { takeFiles } from "./uploads.ts";
import { inLanguage } from "./path.ts";
import { valuesOf, visitOf, whoIs } from "./visit.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may: a door without it does not open. */
    rule?: unknown;
    oneClick?: boolean;
    embed?: true | undefined;
  }
}

export type ServerOptions = {
  world: World;
  cache: PageCache;
  frame: Frame;
  embedFrame: Frame;
  failurePage: FailurePage;
  assetsFolder: string;
  version: string;
  /** Origins that are ours; from BASE_URL where not given. */
  origins?: string[];
  /** Whether a second of pressure answers 503; off where a test holds the process busy itself. */
  shed: boolean;
};

/** The whole web side: every page and every JSON door of the registry, behind one set of guards. */
export async function makeServer({
  world,
  cache,
  frame,
  embedFrame,
  failurePage,
  assetsFolder,
  version,
  shed,
  origins = ownOrigins(world.config.baseUrl, world.config.demo),
}: ServerOptions): Promise<FastifyInstance> {
  const { config } = world;
  const logger: FastifyBaseLogger = world.log;
  const server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 256 * 1024,
    // A phone's picture over a slow line takes its time; what stands still is cut off sooner (connectionTimeout).
    requestTimeout: 60_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 120 },
    forceCloseConnections: "idle",
    return503OnClosing: true,
  });
  const door: Door = { world, jar: cookieJar(config.baseUrl.startsWith("https:")), cache, frame, embedFrame, origins };
  refuseDoorsWithoutRule(server);
  await server.register(helmet, headers(config.baseUrl));
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 256 * 1024 });
  takeMultipart(server);
  if (shed)
    await server.register(pressure, {
      maxEventLoopDelay: 1_000,
      maxEventLoopUtilization: 0.99,
      retryAfter: 5,
      exposeStatusRoute: false,
      pressureHandler: busy,
    });
  await server.register(assets, {
    root: assetsFolder,
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
    // A frame that its site keeps in a sandbox is nobody, and fetches its stylesheet as a stranger.
    setHeaders: (reply) => void openToOthers(reply),
  });
  failures(server, door, failurePage);
  health(server, world);
  choosePlace(server, door);
  ownColours(server, world);
  describe(server, world, version);
  for (const query of world.registry.queries.values()) openQueryDoor(server, door, query);
  for (const operation of world.registry.operations.values()) openOperationDoor(server, door, operation);
  const [withFiles, others] = [world.registry.routes.filter(takesFiles), world.registry.routes.filter((route) => !takesFiles(route))];
  for (const route of others) openHtmlDoor(server, door, route);
  await server.register(async (scope) => {
    await takeFiles(scope);
    for (const route of withFiles) openHtmlDoor(scope, door, route);
    openFileDoor(scope, door);
  });
  return server;
}

const takesFiles = ({ files = [] }: Route): boolean => files.length > 0;

/** The last wall: a route that says nothing of who may stops the start, whoever added it. */
function refuseDoorsWithoutRule(server: FastifyInstance): void {
  server.addHook("onRoute", ({ url, config, method }) => {
    if (method === "HEAD" || url.startsWith("/assets/")) return;
    const rule = config !== undefined && "rule" in config ? config.rule : undefined;
    if (rule === undefined || rule === null)
      throw new Error(`The route ${String(method)} ${url} says not who may. Give it a rule before it can start.`);
  });
}

const headers = (baseUrl: string) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
  },
  hsts: baseUrl.startsWith("https:") ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  referrerPolicy: { policy: "same-origin" as const },
  xFrameOptions: { action: "deny" as const },
  crossOriginEmbedderPolicy: false,
});

const busy = (): never => {
  throw Object.assign(new Error("too busy"), { statusCode: 503 });
};

function failures(server: FastifyInstance, door: Door, failurePage: FailurePage): void {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => answerFailure(door, failurePage, error, request, reply);
  server.setErrorHandler(fail);
  server.setNotFoundHandler((request, reply) => fail(Object.assign(new Error("not found"), { statusCode: 404 }), request, reply));
}

async function answerFailure(
  { world, jar, frame, embedFrame }: Door,
  failurePage: FailurePage,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const failure = failureOf(error, world, request);
  if (failure.retryAfter) void reply.header("retry-after", String(failure.retryAfter));
  if (request.url.startsWith("/api/")) return sendProblem(reply, error, failure);
  const { embed } = request.routeOptions.config;
  // Where the database is away, nobody can be known; the page is for a visitor then.
  const actor = embed || failure.status >= 500 ? undefined : await whoIs(world, jar, request).catch(() => undefined);
  const visit = visitOf(world, jar, request, actor ?? { kind: "anonymous", browser: "", roles: [] });
  const sheet = failurePage(failure, visit);
  if (embed) return sendOwn(request, openToFrames(reply.code(failure.status)), embedFrame(sheet, visit));
  return sendOwn(request, reply.code(failure.status), frame(sheet, visit));
}

/** Remembers the visitor's own place in the visitor's own browser: nothing of ours changes. */
function choosePlace(server: FastifyInstance, { jar }: Door): void {
  for (const lang of languages) {
    server.get(inLanguage("/sted", lang), { config: { rule: "anyone" } }, (request, reply) => {
      jar.setPlace(reply, slugIn(valuesOf(request.query)["vis"]));
      return reply.header("cache-control", "no-store").redirect(`${inLanguage("/", lang)}#naer`, 303);
    });
  }
}

/** The stylesheet and the mark in the municipality's own colours, kept for ever under the address of this version; an older address gets those of now, unkept. */
function ownColours(server: FastifyInstance, world: World): void {
  server.get<{ Params: { version: string } }>("/farver/:version", { config: { rule: "anyone" } }, async ({ params }, reply) => {
    await world.hear();
    const { colours, palette } = world.site;
    const address = `/farver/${params.version}`;
    const isNow = address === colours?.href || address === colours?.iconHref;
    const [type, body] = params.version.endsWith(".svg")
      ? ["image/svg+xml", colours?.icon ?? favicon(palette)]
      : ["text/css; charset=utf-8", colours?.css ?? ""];
    return reply
      .header("cache-control", isNow ? "public, max-age=31536000, immutable" : "no-store")
      .type(type)
      .send(body);
  });
}

/** What the JSON doors are: those of what is switched on. */
function describe(server: FastifyInstance, world: World, version: string): void {
  const documentFor = remember((off: string): string => {
    const on = ({ name }: { name: string }): boolean => !off.split(" ").includes(name);
    return JSON.stringify(openApi(register(world.registry.features.filter(on)), { version, baseUrl: world.config.baseUrl }));
  }, 8);
  server.get("/api/openapi.json", { config: { rule: "anyone" } }, async (_request, reply) => {
    await world.hear();
    return reply.type("application/json").send(documentFor([...world.site.off].toSorted().join(" ")));
  });
}

const slugIn = (value: unknown): string => (typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value) ? value : "");

function health(server: FastifyInstance, world: World): void {
  server.get("/healthz", { config: { rule: "anyone" }, logLevel: "silent" }, (_request, reply) =>
    reply.header("cache-control", "no-store").send({ ok: true }),
  );
  server.get("/readyz", { config: { rule: "anyone" }, logLevel: "silent" }, async (_request, reply) => {
    void reply.header("cache-control", "no-store");
    const ready = await world.readPool.query("SELECT 1").then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready });
  });
}
