// SPDX-License-Identifier: EUPL-1.2
import { Button, Chips, Select } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { tabs, type Choice } from "../narrow.ts";
import { paths } from "../paths.ts";
import type { Mine } from "../queries.ts";
import { texts } from "../texts.ts";

type Asked = Partial<Record<"tab" | "duty" | "kind" | "area" | "place" | "whose", string | undefined>>;

function hrefOf(lang: Lang, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
  return paths.workbench(lang) + (query.size > 0 ? `?${query.toString()}` : "");
}

const askedOf = ({ tab, chosen, whose }: Mine): Asked => ({ tab, ...chosen, whose });

/** This page as it is narrowed now, to come back to. */
export const hereOf = (desk: Mine, lang: Lang): string => hrefOf(lang, askedOf(desk));

/** What others answer today, too. */
export const allOf = (desk: Mine, lang: Lang): string => hrefOf(lang, { ...askedOf(desk), whose: "all" });

/** To answer, and to follow up on: links, with how many wait in each. */
export const Tabs = ({ desk, lang }: { desk: Mine; lang: Lang }) => {
  const t = texts(lang);
  return (
    <nav class="desk-tabs" aria-label={t("tabs")}>
      {tabs.map((tab) => (
        <a href={hrefOf(lang, { tab })} aria-current={tab === desk.tab ? "page" : undefined}>
          {t(`tab.${tab}`)} <span class="quiet numbers">{desk.counts[tab]}</span>
        </a>
      ))}
    </nav>
  );
};

/** A few rows are read faster than they are narrowed. */
const fewRows = 5;

/** What is to be done as links with counts; kind, area and place as lists where there is more than one. */
export function Narrow({ desk, lang }: { desk: Mine; lang: Lang }) {
  const t = texts(lang);
  const { facets, chosen, whose, tab } = desk;
  const lists = (["kind", "area", "place"] as const).filter((name) => facets[name].length > 1 || chosen[name] !== undefined);
  const isChosen = Object.values(chosen).some((value) => value !== undefined);
  if (desk.counts[tab] <= fewRows && !isChosen) return null;
  const asked = askedOf(desk);
  const all = facets.duty.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="stack-s" aria-labelledby="narrow">
      <h2 id="narrow" class="hidden-text">
        {t("narrow.title")}
      </h2>
      {(facets.duty.length > 1 || chosen.duty) && (
        <Chips
          label={t("narrow.duty")}
          chips={[
            {
              href: hrefOf(lang, { ...asked, duty: undefined }),
              text: t("narrow.all", { count: all }),
              current: chosen.duty === undefined,
            },
            ...facets.duty.map(({ slug, count }) => ({
              href: hrefOf(lang, { ...asked, duty: slug }),
              text: `${t.maybe(`duty.${slug}`) ?? slug} ${count}`,
              current: chosen.duty === slug,
            })),
          ]}
        />
      )}
      {lists.length > 0 && (
        <form class="desk-narrow" action={paths.workbench(lang)} aria-label={t("narrow.title")}>
          <input type="hidden" name="tab" value={tab} />
          {chosen.duty && <input type="hidden" name="duty" value={chosen.duty} />}
          {whose && <input type="hidden" name="whose" value={whose} />}
          {lists.map((name) => (
            <Select
              name={name}
              label={t(`narrow.${name}`)}
              value={chosen[name] ?? ""}
              options={[{ value: "", text: t("narrow.any") }, ...facets[name].map(optionOf)]}
            />
          ))}
          <Button kind="secondary">{t("narrow.show")}</Button>
        </form>
      )}
    </section>
  );
}

const optionOf = ({ slug, name, count }: Choice): { value: string; text: string } => ({ value: slug, text: `${name ?? slug} (${count})` });
