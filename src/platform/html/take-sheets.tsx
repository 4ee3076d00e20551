// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, Field, Notice, PageHead } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { fieldsOf, FormErrors, type Slice } from "./form-errors.tsx";
import { FormOf } from "./form-of.tsx";

/** Where the page lies; the texts of its slice. */
type Around = { section: string; crumbs: NonNullable<Sheet["crumbs"]>; say: Slice };

type Press = { title: string; lead: string; button: string; note: string };
type Over = { title: string; text: string; on: { href: string; text: string } };

/**
 * The page that a mail leads to: one button. Opening it changes nothing, so that a mail scanner confirms nothing.
 * In: what pressing it does, and what the button will not do by itself; or, where the link is used or gone, what then.
 */
export const linkSheet = (visit: Visit, { section, crumbs, say }: Around, words: Press | Over): Sheet => ({
  title: words.title,
  section,
  crumbs,
  hidden: true,
  body:
    "button" in words ? (
      <div class="page">
        <PageHead title={words.title} lead={words.lead} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={say} />
          <FormOf visit={visit}>
            <Button icon="check">{words.button}</Button>
          </FormOf>
          <p class="small quiet">{words.note}</p>
        </div>
      </div>
    ) : (
      <ErrorPage title={words.title} actions={<ButtonLink href={words.on.href}>{words.on.text}</ButtonLink>}>
        <p>{words.text}</p>
      </ErrorPage>
    ),
});

/** Makes what was sent without logging in one's own, with the number and the code of its receipt. `letter`: its kind's; `wrong`: said when they did not fit. */
export function claimSheet(
  visit: Visit,
  { section, crumbs, say }: Around,
  { title, lead, letter, wrong, button }: { title: string; lead: string; letter: string; wrong: string | undefined; button: string },
): Sheet {
  const t = platformTexts(visit.lang);
  const field = fieldsOf(visit, say);
  const sample = `${letter}-${localDayOf(visit.now).slice(0, 4)}-0142`;
  return {
    title,
    section,
    crumbs,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={lead} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={say} />
          {wrong !== undefined && visit.refused === undefined && (
            <Notice kind="warning" announce>
              <p>{wrong}</p>
            </Notice>
          )}
          <FormOf visit={visit} class="stack-m">
            <Field {...field("reference")} label={t("claim.reference")} hint={t("claim.reference.hint", { sample })} short required />
            <Field {...field("code")} label={t("claim.code")} hint={t("claim.code.hint")} autocomplete="off" short required />
            <Button>{button}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}
