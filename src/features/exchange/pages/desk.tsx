// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Empty, PageHead, Rows, Status, WorkRow, type Content } from "#design/index.ts";
import { daysBetween, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { sayDay, sayNearDay } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { liesIn, toDoAction, twoNames } from "../desk-words.ts";
import { partyName } from "../post-words.ts";
import { paths } from "../paths.ts";
import type { desk } from "../queries-desk.ts";
import { texts } from "../texts.ts";
import { FitsTab } from "./desk-fits.tsx";
import { ProfilesTab } from "./desk-profiles.tsx";
import { crumbs } from "./parts.tsx";

type Desk = Awaited<ReturnType<typeof desk.answer>>;
type Todo = Extract<Desk, { tab: "to-do" }>;

const tabs = ["to-do", "fits", "profiles"] as const;

/** Where somebody who brings people together begins the day. */
export function DeskPage(data: Desk, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("desk.title"),
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("desk.title")} lead={data.tab === "to-do" ? summary(data, visit) : t(`desk.${data.tab}.lead`)} />
        <div class="stack-l">
          <nav class="desk-tabs" aria-label={t("desk.tabs")}>
            {tabs.map((tab) => (
              <a
                href={tab === "to-do" ? paths.desk(lang) : `${paths.desk(lang)}?tab=${tab}`}
                aria-current={data.tab === tab ? "page" : undefined}
              >
                {t(`desk.tab.${tab}`)}
              </a>
            ))}
          </nav>
          {data.tab === "to-do" && <ToDoTab data={data} visit={visit} />}
          {data.tab === "fits" && <FitsTab data={data} visit={visit} />}
          {data.tab === "profiles" && <ProfilesTab data={data} visit={visit} />}
        </div>
      </div>
    ),
  };
}

/** One honest sentence: what is late, and what is to be done. */
function summary({ held, toDos }: Todo, { lang, now }: Visit): string {
  const t = texts(lang);
  const days = [...held.map(({ lookBy }) => lookBy), ...toDos.map(({ dueOn }) => dueOn)];
  const late = days.filter((day) => day < localDayOf(now)).length;
  return late > 0 ? t("desk.lead.late", { count: days.length, late }) : t("desk.lead", { count: days.length });
}

function ToDoTab({ data, visit }: { data: Todo; visit: Visit }) {
  const { lang } = visit;
  const t = texts(lang);
  const { held, toDos, asked } = data;
  if (held.length + toDos.length + asked.length === 0)
    return (
      <Empty
        title={t("desk.empty.title")}
        action={
          <ButtonLink kind="secondary" href={`${paths.desk(lang)}?tab=fits`}>
            {t("desk.tab.fits")}
          </ButtonLink>
        }
      >
        {t("desk.empty.text")}
      </Empty>
    );
  return (
    <>
      <Group id="held" title={t("desk.held")} count={held.length}>
        {held.map((post) => (
          <Row
            day={post.lookBy}
            title={post.title}
            href={paths.post(lang, post)}
            about={[t(`kind.${post.kind}`), partyName(post, lang), ...liesIn(post, lang)]}
            why={t("desk.held.why", { day: sayDay(post.lookBy, lang, visit.now) })}
            action={{ href: paths.look(lang, post), text: t("desk.held.do") }}
            visit={visit}
          />
        ))}
      </Group>
      <Group id="to-do" title={t("desk.to-do")} count={toDos.length}>
        {toDos.map((one) => (
          <Row
            day={one.dueOn}
            title={one.title ?? t("introduction.help")}
            href={one.kind === "introduction" ? paths.introduction(lang, one) : paths.post(lang, one)}
            about={[...twoNames(one, lang), ...liesIn(one, lang)]}
            why={
              <>
                <b>{t(`why.${one.why}`)}</b>. {t("log.by", { day: sayDay(one.dueOn, lang, visit.now) })}{" "}
                {one.why !== "silence" && <a href={noteHref(one, lang)}>{t("log.do")}</a>}
              </>
            }
            action={toDoAction(one, lang)}
            visit={visit}
          />
        ))}
      </Group>
      <Group id="asked" title={t("desk.asked")} count={asked.length}>
        {asked.map((one) => (
          <Row
            day={one.lapsesOn}
            title={one.title ?? t("introduction.help")}
            href={paths.introduction(lang, one)}
            about={[...twoNames(one, lang), ...liesIn(one, lang)]}
            why={t("next.they-reply", { names: silentOf(one).join(" & "), day: sayDay(one.lapsesOn, lang, visit.now) })}
            action={{ href: paths.introduction(lang, one), text: t("desk.asked.do") }}
            visit={visit}
            calm
          />
        ))}
      </Group>
    </>
  );
}

function Group({ id, title, count, children }: { id: string; title: string; count: number; children: Content }) {
  if (count === 0) return null;
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="quiet numbers">{count}</span>
      </h2>
      <Rows>{children}</Rows>
    </section>
  );
}

type RowProps = {
  day: LocalDay;
  title: string;
  href: string;
  about: string[];
  why: Content;
  action: { href: string; text: string };
  visit: Visit;
  /** Nothing a broker has promised: never late, and no filled button. */
  calm?: boolean;
};

function Row({ day, title, href, about, why, action, visit: { lang, now }, calm = false }: RowProps) {
  const t = texts(lang);
  const ahead = daysBetween(localDayOf(now), day);
  const words = sayNearDay(day, lang, now);
  return (
    <WorkRow
      status={
        ahead < 0 && !calm ? (
          <Status sign="late">{t("desk.days-late", { count: -ahead })}</Status>
        ) : (
          <Status sign={ahead <= 0 && !calm ? "waiting" : "upcoming"}>{words.charAt(0).toLocaleUpperCase(lang) + words.slice(1)}</Status>
        )
      }
      title={title}
      href={href}
      about={about.join(" · ")}
      why={why}
      action={
        <ButtonLink small kind={ahead <= 0 && !calm ? "primary" : "secondary"} href={action.href} about={t("desk.about", { title })}>
          {action.text}
        </ButtonLink>
      }
    />
  );
}

const silentOf = ({ giver, seeker, giverSaid, seekerSaid }: Todo["asked"][number]): string[] => [
  ...(giverSaid ? [] : [giver]),
  ...(seekerSaid ? [] : [seeker]),
];

/** Where it is written down that it is done. */
const noteHref = ({ kind, reference, why }: Todo["toDos"][number], lang: Lang): string =>
  `${(kind === "introduction" ? paths.followUp : paths.followUpPost)(lang, { reference })}?why=${why}`;
