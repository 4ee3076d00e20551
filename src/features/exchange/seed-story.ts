// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addLink } from "#platform/links/index.ts";
import type { DemoPost, Moment } from "#platform/municipality/demo-schema-posts.ts";
import { toldOn } from "#platform/municipality/demo-times.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { follow } from "#features/dialogue/index.ts";
import { suggestArea } from "#features/places/index.ts";
import { suggestThemes, type Theme } from "#features/themes/index.ts";
import { brokerDays } from "./operations-clock.ts";
import { helpAfterDays, warnedDays, type PartyKind } from "./post.ts";
import { toExpire, toWarn, unanswered } from "./store-clock.ts";
import { addFollowUp, closeFollowUp } from "./store-follow-up.ts";
import type { NewParty } from "./store-introduction-write.ts";
import { addLook, addPost, addWarning, close, publish, renew, setExpired, setPaused } from "./store-write.ts";
import { texts } from "./texts.ts";
import { asBits } from "./weekdays.ts";

/** Something that happened, and when. */
export type Step = { at: Date; run: () => Promise<unknown> };

/** What was told of a post. `expiresOn`: its last day as it stands then. */
export type Told = { id: string; area: string; party: NewParty; expiresOn: LocalDay };

/** Who and what a story can name. */
export type Scene = {
  tx: Tx;
  ids: Ids;
  now: Date;
  today: LocalDay;
  closed: ClosedDays;
  lookDays: number;
  /** Who looks at the posts of new parties: the first of the secretariat. */
  broker: string;
  /** Keys of those who work for the municipality. */
  staff: ReadonlySet<string>;
  persons: Map<string, { id: string; name: string; email: string | undefined }>;
  organisations: Map<string, { id: string; name: string; kind: PartyKind }>;
  localities: Map<string, string>;
  themes: Map<string, Theme>;
  /** Key of an idea → id, of those that were told. */
  ideas: Map<string, string>;
  /** Key of a post → what was told of it. */
  told: Map<string, Told>;
  at(moment: Moment): Date;
};

/** A post from the day on which it was sent to now, and what the clock did about it. */
export function stepsOfPost(scene: Scene, post: DemoPost): Step[] {
  const { at, today } = scene;
  const sent = at(post.sent);
  const published =
    post.looked === undefined ? sent : post.looked !== null && post.notLetThrough === undefined ? at(post.looked) : undefined;
  const turns = post.turns ?? [];
  const lastDays = [
    addDays(localDayOf(sent), post.expiresInDays),
    ...turns.flatMap((turn) => (turn.what === "renewed" ? [addDays(today, turn.expiresInDays - turn.daysAgo)] : [])),
  ];
  return [
    { at: sent, run: () => send(scene, post) },
    ...(post.looked ? [{ at: at(post.looked), run: () => look(scene, post) }] : []),
    ...(post.helped ? [{ at: at(post.helped), run: () => help(scene, post) }] : []),
    ...turns.map((turn) => ({ at: at(turn), run: () => take(scene, post, turn) })),
    ...clockSteps(scene, post, { published, lastDays }),
  ];
}

async function send(scene: Scene, post: DemoPost): Promise<void> {
  const { tx, ids, at, closed } = scene;
  const owner = scene.persons.get(post.author ?? "");
  const organisation = scene.organisations.get(post.organisation ?? "");
  const said = `${post.title}\n${post.text}`;
  const themes = post.themes?.flatMap((key) => scene.themes.get(key) ?? []) ?? (await suggestThemes(tx, said));
  const area = await suggestArea(tx, { text: said, themes });
  if (!area) return;
  const sent = at(post.sent);
  const expiresOn = addDays(localDayOf(sent), post.expiresInDays);
  const partyKind = organisation?.kind ?? post.partyKind ?? "citizen";
  // Whoever sent it without logging in wrote a name of their own.
  const shownName = owner ? firstNameOf(owner.name) : partyKind === "citizen" ? (post.partyName ?? null) : null;
  const partyName = partyKind === "citizen" ? undefined : post.partyName;
  const id = ids.uuid();
  await addPost(tx, {
    id,
    kind: post.kind,
    title: post.title,
    text: post.text,
    type: post.contributionType,
    shownName,
    organisation: organisation?.id,
    partyName,
    partyKind,
    owner: owner?.id,
    mailbox: undefined,
    claimHash: undefined,
    phone: post.phone,
    locality: scene.localities.get(post.locality ?? ""),
    area: area.id,
    themes: themes.map((theme) => theme.id),
    remote: post.remote,
    reachKm: post.reachKm,
    weekdays: asBits(post.weekdays ?? []),
    fromDay: post.fromInDays === undefined ? undefined : addDays(scene.today, post.fromInDays),
    untilDay: post.untilInDays === undefined ? undefined : addDays(scene.today, post.untilInDays),
    persons: post.persons,
    quantity: post.quantity,
    audience: post.audience === "registered" ? "organisations" : "everyone",
    minAge: post.minAge,
    credential: post.credential,
    routing: post.routing,
    like: scene.told.get(post.copyOf ?? "")?.id,
    lookBy: addWorkingDays(sent, scene.lookDays, closed).day,
    expiresOn,
    open: post.looked === undefined,
    now: sent,
  });
  const idea = scene.ideas.get(post.forIdea ?? "");
  if (idea !== undefined) await addLink(tx, { from: idea, to: id, relation: "needs", now: sent });
  if (owner) await follow(tx, { thing: id, person: owner.id, now: sent });
  const name = organisation?.name ?? partyName ?? shownName ?? texts("da")("a-citizen");
  const party = { person: owner?.id ?? null, organisation: organisation?.id ?? null, name, kind: partyKind };
  scene.told.set(post.key, { id, area: area.id, party, expiresOn });
}

/** A broker let it through, or said why not. */
async function look({ tx, ids, told, at, broker }: Scene, { key, looked, notLetThrough }: DemoPost): Promise<void> {
  const post = told.get(key)?.id;
  if (!looked || post === undefined) return;
  const now = at(looked);
  await addLook(tx, { id: ids.uuid(), post, letThrough: notLetThrough === undefined, reason: notLetThrough, person: broker, now });
  if (notLetThrough === undefined) await publish(tx, post, now);
}

/** Nobody had answered it, and a broker asked around. */
async function help({ tx, told, at, persons, broker }: Scene, { key, helped }: DemoPost): Promise<void> {
  const thing = told.get(key)?.id;
  if (!helped || thing === undefined) return;
  const person = persons.get(helped.by)?.id ?? broker;
  await closeFollowUp(tx, { thing, why: "no-contact", note: helped.note, person, now: at(helped) });
}

/** What its writer did with it later. */
async function take({ tx, at, told }: Scene, { key }: DemoPost, turn: NonNullable<DemoPost["turns"]>[number]): Promise<void> {
  const on = told.get(key);
  if (!on) return;
  const now = at(turn);
  if (turn.what === "paused" || turn.what === "resumed") await setPaused(tx, on.id, turn.what === "paused" ? now : null);
  else if (turn.what !== "renewed") await close(tx, on.id, turn.what, now);
  else {
    const to = addDays(localDayOf(now), turn.expiresInDays);
    await renew(tx, { post: on.id, from: on.expiresOn, to, person: on.party.person ?? undefined, now });
    on.expiresOn = to;
  }
}

/** What the clock did about it in the first minutes of a day: the clock's own questions are asked again as they would have been then. */
function clockSteps(
  { tx, ids, told, at }: Scene,
  { key, turns = [] }: DemoPost,
  { published, lastDays }: { published: Date | undefined; lastDays: LocalDay[] },
): Step[] {
  if (!published) return [];
  const on = (day: LocalDay, run: (id: string, now: Date) => Promise<unknown>): Step => {
    const now = toldOn(day);
    return { at: now, run: async () => run(told.get(key)?.id ?? "", now) };
  };
  const warn = (day: LocalDay): Step =>
    on(day, async (post, now) => {
      for (const { expiresOn, daysBefore } of await toWarn(tx, day, post)) await addWarning(tx, { post, expiresOn, daysBefore, now });
    });
  const unheard = (day: LocalDay): Step =>
    on(day, async (thing, now) => {
      for (const _ of await unanswered(tx, day, thing))
        await addFollowUp(tx, { id: ids.uuid(), thing, why: "no-contact", dueOn: addDays(day, brokerDays), now });
    });
  const expire = (day: LocalDay): Step =>
    on(day, async (post, now) => {
      for (const { expiresOn } of await toExpire(tx, day, post)) {
        await setExpired(tx, post, now);
        await addWarning(tx, { post, expiresOn, daysBefore: 0, now });
      }
    });
  // In the list again after a pause, or after its last day: what was put off is done the next morning.
  const again = turns.filter(({ what }) => what === "resumed" || what === "renewed").map((turn) => addDays(localDayOf(at(turn)), 1));
  return [
    ...lastDays.flatMap((last) => [...warnedDays.map((days) => warn(addDays(last, -days))), expire(addDays(last, 1))]),
    unheard(addDays(localDayOf(published), helpAfterDays)),
    ...again.flatMap((day) => [warn(day), unheard(day)]),
  ];
}
