// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import type { Actor } from "#platform/auth/actor.ts";
import type { Budget } from "#platform/auth/budget.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { inputErrors } from "#platform/forms/input-errors.ts";
import { forbidden, invalid, notFound } from "./refusal.ts";
import type { SettingChange } from "#platform/settings/setting.ts";
import type { Rule } from "./rule.ts";

/** What an operation answers: kept with the idempotency key and given again, letter for letter, to a repeat. */
export type Answer = { reference?: string; [name: string]: string | number | boolean | null | undefined };

/** Finds what an operation or query is about, in the actor's scope: what the actor may not see is not there. */
export type Finder<Subject> = {
  kind: string;
  find(db: Db | Tx, reference: string, scope: { actor: Actor; lock: boolean }): Promise<Subject | undefined>;
};

export type Event = { name: string; thing?: string; data?: Record<string, unknown> };
export type Later = { job: string; payload: Record<string, unknown>; runAt?: Date; key?: string };

/** What is at hand inside an operation. Everything written goes through `tx`, all or nothing. */
export type Act<Input, Subject> = {
  tx: Tx;
  actor: Actor;
  input: Input;
  on: Subject;
  now: Date;
  ids: Ids;
  lang: Lang;
  /** How things of other slices look, and whether they want ideas. */
  kinds: Kinds;
  /** Says what happened: written with the transaction, told to the listeners after it. */
  tell(event: Event): void;
  /** A job made in the transaction. */
  later(job: Later): void;
  /**
   * A secret of this request alone, the same again for a repeat of it, so that nothing secret is kept with the answer.
   * In: what for. Out: 43 characters (256 bits).
   */
  secret: Derive;
  /** What the audit entry is about and facts without personal text. */
  note(thing: string, detail?: Record<string, string | number | boolean | null>): void;
  /** A setting changed (see `changeSetting`): kept in the history with the transaction. */
  changed(change: SettingChange): void;
};

type Spec<Input extends z.ZodObject, Subject> = {
  name: `${string}.${string}`;
  input: Input;
  may: Rule<NoInfer<Subject>>;
  /** The name of its audit entry. */
  audit: string;
  /** Where the JSON door is, below /api/v1; false says that there is none, and why is in the slice's README. */
  api: `POST /${string}` | false;
  /** Kinds whose public pages change with it. */
  moves: readonly string[];
  /** How often one address may; counted only when it succeeds. */
  budget?: Budget;
  /** It changes a setting: exactly one entry in the history each time (`when-needed`: or none), or it is undone. */
  settings?: true | "when-needed";
  /**
   * What the one who asked gets to see besides the answer, made from `secret` and kept nowhere: `receipt` is shown once,
   * `session` becomes the browser's session cookie ("" ends it).
   */
  reveal?(answer: Answer, secret: Derive): Revealed;
  run(act: Act<z.output<Input>, Subject>): Promise<Answer>;
  /** What it is about; without one the subject is undefined. */
  on?: Finder<Subject>;
};

export type Derive = (purpose: string) => string;
export type Revealed = { receipt?: string; session?: string };

export type Operation = {
  name: `${string}.${string}`;
  input: z.ZodObject;
  on: string | undefined;
  may: Rule<never>;
  audit: string;
  api: `POST /${string}` | false;
  moves: readonly string[];
  budget: Budget | undefined;
  settings: true | "when-needed" | false;
  reveal(answer: Answer, secret: Derive): Revealed;
  /** parse → find → who → run; throws a Refusal where one of them says no. */
  perform(call: Call): Promise<Answer>;
};

export type Call = Omit<Act<unknown, unknown>, "input" | "on"> & { input: unknown; reference: string | undefined };

/** Declares an operation: the only kind of thing that changes anything. */
export function operation<Input extends z.ZodObject, Subject = undefined>(spec: Spec<Input, Subject>): Operation {
  return {
    name: spec.name,
    input: spec.input,
    on: spec.on?.kind,
    may: spec.may,
    audit: spec.audit,
    api: spec.api,
    moves: spec.moves,
    budget: spec.budget,
    settings: spec.settings ?? false,
    reveal: spec.reveal ?? (() => ({})),
    async perform(call) {
      if (!passesFirst(spec.may, call.actor)) throw forbidden();
      const on = await subject(spec.on, call.tx, call, true);
      if (!spec.may.allows(call.actor, on)) throw forbidden();
      return spec.run({ ...call, input: parse(spec.input, call.input), on });
    },
  };
}

export type Ask<Input, Subject> = { db: Db; actor: Actor; input: Input; on: Subject; now: Date; lang: Lang; kinds: Kinds };

type QuerySpec<Input extends z.ZodObject, Subject, Result> = {
  name: `${string}.${string}`;
  input: Input;
  may: Rule<NoInfer<Subject>>;
  api: `GET /${string}` | false;
  run(ask: Ask<z.output<Input>, Subject>): Promise<Result>;
  /** What it is about; without one the subject is undefined. */
  on?: Finder<Subject>;
};

export type Question = Omit<Ask<unknown, unknown>, "input" | "on"> & { input: unknown; reference: string | undefined };

export type Query<Result = unknown> = {
  name: `${string}.${string}`;
  input: z.ZodObject;
  on: string | undefined;
  may: Rule<never>;
  api: `GET /${string}` | false;
  answer(question: Question): Promise<Result>;
};

/** Declares a query: shows something, on a connection that cannot write. */
export function query<Input extends z.ZodObject, Result, Subject = undefined>(spec: QuerySpec<Input, Subject, Result>): Query<Result> {
  return {
    name: spec.name,
    input: spec.input,
    on: spec.on?.kind,
    may: spec.may,
    api: spec.api,
    async answer(question) {
      if (!passesFirst(spec.may, question.actor)) throw forbidden();
      const on = await subject(spec.on, question.db, question, false);
      if (!spec.may.allows(question.actor, on)) throw forbidden();
      return spec.run({ ...question, input: parse(spec.input, question.input), on });
    },
  };
}

// A rule that is asked first looks at nothing but who asks.
const passesFirst = (may: Rule<never>, actor: Actor): boolean => may.first !== true || may.allows(actor, undefined as never);

/** What was sent, checked. A key that the schema does not know is refused: nobody sets what was not asked for. */
function parse<Input extends z.ZodObject>(schema: Input, input: unknown): z.output<Input> {
  const unknown = Object.keys(input ?? {}).filter((key) => !Object.hasOwn(schema.shape, key));
  if (unknown.length > 0) throw invalid(Object.fromEntries(unknown.slice(0, 20).map((key) => [key.slice(0, 80), "unknown"])));
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalid(inputErrors(parsed.error));
  return parsed.data;
}

async function subject<Subject>(
  finder: Finder<Subject> | undefined,
  db: Db | Tx,
  { reference, actor }: { reference: string | undefined; actor: Actor },
  lock: boolean,
): Promise<Subject> {
  // Without a finder the subject's type is undefined by construction (see Spec).
  if (!finder) return undefined as Subject;
  const found = reference === undefined ? undefined : await finder.find(db, reference, { actor, lock });
  if (found === undefined) throw notFound();
  return found;
}
