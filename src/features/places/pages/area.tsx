// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Notice, PageHead, Who } from "#design/index.ts";
import { shownPhone } from "#platform/text/phone.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { paths } from "../paths.ts";
import type { OneArea, ShownArea } from "../queries.ts";
import { texts } from "../texts.ts";
import { CallLink } from "./parts.tsx";

/** One area: what it is for, who its people are, what it promises. */
export function AreaPage(area: Awaited<ReturnType<OneArea["answer"]>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("area.title", { area: area.name }),
    description: t("area.description", { area: area.name }),
    section: "contact",
    crumbs: [{ href: paths.contact(lang), text: t("contact.title") }],
    body: (
      <div class="page">
        <PageHead title={area.name} lead={area.about} />
        <div class="columns">
          <div class="stack-l">
            <section class="stack-m" aria-labelledby="people">
              <h2 id="people">{t("area.people")}</h2>
              <People area={area} visit={visit} />
              <div class="buttons">
                <ButtonLink icon="mail" href={`${inLanguage("/kontakt/skriv", lang)}?area=${area.slug}`}>
                  {t("area.write", { name: firstNameOf(area.answers) })}
                </ButtonLink>
              </div>
            </section>
            <section class="stack" aria-labelledby="promise">
              <h2 id="promise">{t("area.promise")}</h2>
              <ul class="stack-s">
                <li>{t("area.promise.read", { days: area.acknowledgeWorkingDays })}</li>
                <li>{t("area.promise.answer", { days: area.answerWorkingDays })}</li>
                <li>{t("area.promise.late")}</li>
              </ul>
              {area.kept && (
                <>
                  <h3>{area.kept.title}</h3>
                  <p>
                    {area.kept.text} <a href={area.kept.href}>{area.kept.more}</a>
                  </p>
                </>
              )}
            </section>
          </div>
          <aside class="side">
            <Box>
              <h2 class="minor-title">{t("area.ideas")}</h2>
              <p>{t("area.ideas.text")}</p>
              <ButtonLink kind="secondary" icon="lightbulb" href={inLanguage("/ideer/ny", lang)}>
                {t("area.ideas.action")}
              </ButtonLink>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}

/** Contact person and deputy; while somebody is away, also who answers instead, and until when. */
function People({ area, visit: { lang, now } }: { area: ShownArea; visit: Visit }) {
  const t = texts(lang);
  const deputy = t("area.deputy", { name: firstNameOf(area.contactPerson) });
  return (
    <>
      {area.away && (
        <Notice>
          <p>
            {t("area.away", {
              name: firstNameOf(area.answers),
              away: firstNameOf(area.away.name),
              day: sayDay(area.away.until, lang, now),
            })}
          </p>
        </Notice>
      )}
      <Who name={area.contactPerson} initials={initialsOf(area.contactPerson)} employee line={t("area.contact")} />
      <Who name={area.deputy} initials={initialsOf(area.deputy)} employee line={deputy} />
      <p>
        {t.rich("area.phone", { phone: shownPhone(area.phone), a: (children) => <CallLink phone={area.phone}>{children}</CallLink> })}
        <br />
        {t("area.hours", { hours: area.hours })}
      </p>
    </>
  );
}
