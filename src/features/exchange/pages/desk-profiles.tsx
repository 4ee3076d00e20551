// SPDX-License-Identifier: EUPL-1.2
import { Card, CardGrid, Chips, Empty } from "#design/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { contributionTypes } from "../post.ts";
import { whenWords } from "../post-words.ts";
import type { desk } from "../queries-desk.ts";
import { texts } from "../texts.ts";
import { Paragraphs } from "./parts.tsx";

type Profiles = Extract<Awaited<ReturnType<typeof desk.answer>>, { tab: "profiles" }>;
type Known = Profiles["profiles"][number];

/** Who has said what they can contribute, also without a post. A person's is read here and nowhere else. */
export function ProfilesTab({ data: { profiles, type }, visit }: { data: Profiles; visit: Visit }) {
  const { lang } = visit;
  const t = texts(lang);
  const here = `${paths.desk(lang)}?tab=profiles`;
  return (
    <section class="stack-m" aria-labelledby="profiles">
      <h2 id="profiles">{t("desk.profiles", { count: profiles.length })}</h2>
      <Chips
        label={t("filter.type")}
        chips={[
          { href: here, text: t("filter.any"), current: type === undefined },
          ...contributionTypes.map((one) => ({ href: `${here}&type=${one}`, text: t(`type.${one}`), current: type === one })),
        ]}
      />
      {profiles.length === 0 ? (
        <Empty title={t("desk.profiles.none")} level={3}>
          {t("desk.profiles.none.text")}
        </Empty>
      ) : (
        <CardGrid>
          {profiles.map((one) => (
            <ProfileCard one={one} visit={visit} />
          ))}
        </CardGrid>
      )}
    </section>
  );
}

function ProfileCard({ one, visit: { lang } }: { one: Known; visit: Visit }) {
  const t = texts(lang);
  const when = whenWords(one.weekdays, lang);
  return (
    <Card
      title={one.name}
      href={one.slug === null ? undefined : paths.party(lang, { slug: one.slug })}
      kind={{ icon: one.kind === "citizen" ? "user" : "users", text: t(`party.${one.kind}`) }}
      meta={[
        { icon: "hand-helping", text: one.types.map((type) => t(`type.${type}`)).join(", ") },
        ...(when === undefined ? [] : [{ icon: "clock" as const, text: when }]),
        ...(one.reachKm === null ? [] : [{ icon: "map-pin" as const, text: t("wants.reach", { km: one.reachKm }) }]),
        ...(one.remote ? [{ icon: "house" as const, text: t("from-home") }] : []),
      ]}
      end={one.email === undefined ? undefined : <a href={`mailto:${one.email}`}>{one.email}</a>}
    >
      <div class="small">
        <Paragraphs text={one.text} />
      </div>
    </Card>
  );
}
