// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { picturesIn, showPictures } from "#platform/files/index.ts";
import { addLink } from "#platform/links/index.ts";
import type { Act, Answer } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { follow } from "#features/dialogue/index.ts";
import { claimCode, claimHash, ensureMailbox } from "#features/people/index.ts";
import { areaById, areaBySlug, calendarOf, localityWhere, suggestArea } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { authorOf, type Author } from "./author.ts";
import { mustWelcome } from "./about.ts";
import { lookDaysOf } from "#platform/municipality/facts.ts";
import { deadlinesOf, noLater } from "./deadline.ts";
import type { NewIdea } from "./input.ts";
import { addIdea } from "./store-write.ts";

type Input = z.output<typeof NewIdea>;

/** A new idea with its own promised days, from whatever door it comes. In: `after` is done with the new idea in the same transaction. */
export async function sendIdea(
  { tx, actor, input, now, ids, lang, kinds, secret, tell, note }: Act<Input, unknown>,
  after: (id: string) => Promise<unknown> = async () => {},
): Promise<Answer> {
  const author = personOf(actor)?.id;
  const pictures = picturesIn(input);
  const about = await mustWelcome(tx, input.about, kinds, now);
  const locality = await localityWhere(tx, input.where);
  const themes = await suggestThemes(tx, `${input.title}\n${input.text}`);
  const area = await areaFor(tx, input, themes, about?.area);
  const mailbox = author === undefined && input.email !== undefined ? await ensureMailbox(tx, input.email, lang, { ids, now }) : undefined;
  const id = ids.uuid();
  const made = await addIdea(tx, {
    id,
    title: input.title,
    text: input.text,
    ...authorIn(input, personOf(actor)?.name),
    halfDone: input.halfDone,
    phone: input.phone,
    mailbox,
    owner: author,
    locality,
    claimHash: author === undefined ? claimHash(claimCode(secret("claim"))) : undefined,
    area: area.id,
    themes: themes.map((theme) => theme.id),
    now,
    ...noLater(deadlinesOf(now, { ...area, lookDays: await lookDaysOf(tx) }, await calendarOf(tx)), about?.answerBy),
  });
  if (about !== undefined) await addLink(tx, { from: id, to: about.id, relation: about.relation, now });
  await showPictures(tx, id, pictures, now);
  await after(id);
  if (author !== undefined) await follow(tx, { thing: id, person: author, now });
  tell({ name: "ideas.submitted", thing: id, data: { lang } });
  if (author !== undefined) tell({ name: "ideas.published", thing: id, data: { how: "confirmed" } });
  note(id, { held: author === undefined, mailbox: mailbox !== undefined, ...(about === undefined ? {} : { about: about.id }) });
  return { reference: made, claimable: author === undefined };
}

/** Whoever speaks for a group says which, and what kind of group it is. */
function authorIn(input: Input, own: string | undefined): Author {
  if (input.onBehalfKind !== undefined && input.onBehalf === undefined) throw invalid({ onBehalf: "required" });
  if (input.onBehalf !== undefined && input.onBehalfKind === undefined) throw invalid({ onBehalfKind: "required" });
  return authorOf(input, own);
}

/** The area of what the idea is about, the one that the writer chose, or the one that the words point to. */
async function areaFor(
  tx: Act<unknown, unknown>["tx"],
  input: { title: string; text: string; area?: string | undefined },
  themes: Awaited<ReturnType<typeof suggestThemes>>,
  host: string | undefined,
) {
  const hosts = host === undefined ? undefined : await areaById(tx, host);
  if (hosts) return hosts;
  const area =
    input.area === undefined ? await suggestArea(tx, { text: `${input.title}\n${input.text}`, themes }) : await areaBySlug(tx, input.area);
  if (!area) throw invalid({ area: "wrong" });
  return area;
}
