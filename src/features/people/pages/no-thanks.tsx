// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Notice, PageHead, Radios } from "#design/index.ts";
import { fieldsOf, FormErrors, type Slice } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";

type Choice = {
  /** The field, whose value is "yes" or "no". */
  name: string;
  wanted: boolean;
  words: {
    title: string;
    lead: string;
    saved: string;
    field: string;
    yes: string;
    hintYes?: string;
    no: string;
    hintNo: string;
    save: string;
  };
};

/** Whether somebody who is logged in wants a kind of mail. In: what they want now, and its words; where the page belongs. */
export const wantedPage = (
  visit: Visit,
  say: Slice,
  { name, wanted, words }: Choice,
  place: Pick<Sheet, "section" | "crumbs"> = {},
): Sheet => ({
  ...place,
  title: words.title,
  hidden: true,
  body: (
    <div class="page">
      <PageHead title={words.title} lead={words.lead} />
      <div class="narrow stack-m">
        {visit.asked["nyt"] === "saved" && (
          <Notice kind="done" announce>
            <p>{words.saved}</p>
          </Notice>
        )}
        <FormErrors visit={visit} say={say} />
        <FormOf visit={visit} class="stack-m">
          <Radios
            {...fieldsOf(visit, say)(name, wanted ? "yes" : "no")}
            label={words.field}
            choices={[
              { value: "yes", text: words.yes, hint: words.hintYes },
              { value: "no", text: words.no, hint: words.hintNo },
            ]}
          />
          <Button>{words.save}</Button>
        </FormOf>
      </div>
    </div>
  ),
});

type Stop = { done: boolean; words: { title: string; lead: string; press: string }; again?: { href: string; text: string } | undefined };

/** "No thanks" in a mail: a button; afterwards, that it is done, and where one can say yes again. */
export const noThanksPage = (visit: Visit, say: Slice, { done, words, again }: Stop): Sheet => ({
  title: words.title,
  hidden: true,
  body: (
    <div class="page">
      <PageHead title={words.title} lead={words.lead} />
      {done ? (
        again && (
          <ButtonLink kind="secondary" href={again.href}>
            {again.text}
          </ButtonLink>
        )
      ) : (
        <FormOf visit={visit} class="stack-m">
          <FormErrors visit={visit} say={say} />
          <Button>{words.press}</Button>
        </FormOf>
      )}
    </div>
  ),
});
