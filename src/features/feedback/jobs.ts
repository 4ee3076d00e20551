// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { system } from "#platform/auth/actor.ts";
import type { Job } from "#platform/feature.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { kindsOn } from "#platform/modules.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import type { World } from "#platform/operations/world.ts";
import { actorOf, addressesOf, makeLink } from "#features/people/index.ts";
import { linkDays } from "./feedback.ts";
import { askMail } from "./mails.ts";
import { wordsAfter } from "./occasion.ts";
import { paths } from "./paths.ts";
import { forgetWhom, markMailed, requestsToMail } from "./store.ts";
import { withTitle } from "./title.ts";

const heard = z.object({ event: z.coerce.number().int() });

/** After an occasion: notes whom to ask. */
export const askAfterEvent =
  (ask: Operation): Job =>
  async (payload, world) => {
    const { event } = heard.parse(payload);
    await mutate(world, ask, { actor: system, lang: "da", input: { event }, key: `feedback/ask/${event}` });
  };

/** Mails the question to who has had time to read and has not said it already. Each once, also when it is done again. */
export async function mailRequests(world: World, now = world.clock.now()): Promise<void> {
  await eachByItself(await requestsToMail(world.write, { kinds: kindsOn(world), now }), (request) =>
    world.write.transaction().execute(async (tx) => {
      const { id, occasion, thing, person } = request;
      await markMailed(tx, id, now);
      const box = (await addressesOf(tx, [person])).get(person);
      if (!box) return;
      const { lang } = box;
      const shown = await withTitle(tx, request, { kinds: kindsOn(world), lang, now, actor: await actorOf(tx, person, now) });
      if (!shown) return;
      const expiresAt = new Date(now.getTime() + linkDays * 86_400_000);
      const { token } = await makeLink(tx, {
        ids: world.ids,
        secret: world.secret,
        mailbox: box.mailbox,
        purpose: "feedback",
        thing,
        expiresAt,
        now,
      });
      const href = world.config.baseUrl + paths.mailed(lang, { token });
      const words = wordsAfter(world, occasion, lang);
      const { subject, body } = askMail(lang, { name: box.name, title: shown.title, href, words });
      await writeMail(tx, { dedupe: `feedback/${id}`, to: box.address, lang, subject, body }, { ids: world.ids, now });
    }),
  );
}

export const jobsWith = (ask: Operation): Record<string, Job> => ({
  "feedback.ask": askAfterEvent(ask),
  "feedback.mail": (_payload, world) => mailRequests(world),
  "feedback.tidy": (_payload, world) => forgetWhom(world.write, world.clock.now()).then(() => undefined),
});

export const crontab: Record<string, string> = { "5 * * * *": "feedback.mail", "50 1 * * *": "feedback.tidy" };
