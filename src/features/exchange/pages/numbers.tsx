// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, PageHead } from "#design/index.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import { fewest } from "#platform/few.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { contactWithinDays, type Row, type Told } from "../measures.ts";
import { isPartyKind } from "../post.ts";
import type { measures } from "../queries-measures.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof measures.answer>>;

/** Whether the exchange brings people together: in both numbers, for every place and kind of party, as far as they are not few. */
export function NumbersPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { contact, useful, period } = data;
  const places = new Map(data.localities.map(({ slug, name }) => [slug, name]));
  return {
    title: t("numbers.title"),
    description: t("numbers.description"),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead
          title={t("numbers.title")}
          lead={t("numbers.lead", { from: sayDate(period.from, lang), until: sayDate(period.until, lang) })}
        />
        <div class="stack-l">
          <section class="stack-s" aria-labelledby="whole">
            <h2 id="whole">{t("whole-municipality")}</h2>
            <Whole told={contact.whole} of="contact" lang={lang} />
            <Whole told={useful.whole} of="useful" lang={lang} />
          </section>
          <Table
            id="localities"
            title={t("numbers.by-place")}
            head={t("filter.locality")}
            contact={contact.localities}
            useful={useful.localities}
            nameOf={(slug) => places.get(slug) ?? t("whole-municipality")}
            lang={lang}
          />
          <Table
            id="parties"
            title={t("numbers.by-party")}
            head={t("filter.party")}
            contact={contact.parties}
            useful={useful.parties}
            nameOf={(kind) => (isPartyKind(kind) ? t(`party.${kind}`) : kind)}
            lang={lang}
          />
          <section class="narrow stack-s" aria-labelledby="means">
            <h2 id="means">{t("numbers.means")}</h2>
            <p>{t("numbers.means.contact", { days: contactWithinDays })}</p>
            <p>{t("numbers.means.useful")}</p>
            <p>{t("numbers.means.few", { fewest })}</p>
            <div class="buttons">
              <ButtonLink kind="secondary" icon="download" href={inLanguage("/aabne-data/byttebors-tal.csv", lang)}>
                {t("numbers.fetch")}
              </ButtonLink>
              <ButtonLink kind="secondary" icon="download" href={inLanguage("/aabne-data/byttebors.csv", lang)}>
                {t("numbers.fetch.posts")}
              </ButtonLink>
            </div>
          </section>
        </div>
      </div>
    ),
  };
}

/** The number large, then what it counts. */
const Whole = ({ told, of, lang }: { told: Told; of: "contact" | "useful"; lang: Lang }) => {
  const t = texts(lang);
  if (told.few) return <p>{t(`numbers.${of}.few`)}</p>;
  return (
    <p>
      {t.rich(`numbers.${of}`, {
        counted: told.counted,
        outOf: told.outOf,
        days: contactWithinDays,
        b: (children) => <span class="big">{children}</span>,
        s: (children) => <small>{children}</small>,
      })}
    </p>
  );
};

function Table({
  id,
  title,
  head,
  contact,
  useful,
  nameOf,
  lang,
}: {
  id: string;
  title: string;
  head: string;
  contact: Row[];
  useful: Row[];
  nameOf(group: string): string;
  lang: Lang;
}) {
  const t = texts(lang);
  const all = [...new Set([...contact, ...useful].map(({ group }) => group))];
  if (all.length === 0) return null;
  const isFew = (group: string): boolean => ![...contact, ...useful].some((row) => row.group === group && !row.told.few);
  const byName = (a: string, b: string): number => a.localeCompare(b, lang);
  const groups = all.filter((group) => !isFew(group));
  const few = all.filter(isFew).map(nameOf).toSorted(byName);
  const words = (rows: Row[], group: string): string => {
    const told = rows.find((row) => row.group === group)?.told;
    if (told === undefined) return t("numbers.none");
    return told.few ? t("numbers.hidden") : t("numbers.of", { counted: told.counted, outOf: told.outOf });
  };
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {groups.length > 0 && (
        <div class="table-frame">
          <table>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                <th scope="col">{t("numbers.column.contact", { days: contactWithinDays })}</th>
                <th scope="col">{t("numbers.column.useful")}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr>
                  <th scope="row">{nameOf(group)}</th>
                  <td class="numbers">{words(contact, group)}</td>
                  <td class="numbers">{words(useful, group)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {few.length > 0 && <p class="small quiet">{t("numbers.too-few", { names: few.join(", ") })}</p>}
    </section>
  );
}
