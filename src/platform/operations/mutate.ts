// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac } from "node:crypto";
import { sql } from "kysely";
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { checkSpent, spending, type Budget } from "#platform/auth/budget.ts";
import type { Tx } from "#platform/db/connect.ts";
import { keepLike } from "#platform/db/kept.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { kindsOn } from "#platform/modules.ts";
import type { Answer, Derive, Event, Later, Operation, Revealed } from "./operation.ts";
import type { SettingChange } from "#platform/settings/setting.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

export type Request = {
  actor: Actor;
  lang: Lang;
  input: unknown;
  /** Which thing, where the operation acts on one. */
  reference?: string | undefined;
  /** 8–255 characters, made with the form or by the caller; the same key and body give the same answer. */
  key: string;
  /** Bucket of the address it came from; none where the system itself acts. */
  from?: string | undefined;
};

export type Outcome = { answer: Answer; revealed: Revealed; repeated: boolean };

/**
 * The only way to write. One transaction: the key, the operation's own rows, its events, audit entry and jobs.
 * Same key and body: the first answer again. Same key, other body: 422. Throws the operation's Refusal.
 */
export async function mutate(world: World, operation: Operation, request: Request): Promise<Outcome> {
  if (request.key.length < 8 || request.key.length > 255) throw new Refusal(422, "key");
  const outcome = await world.write.transaction().execute((tx) => inTransaction(world, tx, operation, request));
  await world.failpoint("after-commit");
  if (!outcome.repeated) world.versions.moved(operation.moves);
  return { ...outcome, revealed: operation.reveal(outcome.answer, deriver(world, request)) };
}

/** Secrets that a repeat of the request finds again: HMAC of who, key and purpose. */
const deriver =
  (world: World, { actor, key }: Request): Derive =>
  (purpose) =>
    createHmac("sha256", world.secret)
      .update(`secret\n${claimant(actor)}\n${key}\n${purpose}`)
      .digest("base64url");

async function inTransaction(world: World, tx: Tx, operation: Operation, request: Request): Promise<Omit<Outcome, "revealed">> {
  keepLike(tx, world.read, operation.moves);
  const now = world.clock.now();
  const claim = { actor: claimant(request.actor), key: request.key, operation: operation.name, hash: hashOf(request) };
  const before = await claimKey(tx, claim, { budget: operation.budget, by: spender(request) }, now);
  if (before) return { answer: before, repeated: true };
  const events: Event[] = [];
  const jobs: Later[] = [];
  const about: About = { thing: undefined, detail: {} };
  const changes: SettingChange[] = [];
  const answer = await operation.perform({
    tx,
    now,
    ids: world.ids,
    lang: request.lang,
    kinds: kindsOn(world),
    actor: request.actor,
    input: request.input,
    reference: request.reference,
    secret: deriver(world, request),
    tell: (event) => events.push(event),
    later: (job) => jobs.push(job),
    note: (thing, detail = {}) => Object.assign(about, { thing, detail }),
    changed: (change) => changes.push(change),
  });
  if (!fits(operation, changes.length))
    throw new Error(
      `"${operation.name}" told the history of ${changes.length} changes: that is not what it declares. Nothing of it is kept.`,
    );
  await world.failpoint("before-conclusion");
  await conclude(world, tx, { operation, request, now, answer, events, jobs, about, changes, claim });
  await world.failpoint("before-commit");
  return { answer, repeated: false };
}

/**
 * Carries an operation out, looks at what came of it, and undoes it: every refusal it would give, and what would be seen. Nothing
 * is kept and nobody is told.
 */
export async function rehearse<Seen>(
  world: World,
  operation: Operation,
  { actor, lang, input, reference }: Omit<Request, "key" | "from">,
  look: (tx: Tx) => Promise<Seen>,
): Promise<Seen> {
  const undone = new Error("undone");
  const seen: Seen[] = [];
  const nothing = (): void => {};
  const work = world.write.transaction().execute(async (tx) => {
    keepLike(tx, world.read, operation.moves);
    const secret = deriver(world, { actor, key: "rehearsal", lang, input });
    const at = { tx, now: world.clock.now(), ids: world.ids, kinds: kindsOn(world), lang, actor, input, reference, secret };
    await operation.perform({ ...at, tell: nothing, later: nothing, note: nothing, changed: nothing });
    seen.push(await look(tx));
    throw undone;
  });
  await work.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  const [first] = seen;
  if (first === undefined) throw new Error(`${operation.name} was rehearsed and nothing was seen of it`);
  return first;
}

/** No setting changes without its one entry in the history. */
const fits = ({ settings }: Operation, changes: number): boolean =>
  settings === true ? changes === 1 : settings === "when-needed" ? changes <= 1 : changes === 0;

type About = { thing: string | undefined; detail: Record<string, unknown> };
type Claim = { actor: string; key: string; operation: string; hash: Buffer };

const claimant = (actor: Actor): string => personOf(actor)?.id ?? actor.browser;

/** Keys in order, so that the same body always has the same hash. */
function hashOf({ input, reference, lang }: Request): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([reference ?? null, lang, input], ordered))
    .digest();
}

const ordered = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

type Costs = { budget: Budget | undefined; by: string | undefined };

const spender = ({ actor, from }: Request): string | undefined => (actor.kind === "system" ? undefined : from);

/**
 * Takes the key and what it costs of the budget, or waits for whoever has the key and returns that answer. A key whose
 * transaction was undone is free again.
 */
async function claimKey(tx: Tx, { actor, key, operation, hash }: Claim, { budget, by }: Costs, now: Date): Promise<Answer | undefined> {
  const spent = budget && by ? spending(by, budget, now, sql`claimed`) : sql`SELECT 0 AS used FROM claimed`;
  const taken = await sql<{ used: number }>`
    WITH claimed AS (
      INSERT INTO platform.idempotency (actor, key, operation, body_hash, created_at) VALUES (${actor}, ${key}, ${operation}, ${hash}, ${now})
      ON CONFLICT (actor, key) DO NOTHING RETURNING key
    ), spent AS (${spent})
    SELECT used FROM spent`.execute(tx);
  const [mine] = taken.rows;
  if (mine !== undefined) {
    if (budget) checkSpent(mine.used, budget, now);
    return undefined;
  }
  const first = await tx
    .selectFrom("platform.idempotency")
    .select(["operation", "body_hash", "answer"])
    .where("actor", "=", actor)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (first.operation !== operation || !first.body_hash.equals(hash)) throw new Refusal(422, "key-used");
  return asAnswer(first.answer);
}

function asAnswer(value: unknown): Answer {
  return value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value)) : {};
}

type Conclusion = {
  operation: Operation;
  request: Request;
  now: Date;
  answer: Answer;
  events: Event[];
  jobs: Later[];
  about: About;
  changes: SettingChange[];
  claim: Claim;
};

/** Audit entry, events, jobs (those of the listeners too), answer and notification: one statement, one round trip. */
async function conclude(
  world: World,
  tx: Tx,
  { operation, request, now, answer, events, jobs, about, changes, claim }: Conclusion,
): Promise<void> {
  const person = personOf(request.actor)?.id ?? null;
  const told = JSON.stringify(events.map((event) => ({ ...event, listeners: world.registry.listeners.get(event.name) ?? [] })));
  const asked = JSON.stringify(jobs.map(({ job, payload, runAt, key }) => ({ job, payload, run_at: runAt ?? null, key: key ?? null })));
  await sql`
    WITH audited AS (
      INSERT INTO platform.audit (at, operation, entry, actor_kind, actor_person, thing, detail)
      VALUES (${now}, ${operation.name}, ${operation.audit}, ${request.actor.kind}, ${person}::uuid, ${about.thing ?? null}::uuid, ${JSON.stringify(about.detail)}::jsonb)
    ), told AS (
      SELECT * FROM jsonb_to_recordset(${told}::jsonb) AS e(name text, thing uuid, data jsonb, listeners jsonb)
    ), happened AS (
      INSERT INTO platform.event (name, thing, actor_person, data, at)
      SELECT name, thing, ${person}::uuid, coalesce(data, '{}'), ${now} FROM told RETURNING id, name
    ), heard AS (
      SELECT graphile_worker.add_job(listener, json_build_object('event', happened.id), max_attempts => 8)
      FROM happened JOIN (SELECT DISTINCT name, listeners FROM told) AS told USING (name), jsonb_array_elements_text(told.listeners) AS listener
    ), asked AS (
      SELECT graphile_worker.add_job(j.job, j.payload::json, run_at => j.run_at, job_key => j.key, max_attempts => 8)
      FROM jsonb_to_recordset(${asked}::jsonb) AS j(job text, payload jsonb, run_at timestamptz, key text)
    )${changes.length === 0 ? sql`` : keepHistory(changes, now, person)}, answered AS (
      UPDATE platform.idempotency SET answer = ${JSON.stringify(answer)}::json WHERE actor = ${claim.actor} AND key = ${claim.key}
    )
    SELECT (SELECT count(*) FROM heard), (SELECT count(*) FROM asked), pg_notify('moved', ${operation.moves.join(",")})
  `.execute(tx);
}

/** What of a setting was, and what is now: never to be touched again. */
const keepHistory = (changes: SettingChange[], now: Date, person: string | null) => sql`, changed AS (
      INSERT INTO platform.setting_change (id, at, person, kind, key, name, before, after, undoes)
      SELECT id, ${now}, ${person}::uuid, kind, key, name, nullif(before, 'null'), nullif(after, 'null'), undoes
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id uuid, kind text, key text, name jsonb, before jsonb, after jsonb, undoes uuid)
    )`;
