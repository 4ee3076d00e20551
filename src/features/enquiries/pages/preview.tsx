// SPDX-License-Identifier: EUPL-1.2
import { anonymous } from "#platform/auth/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Pressed, Sheet, Visit } from "#platform/http/route.ts";
import { renderPlain } from "#platform/mail/render-plain.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { previewSheet } from "#features/drafts/index.ts";
import { NewAnswer } from "../input.ts";
import { answeredLetter } from "../mails.ts";
import { shownBy } from "../queries.ts";
import { anyEnquiry } from "../store.ts";
import { texts } from "../texts.ts";
import { Answers } from "./answers.tsx";
import { crumbs, EnquiryStatus } from "./parts.tsx";

/** The enquiry as its sender reads it when the answer is there, and the mail to them. Read before the answer is undone. */
export async function lookAtAnswer(tx: Tx, { world, visit, params: { reference = "" } }: Pressed) {
  const { lang, now } = visit;
  // Nobody's view: what only colleagues read, as notes and numbers, is not in it.
  const nobody = anonymous("");
  const on = await anyEnquiry.find(tx, reference, { actor: nobody, lock: false });
  const newest = on?.answers.at(-1);
  if (!on || !newest) throw new Error(`There is no answer to ${reference} to look at`);
  const shown = await shownBy(tx, on, nobody, now);
  const letter = answeredLetter(on, newest, { lang, name: on.name ?? "", base: world.config.baseUrl, now });
  return { on: shown, mail: shown.reach === "none" ? undefined : { subject: letter.subject, text: renderPlain(letter.body) } };
}

type Seen = Awaited<ReturnType<typeof lookAtAnswer>>;

/** "Vis, som Karen ser det"; where no name is known, as whoever wrote sees it. */
export const previewTitle = ({ name }: { name: string | null }, lang: Visit["lang"]): string =>
  name === null ? texts(lang)("preview.look.nobody") : texts(lang)("preview.look", { name: firstNameOf(name) });

export function PreviewPage({ on, mail }: Seen, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return previewSheet(
    {
      title: on.subject,
      status: <EnquiryStatus on={on} visit={visit} />,
      section: "contact",
      crumbs: crumbs(visit.lang, on),
      fields: Object.keys(NewAnswer.shape),
      send: t("answering.send"),
      answer: <Answers on={on} visit={visit} />,
      mail,
      note: t(`answering.note.${on.reach}`),
    },
    visit,
  );
}
