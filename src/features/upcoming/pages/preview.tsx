// SPDX-License-Identifier: EUPL-1.2
import { anonymous } from "#platform/auth/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Pressed, Sheet, Visit } from "#platform/http/route.ts";
import { renderPlain } from "#platform/mail/render-plain.ts";
import { previewSheet } from "#features/drafts/index.ts";
import { withAnswerer } from "#features/places/index.ts";
import { Told } from "../input.ts";
import { toldLetter } from "../mails.ts";
import { detail } from "../queries.ts";
import { listing } from "../store.ts";
import { texts } from "../texts.ts";
import { Answers } from "./answers.tsx";
import { Heard } from "./heard.tsx";
import { crumbs, ListingStatus } from "./parts.tsx";

/** The listing as anybody reads it when it is told, and the mail to who follows it. Read before telling is undone. */
export async function lookAtTold(tx: Tx, { world, visit, params: { reference = "" } }: Pressed) {
  const { lang, now } = visit;
  const actor = anonymous("");
  const on = await detail.answer({ db: tx, kinds: world.registry.kinds, actor, lang, now, input: {}, reference });
  const told = await listing.find(tx, reference, { actor, lock: false });
  if (!told) throw new Error(`There is nothing told of ${reference} to look at`);
  const reader = { lang, name: "", base: world.config.baseUrl, now };
  const letter = toldLetter(await withAnswerer(tx, told, now), reader, { author: false, unfollow: undefined });
  return { on, mail: { subject: letter.subject, text: renderPlain(letter.body) } };
}

type Seen = Awaited<ReturnType<typeof lookAtTold>>;

export function PreviewPage({ on, mail }: Seen, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return previewSheet(
    {
      title: on.title,
      status: <ListingStatus on={on} visit={visit} />,
      section: "upcoming",
      crumbs: crumbs(visit.lang, on),
      fields: Object.keys(Told.shape),
      send: t("tell.button"),
      answer: (
        <>
          <Heard on={on} visit={visit} />
          <Answers on={on} visit={visit} />
        </>
      ),
      mail,
      note: t("telling.note"),
    },
    visit,
  );
}
