// SPDX-License-Identifier: EUPL-1.2
import { Notice, type Content } from "#design/index.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";

type Receipt = {
  thanks: string;
  /** What was sent, by its name. */
  title: string;
  /** What is still to be done by who sent it: a mail to open. */
  missing: { title: string; text: string } | undefined;
  /** What happens now: what, who, when. */
  next: Content;
  reference: Content;
  /** Who was not logged in can fetch it later with this code, which is shown once. */
  code: { code: string; later: Content } | undefined;
  buttons: Content;
};

/** Thanks with the name, then what, who, when, and what to keep. */
export function receiptSheet({ lang }: Visit, around: Pick<Sheet, "section" | "crumbs">, receipt: Receipt): Sheet {
  const { thanks, title, missing, next, reference, code, buttons } = receipt;
  const t = platformTexts(lang);
  return {
    ...around,
    title: thanks,
    hidden: true,
    body: (
      <div class="page">
        <div class="page-head stack-s">
          <h1>{thanks}</h1>
          <p class="lead">{title}</p>
        </div>
        <div class="narrow stack-m">
          {missing && (
            <Notice kind="warning">
              <p>
                <b>{missing.title}</b>
              </p>
              <p>{missing.text}</p>
            </Notice>
          )}
          {next}
          <p>{reference}</p>
          {code && (
            <>
              <p>{t.rich("receipt.code", { code: code.code, b: (children) => <b class="together numbers">{children}</b> })}</p>
              <p class="small quiet">{code.later}</p>
            </>
          )}
          <div class="buttons">{buttons}</div>
        </div>
      </div>
    ),
  };
}
