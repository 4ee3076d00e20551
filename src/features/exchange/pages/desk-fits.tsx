// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Counterpart, Counterparts, Empty, More } from "#design/index.ts";
import { sayAgo } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { liesIn } from "../desk-words.ts";
import { avatarOf, partyName } from "../post-words.ts";
import { paths } from "../paths.ts";
import type { desk } from "../queries-desk.ts";
import { quietDays } from "../store-desk.ts";
import { texts } from "../texts.ts";

type Fits = Extract<Awaited<ReturnType<typeof desk.answer>>, { tab: "fits" }>;
type Found = Fits["waiting"][number];

/** Posts that nobody answered, each with whom it may fit; and pairs among the new ones. */
export function FitsTab({ data, visit }: { data: Fits; visit: Visit }) {
  const { lang } = visit;
  const t = texts(lang);
  const { waiting, pairs, next, further } = data;
  return (
    <>
      <section class="stack-m" aria-labelledby="waiting">
        <h2 id="waiting">{t("desk.waiting")}</h2>
        <p class="quiet">{t("desk.waiting.lead", { days: quietDays })}</p>
        {waiting.length === 0 ? (
          <Empty title={t("desk.waiting.none")} level={3}>
            {t("desk.waiting.none.text", { days: quietDays })}
          </Empty>
        ) : (
          <Two found={waiting} visit={visit} filled />
        )}
        {(next !== undefined || further) && (
          <p class="row-of">
            {further && <a href={`${paths.desk(lang)}?tab=fits`}>{t("desk.waiting.first")}</a>}
            {next !== undefined && <More href={`${paths.desk(lang)}?tab=fits&after=${next}`}>{t("desk.waiting.more")}</More>}
          </p>
        )}
      </section>
      {pairs.length > 0 && (
        <section class="stack-m" aria-labelledby="pairs">
          <h2 id="pairs">{t("desk.pairs")}</h2>
          <p class="quiet">{t("desk.pairs.lead")}</p>
          <Two found={pairs} visit={visit} />
        </section>
      )}
    </>
  );
}

const Two = ({ found, visit, filled = false }: { found: readonly Found[]; visit: Visit; filled?: boolean }) => (
  <Counterparts>
    {found.map((one, at) => (
      <Suggested one={one} visit={visit} filled={filled && at === 0} />
    ))}
  </Counterparts>
);

/** A post, whom it may fit and why, and one press to bring the two together. */
function Suggested({ one: { post, fit }, visit: { lang, now }, filled }: { one: Found; visit: Visit; filled: boolean }) {
  const t = texts(lang);
  const since = post.publishedAt === null ? [] : [t("desk.since", { ago: sayAgo(post.publishedAt, lang, now) })];
  return (
    <Counterpart
      title={post.title}
      href={paths.post(lang, post)}
      avatar={avatarOf(post, lang)}
      line={[t(`kind.${post.kind}`), partyName(post, lang), ...liesIn(post, lang), ...since].join(" · ")}
      why={
        fit === undefined
          ? { title: t("desk.nobody"), facts: [], doubts: [t(`desk.nobody.${post.kind}`)] }
          : { title: fitTitle(fit, lang), facts: fit.reasons, doubts: fit.doubts }
      }
      action={
        <ButtonLink
          kind={filled ? "primary" : "secondary"}
          href={fit === undefined ? paths.broker(lang, post) : `${paths.broker(lang, post)}?til=${fit.reference}`}
          about={fit === undefined ? t("desk.about", { title: post.title }) : t("desk.about-two", { one: post.title, other: fit.title })}
        >
          {fit === undefined ? t("broker.two") : t("broker.button")}
        </ButtonLink>
      }
    />
  );
}

const fitTitle = (fit: NonNullable<Found["fit"]>, lang: Lang) =>
  texts(lang).rich("desk.fit", { title: fit.title, name: partyName(fit, lang), a: (children) => <a href={fit.url}>{children}</a> });
