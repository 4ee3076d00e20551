// SPDX-License-Identifier: EUPL-1.2
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, ButtonLink, Check, type Content, ErrorPage, Field, More, PageHead } from "#design/index.ts";
import { paths, tiePaths } from "../paths.ts";
import type { Followed } from "../store.ts";
import { texts } from "../texts.ts";
import type { Tie } from "../tie.ts";

/** `href`: the thing's own page, where it has one for this visitor. */
export type Data = { what: Tie; thing: Followed; tied: boolean; following: boolean; href: string | undefined };
type About = { what: Tie; thing: Followed; href: string | undefined };

export const signOf = { follow: "bell", support: "thumbs-up" } as const;

export function StartPage({ what, thing, tied, following, href }: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const about = { what, thing, href };
  if (tied) return TiedPage({ ...about, following }, visit, <After {...about} following={following} visit={visit} />);
  if (visit.asked["svar"] === "mailed") return MailedPage(about, visit);
  const anonymous = visit.actor.kind !== "person";
  const field = fieldsOf(visit, t);
  return {
    title: t(`${what}.title`, { title: thing.title }),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t(`${what}.title`, { title: thing.title })} lead={t(`${what}.lead`)} />
        <div class="stack-m">
          <FormOf visit={visit} class="stack-m narrow">
            <FormErrors visit={visit} say={t} />
            {anonymous && (
              <Field
                {...field("email")}
                type="email"
                autocomplete="email"
                inputmode="email"
                required
                label={t("tie.email")}
                hint={t(`${what}.email-hint`)}
              />
            )}
            {!anonymous && !following && <Check name="follow" text={t("support.and-follow")} />}
            <Button icon={anonymous ? "mail" : signOf[what]}>{t(anonymous ? "tie.send" : `${what}.press`)}</Button>
          </FormOf>
          <Back thing={thing} href={href} visit={visit} />
        </div>
      </div>
    ),
  };
}

/** What one may want next: to take it back, and to hear of what one supports. */
function After({ what, thing, following, visit }: About & { following: boolean; visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <p class="buttons">
      {!following && <FollowToo thing={thing} visit={visit} />}
      <ButtonLink kind="quiet" href={tiePaths[what].stop(visit.lang, thing)}>
        {t(`${what}.stop`)}
      </ButtonLink>
    </p>
  );
}

/** To support is to be counted; to hear of it one follows. */
export const FollowToo = ({ thing, visit: { lang } }: { thing: Followed; visit: Visit }) => (
  <ButtonLink kind="secondary" icon="bell" href={paths.follow(lang, thing)}>
    {texts(lang)("support.follow-too")}
  </ButtonLink>
);

/** Said after it, and to whoever does already. */
export function TiedPage({ what, thing, following, href }: About & { following: boolean }, visit: Visit, action?: Content): Sheet {
  const t = texts(visit.lang);
  const title = t(`${what}.done-title`, { title: thing.title });
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(what === "support" && !following ? "support.done-silent" : `${what}.done`)} />
        <div class="stack-m">
          <Back thing={thing} href={href} visit={visit} />
          {action}
        </div>
      </div>
    ),
  };
}

/** The same whether the mailbox was known or not, and whether a mail went or not. */
function MailedPage({ what, thing, href }: About, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("tie.mailed-title"),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("tie.mailed-title")} lead={t(`${what}.mailed`)} />
        <div class="stack-m">
          <p class="measure">{t("tie.mailed-limit")}</p>
          <Back thing={thing} href={href} visit={visit} />
        </div>
      </div>
    ),
  };
}

export function StopPage({ what, thing, tied, href }: Data, visit: Visit): Sheet {
  if (!tied) return StoppedPage({ what, thing, href }, visit);
  return AskToStop(what, texts(visit.lang)(`${what}.stop-title`, { title: thing.title }), visit);
}

export function AskToStop(what: Tie, title: string, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(`${what}.stop-lead`)} />
        <div class="stack-m">
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <Button>{t(`${what}.stop`)}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}

export function StoppedPage({ what, thing, href }: Omit<About, "thing"> & { thing: Followed | undefined }, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const title = thing ? t(`${what}.stopped-title`, { title: thing.title }) : t(`${what}.stopped-title-unknown`);
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(`${what}.stopped`)} />
        <div class="stack-m">
          {thing && <Back thing={thing} href={href} visit={visit} />}
          {thing && (
            <p>
              <a href={tiePaths[what].start(visit.lang, thing)}>{t(`${what}.again`)}</a>
            </p>
          )}
        </div>
      </div>
    ),
  };
}

export function GonePage(visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("gone.title"),
    hidden: true,
    body: (
      <ErrorPage title={t("gone.title")}>
        <p>{t("gone.text")}</p>
      </ErrorPage>
    ),
  };
}

export const Back = ({ thing, href, visit }: { thing: Followed; href: string | undefined; visit: Visit }) =>
  href === undefined ? null : (
    <p>
      <More href={href}>{texts(visit.lang)("tie.back", { title: thing.title })}</More>
    </p>
  );
