// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import { personOf, works, type Actor } from "#platform/auth/actor.ts";
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addLink, publicThing } from "#platform/links/index.ts";
import { lookDaysOf } from "#platform/municipality/facts.ts";
import type { Act, Answer } from "#platform/operations/operation.ts";
import { invalid, type FieldErrors } from "#platform/operations/refusal.ts";
import { shownNameOf } from "#platform/text/shown-name.ts";
import { follow } from "#features/dialogue/index.ts";
import { claimCode, claimHash, ensureMailbox, organisationsOf } from "#features/people/index.ts";
import { calendarOf, localityWhere, suggestArea } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import type { Edited, NewPost } from "./input.ts";
import { isPartyKind, mostDays, mustBeLookedAt, usualDays, type PartyKind } from "./post.ts";
import { putIntoMatching } from "./store-matching.ts";
import { isKnownParty } from "./store-party.ts";
import { addPost, postByReference, type Words } from "./store-write.ts";
import { asBits } from "./weekdays.ts";

type Input = z.output<typeof NewPost>;

/** Whose a post is, as it is kept. */
type Party = { organisation: string | undefined; partyName: string | undefined; partyKind: PartyKind };

/**
 * A new post: public at once where its party is known, else held until its mailbox is confirmed or somebody has looked. A new party's
 * is looked at either way.
 */
export async function sendPost({ tx, actor, input, now, ids, lang, secret, tell, note, kinds }: Act<Input, unknown>): Promise<Answer> {
  const person = personOf(actor)?.id;
  const today = localDayOf(now);
  const expiresOn = input.expiresOn ?? addDays(today, usualDays);
  const wrong = wrongDays(input, expiresOn, today);
  if (Object.keys(wrong).length > 0) throw invalid(wrong);
  const party = await partyOf(tx, actor, input, today);
  const themes = await suggestThemes(tx, `${input.title}\n${input.text}`);
  const area = await suggestArea(tx, { text: `${input.title}\n${input.text}`, themes });
  if (!area) throw invalid({ where: "wrong" });
  const wanted = input.for === undefined ? undefined : await publicThing(tx, input.for);
  if (input.for !== undefined && !(wanted && input.kind === "need" && kinds.get(wanted.kind)?.canLack)) throw invalid({ for: "unknown" });
  const mailbox = person === undefined && input.email !== undefined ? await ensureMailbox(tx, input.email, lang, { ids, now }) : undefined;
  // For an organisation that stands in no register anybody could speak: it is looked at each time.
  const known = party.partyName === undefined && (await isKnownParty(tx, { person, organisation: party.organisation }));
  const open = person !== undefined && !mustBeLookedAt({ known, works: works(actor) });
  const like = input.like === undefined ? undefined : await postByReference(tx, input.like, person);
  const id = ids.uuid();
  const reference = await addPost(tx, {
    id,
    kind: input.kind,
    ...(await wordsGiven(tx, input, themes)),
    shownName: shownNameOf(input, personOf(actor)?.name),
    ...party,
    owner: person,
    mailbox,
    claimHash: person === undefined ? claimHash(claimCode(secret("claim"))) : undefined,
    phone: input.phone,
    area: area.id,
    like,
    lookBy: addWorkingDays(now, await lookDaysOf(tx), await calendarOf(tx)).day,
    expiresOn,
    open,
    now,
  });
  await putIntoMatching(tx, id);
  if (wanted) await addLink(tx, { from: wanted.id, to: id, relation: "needs", now });
  if (person !== undefined) await follow(tx, { thing: id, person, now });
  tell({ name: "exchange.submitted", thing: id, data: { lang } });
  if (open) tell({ name: "exchange.published", thing: id, data: { how: "known" } });
  note(id, { kind: input.kind, held: !open, mailbox: mailbox !== undefined });
  return { reference, claimable: person === undefined };
}

/** An organisation that the writer speaks for, one by its name alone, or the writer. */
async function partyOf(tx: Tx, actor: Actor, input: Input, today: LocalDay): Promise<Party> {
  const person = personOf(actor)?.id;
  if (input.organisation !== undefined) {
    const mine = person === undefined ? [] : await organisationsOf(tx, person, today);
    const one = mine.find(({ slug }) => slug === input.organisation);
    if (!one) throw invalid({ organisation: "not-yours" });
    return { organisation: one.id, partyName: undefined, partyKind: isPartyKind(one.kind) ? one.kind : "group" };
  }
  const kind = input.partyKind ?? "citizen";
  if (kind === "citizen") {
    if (input.partyName !== undefined) throw invalid({ partyKind: "required" });
    return { organisation: undefined, partyName: undefined, partyKind: "citizen" };
  }
  if (input.partyName === undefined) throw invalid({ partyName: "required" });
  return { organisation: undefined, partyName: input.partyName, partyKind: kind };
}

/** What is wrong with the days of a post. */
export function wrongDays(
  { fromDay, untilDay }: { fromDay?: LocalDay | undefined; untilDay?: LocalDay | undefined },
  expiresOn: LocalDay,
  today: LocalDay,
): FieldErrors {
  return {
    ...(fromDay !== undefined && untilDay !== undefined && untilDay < fromDay ? { untilDay: "before" } : {}),
    ...(untilDay !== undefined && untilDay < today ? { untilDay: "past" } : {}),
    ...(expiresOn <= today ? { expiresOn: "past" } : expiresOn > addDays(today, mostDays) ? { expiresOn: "too-late" } : {}),
  };
}

/** What a form says of a post, as it is kept: the same of a new one and of one that is changed. */
export const wordsGiven = async (tx: Tx, input: z.output<typeof Edited>, themes: { id: string }[]): Promise<Words> => ({
  title: input.title,
  text: input.text,
  type: input.type,
  locality: await localityWhere(tx, input.where),
  themes: themes.map(({ id }) => id),
  remote: input.remote,
  reachKm: input.reachKm,
  weekdays: asBits(input.weekdays),
  fromDay: input.fromDay,
  untilDay: input.untilDay,
  persons: input.persons,
  quantity: input.quantity,
  audience: input.audience ?? "everyone",
  minAge: input.minAge,
  credential: input.credential,
  routing: input.routing ?? "direct",
});
