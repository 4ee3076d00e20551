// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, PageHead, type Content } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { FormErrors } from "./form-errors.tsx";
import { FormOf } from "./form-of.tsx";

/** What is asked on the page: its heading, a line below it, the fields, and the button. */
export type Question = {
  title: string;
  lead: string;
  fields?: Content;
  /** Without a button there is nothing to answer any more. */
  button: string | undefined;
  /** Its form takes files. */
  files?: boolean;
};

type Around = {
  /** The texts of the slice that asks: its errors. */
  say: Parameters<typeof FormErrors>[0]["say"];
  /** What it is about: its name, and what is shown of it. */
  about: { title: string; children: Content };
  back: { href: string; text: string };
};

/** A page that asks one question about one thing. In: where it lies and what it is about, which the questions of a slice share. Out: a page that search engines keep out. */
export const questionSheet = (
  visit: Visit,
  question: Question,
  { section, crumbs, ...around }: Around & Pick<Sheet, "section" | "crumbs">,
): Sheet => ({
  title: `${question.title} · ${around.about.title}`,
  ...(section === undefined ? {} : { section }),
  ...(crumbs === undefined ? {} : { crumbs }),
  hidden: true,
  body: <OneQuestion visit={visit} {...around} {...question} />,
});

/** One question about one thing: the thing, the fields, one button, and a way back. */
export const OneQuestion = ({
  visit,
  say,
  title,
  lead,
  about,
  fields,
  button,
  files = false,
  back,
}: { visit: Visit } & Around & Question) => (
  <div class="page">
    <PageHead title={title} lead={lead} />
    <div class="narrow stack-l">
      <FormErrors visit={visit} say={say} />
      <section class="stack-s" aria-labelledby="which">
        <h2 class="minor-title" id="which">
          {about.title}
        </h2>
        {about.children}
      </section>
      {button === undefined ? (
        <div class="stack-m">
          {fields}
          <div class="buttons">
            <Back back={back} />
          </div>
        </div>
      ) : (
        <FormOf visit={visit} class="stack-m" files={files}>
          {fields}
          <div class="buttons">
            <Button>{button}</Button>
            <Back back={back} />
          </div>
        </FormOf>
      )}
    </div>
  </div>
);

const Back = ({ back }: Pick<Around, "back">) => (
  <ButtonLink kind="quiet" href={back.href}>
    {back.text}
  </ButtonLink>
);
