// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Job } from "#platform/feature.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { kindsOn } from "#platform/modules.ts";
import { addressesOf, insertLink, linkToken, mailboxOf, mayBeMailed } from "#features/people/index.ts";
import { answeredMail, askMail } from "./mails.ts";
import { noThanks } from "./no-thanks.ts";
import { speakers } from "./comment.ts";
import { placeOf } from "./operations-comment.ts";
import { anchorOf, tiePaths } from "./paths.ts";
import { publicThing } from "./store.ts";
import { commentByNumber } from "./store-comment.ts";
import { tellWhoAnswers } from "./tell-who-answers.ts";
import { texts } from "./texts.ts";
import { purposes } from "./tie.ts";

const day = 24 * 60 * 60_000;
/** How long the mail that asks waits for a yes. */
const yesDays = 7;

const asked = z.object({
  link: z.uuid(),
  mailbox: z.uuid(),
  thing: z.uuid(),
  lang: z.enum(["da", "en"]),
  asked: z.coerce.date(),
  /** Asked for before there was more than one. */
  tie: z.enum(["follow", "support"]).default("follow"),
});

/** Asks a mailbox whether it wants to follow or support. Done again after a fall it finds the same link and the same mail. */
export const mailFollowLink: Job = async (payload, world) => {
  const { link: id, mailbox, thing, lang, asked: now, tie } = asked.parse(payload);
  const token = linkToken(world.secret, id);
  const purpose = purposes[tie].yes;
  await world.write.transaction().execute(async (tx) => {
    const to = await mailboxOf(tx, mailbox);
    const about = await publicThing(tx, thing);
    if (!to || !about || !(await mayBeMailed(tx, { mailbox, purpose, now }))) return;
    await insertLink(tx, { id, token, mailbox, purpose, thing, now, expiresAt: new Date(now.getTime() + yesDays * day) });
    const no = tie === "support" ? await noThanks(tx, { thing, mailbox, lang, tie }, { ...world, now }) : undefined;
    const { subject, body } = askMail(tie, lang, {
      title: about.title,
      href: world.config.baseUrl + tiePaths[tie].yes(lang, { token }),
      no,
    });
    await writeMail(
      tx,
      { dedupe: `${tie}/${id}`, to: to.address, lang, subject, body, urgent: true },
      { ids: world.ids, now: world.clock.now() },
    );
  });
};

const heard = z.object({ event: z.coerce.number().int() });
/** `toldTo`: the number of the question whose author hears of it at once. */
const commented = z.object({ number: z.number().int(), toldTo: z.number().int().optional() });

/** Who asked hears at once when the contact person, a deputy or the secretariat answers; all else waits for the daily mail. */
export const tellWhoAsked: Job = async (payload, world) => {
  const { event } = heard.parse(payload);
  await world.write.transaction().execute(async (tx) => {
    const happened = await tx.selectFrom("platform.event").select(["thing", "data"]).where("id", "=", event).executeTakeFirst();
    const { data } = commented.safeParse(happened?.data);
    if (!happened?.thing || data?.toldTo === undefined) return;
    const said = await commentByNumber(tx, happened.thing, data.number);
    const question = await commentByNumber(tx, happened.thing, data.toldTo);
    const role = speakers.find((one) => one === said?.role);
    if (!said?.text || !role || !question?.text || !question.ownerPerson) return;
    const box = (await addressesOf(tx, [question.ownerPerson])).get(question.ownerPerson);
    if (!box) return;
    const { thing } = said;
    const kinds = kindsOn(world);
    if (!kinds.has(thing.kind)) return;
    const page = placeOf({ kinds, lang: box.lang }, thing, said).page;
    const { subject, body } = answeredMail(box.lang, {
      to: box.name,
      by: said.shownName ?? texts(box.lang)("an-employee"),
      role: texts(box.lang)(`role.${role}`),
      title: thing.title,
      asked: question.text,
      said: said.text,
      href: `${world.config.baseUrl}${page}#${anchorOf(said.number)}`,
    });
    const mail = { dedupe: `event:${event}:${box.mailbox}`, to: box.address, lang: box.lang, subject, body };
    await writeMail(tx, mail, { ids: world.ids, now: world.clock.now() });
  });
};

export const jobs: Record<string, Job> = {
  "dialogue.mail-follow-link": mailFollowLink,
  "dialogue.tell-who-asked": tellWhoAsked,
  "dialogue.tell-who-answers": tellWhoAnswers,
};
export const listens: Record<string, string[]> = {
  "dialogue.commented": ["dialogue.tell-who-asked"],
  "places.changed-hands": ["dialogue.tell-who-answers"],
};
