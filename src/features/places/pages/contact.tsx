// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Card, CardGrid, type Content, Empty, PageHead, Reasons, SearchForm, Who } from "#design/index.ts";
import { shownPhone } from "#platform/text/phone.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { listed } from "#platform/text/listed.ts";
import { paths } from "../paths.ts";
import type { contacts, ShownArea } from "../queries.ts";
import { texts } from "../texts.ts";
import { CallLink } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof contacts.answer>>;
type Why = { words: string[]; people: string[] };

/** Whom to turn to: a search in one's own words, a way to write, and everybody there is. Never an empty page. */
export function ContactPage({ q, found, others }: Data, visit: Visit): Sheet {
  const { lang, site } = visit;
  const t = texts(lang);
  const call = (key: "contact.call" | "contact.none.text") =>
    t.rich(key, { who: site.contact, phone: shownPhone(site.phone), a: (children) => <CallLink phone={site.phone}>{children}</CallLink> });
  return {
    title: t("contact.title"),
    description: t("contact.description"),
    section: "contact",
    body: (
      <div class="page">
        <PageHead title={t("contact.title")} lead={t("contact.lead")} />
        <div class="columns">
          <div class="stack-l">
            <SearchForm
              action={paths.contact(lang)}
              label={t("contact.search")}
              submit={t("contact.search.button")}
              placeholder={t("contact.search.hint")}
              value={q}
            />
            {q !== undefined && found.length === 0 && (
              <Empty title={t("contact.none.title", { q })}>
                {call("contact.none.text")} {t("contact.none.words")}
              </Empty>
            )}
            {found.length > 0 && (
              <Areas id="found" title={t("contact.found", { count: found.length })}>
                {found.map((area) => (
                  <AreaCard area={area} why={area} visit={visit} />
                ))}
              </Areas>
            )}
            {others.length > 0 && (
              <Areas id="areas" title={t(found.length > 0 ? "contact.others" : "contact.all")}>
                {others.map((area) => (
                  <AreaCard area={area} visit={visit} />
                ))}
              </Areas>
            )}
          </div>
          <aside class="side" aria-label={t("contact.write")}>
            <Box>
              <p>{t("contact.write.text")}</p>
              <ButtonLink icon="mail" href={inLanguage("/kontakt/skriv", lang)}>
                {t("contact.write")}
              </ButtonLink>
              <p class="small">{call("contact.call")}</p>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}

const Areas = ({ id, title, children }: { id: string; title: string; children: Content }) => (
  <section class="stack-m" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <CardGrid>{children}</CardGrid>
  </section>
);

function AreaCard({ area, why, visit: { lang } }: { area: ShownArea; why?: Why; visit: Visit }) {
  const t = texts(lang);
  return (
    <Card title={area.name} href={paths.area(lang, { area: area.slug })}>
      {why && <Reasons facts={factsOf(why, lang)} />}
      <p>{area.about}</p>
      <Who
        name={area.answers}
        initials={initialsOf(area.answers)}
        employee
        line={area.away ? t("area.stands-in", { name: firstNameOf(area.away.name) }) : t("area.contact")}
      />
      <p class="small">
        {t.rich("area.phone", { phone: shownPhone(area.phone), a: (children) => <CallLink phone={area.phone}>{children}</CallLink> })}
        <br />
        {t("area.hours", { hours: area.hours })}
        {!area.away && (
          <>
            <br />
            {t("area.deputy.who", { name: area.deputy, contact: firstNameOf(area.contactPerson) })}
          </>
        )}
      </p>
    </Card>
  );
}

function factsOf({ words, people }: Why, lang: Visit["lang"]): string[] {
  const t = texts(lang);
  const quoted = words.map((word) => t("quoted", { word }));
  return [
    ...(words.length > 0 ? [t("contact.why.words", { words: listed(quoted, lang) })] : []),
    ...people.map((name) => t("contact.why.person", { name })),
  ];
}
