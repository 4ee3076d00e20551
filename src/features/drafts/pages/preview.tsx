// SPDX-License-Identifier: EUPL-1.2
import { Box, Notice, PageHead, type Content } from "#design/index.ts";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { texts } from "../texts.ts";
import { PreviewButtons } from "./aids.tsx";

type Look = Required<Pick<Sheet, "section" | "crumbs">> & {
  /** What is answered, with its status as the answer leaves it. */
  title: string;
  status: Content;
  /** The form's fields, which go along, and the words of its button. */
  fields: readonly string[];
  send: string;
  /** The answer as it will be read. */
  answer: Content;
  /** The letter that goes with it, where one does; and what else there is to know of how it comes. */
  mail: { subject: string; text: string } | undefined;
  note?: string | undefined;
};

/** An answer before it is sent, as it will be read, with its letter. */
export function previewSheet({ title, status, section, crumbs, fields, send, answer, mail, note }: Look, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("preview.title", { title }),
    section,
    crumbs,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("preview.heading")} lead={t("preview.lead")} />
        <div class="narrow stack-l">
          <Notice>
            <p>{t("preview.nothing-sent")}</p>
          </Notice>
          <FormOf visit={visit} class="stack-s">
            <PreviewButtons visit={visit} fields={fields} send={send} />
            {note !== undefined && <p class="small quiet">{note}</p>}
          </FormOf>
          <section class="stack-s" aria-labelledby="which">
            <h2 class="title" id="which">
              {title}
            </h2>
            {status}
          </section>
          {answer}
          {mail && (
            <section class="stack-s" aria-labelledby="mail">
              <h2 id="mail">{t("preview.mail")}</h2>
              <Box>
                <p>
                  <b>{mail.subject}</b>
                </p>
                <div class="desk-mail">{mail.text}</div>
              </Box>
            </section>
          )}
        </div>
      </div>
    ),
  };
}
