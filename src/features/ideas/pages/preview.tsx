// SPDX-License-Identifier: EUPL-1.2
import { anonymous } from "#platform/auth/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Pressed, Sheet, Visit } from "#platform/http/route.ts";
import { renderPlain } from "#platform/mail/render-plain.ts";
import { kindsOn } from "#platform/modules.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { previewSheet } from "#features/drafts/index.ts";
import { NewAnswer } from "../input.ts";
import { answeredLetter } from "../mails.ts";
import { detail } from "../queries.ts";
import { ideaById } from "../store.ts";
import { answersTo } from "../store-detail.ts";
import { texts } from "../texts.ts";
import { Answers } from "./answers.tsx";
import { crumbs, IdeaStatus } from "./parts.tsx";

/** The idea as anybody sees it when the answer is there, and the mail to its author. Read before the answer is undone. */
export async function lookAtAnswer(tx: Tx, { world, visit, params: { reference = "" } }: Pressed) {
  const { lang, now } = visit;
  const idea = await detail.answer({ db: tx, kinds: kindsOn(world), actor: anonymous(""), lang, now, input: {}, reference });
  const row = await tx.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow();
  const [on, answers] = await Promise.all([ideaById(tx, row.id), answersTo(tx, row.id)]);
  const newest = answers.at(-1);
  if (!on || !newest) throw new Error(`There is no answer to ${reference} to look at`);
  const reader = { lang, name: on.shownName ?? "", base: world.config.baseUrl, now };
  const letter = answeredLetter(on, newest, reader, { author: true, unfollow: undefined });
  return { idea, mail: { subject: letter.subject, text: renderPlain(letter.body) } };
}

type Seen = Awaited<ReturnType<typeof lookAtAnswer>>;

/** "Vis, som Karen ser det"; where no name is known, as whoever wrote sees it. */
export const previewTitle = (idea: { shownName: string | null }, lang: Visit["lang"]): string => {
  const t = texts(lang);
  return idea.shownName === null ? t("preview.look.nobody") : t("preview.look", { name: firstNameOf(idea.shownName) });
};

export function PreviewPage({ idea, mail }: Seen, visit: Visit): Sheet {
  const { lang } = visit;
  return previewSheet(
    {
      title: idea.title,
      status: <IdeaStatus idea={idea} visit={visit} partOf={idea.answers.at(-1)?.partOf?.title} />,
      section: "ideas",
      crumbs: crumbs(lang, idea),
      fields: Object.keys(NewAnswer.shape),
      send: texts(lang)("answering.send"),
      answer: <Answers idea={idea} visit={visit} />,
      mail,
    },
    visit,
  );
}
