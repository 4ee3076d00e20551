// SPDX-License-Identifier: EUPL-1.2
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, Check, PageHead } from "#design/index.ts";
import type { NoPage, YesPage } from "../queries-tie.ts";
import { texts } from "../texts.ts";
import type { Tie } from "../tie.ts";
import { AskToStop, FollowToo, GonePage, signOf, StoppedPage, TiedPage } from "./tie.tsx";

/** The link of the mail that asks: a button; afterwards, that it is done. */
export function AskForYes(what: Tie, data: YesPage, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  if (data.state === "used") {
    const { thing, following } = data;
    return TiedPage({ what, thing, following, href }, visit, following ? undefined : <FollowToo thing={thing} visit={visit} />);
  }
  const title = t(`${what}.yes-title`, { title: data.thing.title });
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(`${what}.yes-lead`, { address: data.address })} />
        <FormOf visit={visit} class="stack-m">
          <FormErrors visit={visit} say={t} />
          {what === "support" && <Check name="follow" text={t("support.and-follow")} />}
          <Button icon={signOf[what]}>{t(`${what}.yes-press`)}</Button>
        </FormOf>
      </div>
    ),
  };
}

/** The link of a mail that takes it back. */
export function AskForNo(what: Tie, data: NoPage, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  if (data.state === "stopped") return StoppedPage({ what, thing: data.thing, href }, visit);
  return AskToStop(what, data.thing ? t(`${what}.stop-title`, { title: data.thing.title }) : t(`${what}.stop`), visit);
}
