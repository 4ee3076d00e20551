// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { ClosedDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import type { DemoIdea } from "#platform/municipality/demo-schema.ts";
import { demoTimes, passedAt, type DemoTimes } from "#platform/municipality/demo-times.ts";
import { follow } from "#features/dialogue/index.ts";
import { tellHowItWent } from "#features/feedback/index.ts";
import type { Area, Duty } from "#features/places/index.ts";
import { askAuthor } from "./ask-author.ts";
import { authorOf, type Author } from "./author.ts";
import { deadlinesOf } from "./deadline.ts";
import { tellProposal, tellVariant } from "./seed-together.ts";
import { addAcknowledgement, addAnswer, addEscalation, addIdea, addLook, publish, withdraw } from "./store-write.ts";

export type Told = {
  id: string;
  reference: string;
  times: DemoTimes;
  area: Area;
  lookBy: LocalDay;
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
};

/** Who and what a story can name. */
export type Scene = {
  tx: Tx;
  ids: Ids;
  now: Date;
  closed: ClosedDays;
  persons: Map<string, string>;
  names: Map<string, string>;
  /** How things of other slices look. */
  kinds: Kinds;
  /** Key of an idea → key of its author. */
  authors: Map<string, string | null>;
  areas: Map<string, Area>;
  localities: Map<string, string>;
  themes: Map<string, string>;
  told: Map<string, Told>;
};

/** When an idea was sent, for telling them in their order. */
export const sentAt = ({ now, closed }: Scene, idea: DemoIdea): Date => demoTimes(idea, now, closed).submitted;

/** An idea is sent. */
export async function sendTold(scene: Scene, idea: DemoIdea): Promise<void> {
  const times = demoTimes(idea, scene.now, scene.closed);
  const sent = times.submitted;
  const area = scene.areas.get(idea.area);
  if (!area) return;
  if (idea.variantOf !== undefined) {
    const sentAsVariant = await tellVariant(scene, { ...idea, variantOf: idea.variantOf }, sent);
    if (sentAsVariant) scene.told.set(idea.key, { ...sentAsVariant, times, area });
    return;
  }
  const owner = idea.author === null ? undefined : scene.persons.get(idea.author);
  const days = deadlinesOf(sent, area, scene.closed);
  const id = scene.ids.uuid();
  const reference = await addIdea(scene.tx, {
    id,
    title: idea.title,
    text: idea.text,
    ...shownAuthor(scene, idea),
    halfDone: idea.halfDone,
    phone: idea.phone,
    mailbox: undefined,
    claimHash: undefined,
    owner,
    locality: scene.localities.get(idea.locality),
    area: area.id,
    themes: (idea.themes ?? []).flatMap((key) => scene.themes.get(key) ?? []),
    now: sent,
    ...days,
  });
  if (owner !== undefined) await follow(scene.tx, { thing: id, person: owner, now: sent });
  scene.told.set(idea.key, { id, reference, times, area, ...days });
}

/** A class is a group whose name begins with its number ("4.B på Bakkeskolen"). */
function shownAuthor({ names }: Scene, { shownName: shown, author, onBehalfOf }: DemoIdea): Author {
  const own = names.get(author ?? "");
  if (shown.rule === "written") return authorOf({ name: shown.name }, own);
  if (shown.rule === "own") return authorOf({ showAs: "own" }, own);
  if (shown.rule === "first-name") return authorOf({ showAs: "first" }, own);
  if (shown.rule === "a-citizen") return authorOf({ showAs: "citizen" }, own);
  const onBehalf = names.get(onBehalfOf ?? "");
  return authorOf({ showAs: "citizen", onBehalf, onBehalfKind: /^\d/.test(onBehalf ?? "") ? "class" : "organisation" }, own);
}

/** What happened to it afterwards, up to now. */
export async function tellOn(scene: Scene, idea: DemoIdea): Promise<void> {
  const told = scene.told.get(idea.key);
  if (!told) return;
  const { tx } = scene;
  const { looked, acknowledged, answers, withdrawn } = told.times;
  const person = told.area.contactPerson.id;
  if (looked) {
    await addLook(tx, { idea: told.id, letThrough: true, reason: undefined, person, now: looked });
    await publish(tx, told.id, looked);
  }
  if (acknowledged) await addAcknowledgement(tx, { idea: told.id, person, now: acknowledged });
  await answerTold(scene, told, idea);
  const joined = await tellProposal(scene, told, idea);
  await saidHowItWent(scene, told, idea);
  if (idea.author === null) await passed(scene, told, "look", told.lookBy, looked);
  await passed(scene, told, "acknowledge", told.acknowledgeBy, acknowledged ?? answers[0]?.at);
  // The day by which each answer was due: one more where the last only put it off.
  const due = [told.answerBy, ...answers.flatMap(({ newDay }) => newDay ?? [])];
  for (const [at, day] of due.entries()) await passed(scene, told, "answer", day, answers[at]?.at ?? joined);
  const owner = idea.author === null ? undefined : scene.persons.get(idea.author);
  if (owner !== undefined && withdrawn) await withdraw(tx, { idea: told.id, person: owner, now: withdrawn });
}

/** After the final answer its author said how it went. */
async function saidHowItWent(scene: Scene, told: Told, idea: DemoIdea): Promise<void> {
  const final = idea.answers.at(-1);
  const at = told.times.answers[idea.answers.length - 1]?.at;
  const person = scene.persons.get(idea.author ?? "");
  if (!idea.howItWent || !final || final.status === "investigating" || !at || at >= scene.now || person === undefined) return;
  const { tx, ids, now } = scene;
  const { score, line } = idea.howItWent;
  await tellHowItWent({ tx, ids, now, occasion: askAuthor.event, thing: told.id, person, area: told.area.id, at, score, line });
}

async function answerTold(scene: Scene, told: Told, idea: DemoIdea): Promise<void> {
  for (const [index, answer] of idea.answers.entries()) {
    const given = told.times.answers[index];
    const partOf = answer.status === "part-of" ? scene.told.get(answer.partOf)?.id : undefined;
    if (!given || (answer.status === "part-of" && partOf === undefined)) return;
    await addAnswer(scene.tx, {
      id: scene.ids.uuid(),
      idea: told.id,
      status: answer.status,
      reason: answer.reason,
      nextStep: answer.nextStep,
      newDay: given.newDay,
      partOf,
      ordinal: index + 1,
      possibleIf: answer.status === "not-possible" ? answer.wouldMakeItPossible : undefined,
      area: told.area.id,
      person: scene.persons.get(answer.by ?? "") ?? told.area.contactPerson.id,
      now: given.at,
    });
  }
}

/** A day that passed before it was done, or without it, was told of in the first minutes of the next. */
async function passed({ tx, now }: Scene, { id }: Told, what: Duty, due: LocalDay, done: Date | undefined): Promise<void> {
  const at = passedAt(due, done, now);
  if (at) await addEscalation(tx, { idea: id, what, due, now: at });
}
