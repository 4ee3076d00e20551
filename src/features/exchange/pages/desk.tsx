// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Empty, More, PageHead, Rows, Status, WorkRow, type Content } from "#design/index.ts";
import { daysBetween, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { sayDay, sayNearDay } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { liesIn, toDoAction, twoNames } from "../desk-words.ts";
import { partyName } from "../post-words.ts";
import { paths } from "../paths.ts";
import type { desk } from "../queries-desk.ts";
import { deskHolds, type Section } from "../store-desk.ts";
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
  const alone = data.tab === "to-do" ? data.section : undefined;
  return {
    title: alone === undefined ? t("desk.title") : `${t(`desk.${alone}`)} · ${t("desk.title")}`,
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
                aria-current={data.tab !== tab ? undefined : alone === undefined ? "page" : "true"}
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

/** One honest sentence: what is late, and what is to be done. Who waits for a yes waits for somebody else. */
function summary({ section, held, toDos }: Todo, { lang }: Visit): string | undefined {
  const t = texts(lang);
  if (section === "asked") return undefined;
  if (held.more || toDos.more) return t("desk.lead.over", { count: deskHolds });
  const [count, late] = [held.count + toDos.count, held.late + toDos.late];
  return late > 0 ? t("desk.lead.late", { count, late }) : t("desk.lead", { count });
}

function ToDoTab({ data, visit }: { data: Todo; visit: Visit }) {
  const { lang } = visit;
  const t = texts(lang);
  const { section, held, toDos, asked } = data;
  const none = held.count + toDos.count + asked.count === 0;
  const whole = <a href={paths.desk(lang)}>{t("desk.whole")}</a>;
  if (none && section !== undefined)
    return (
      <Empty title={t("desk.section.none", { section: t(`desk.${section}`) })} action={whole}>
        {t("desk.section.none.text")}
      </Empty>
    );
  if (none)
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
      <Group id="held" of={held} data={data} visit={visit}>
        {held.rows.map((post) => (
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
      <Group id="to-do" of={toDos} data={data} visit={visit}>
        {toDos.rows.map((one) => (
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
      <Group id="asked" of={asked} data={data} visit={visit}>
        {asked.rows.map((one) => (
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
      {section !== undefined && <p>{whole}</p>}
    </>
  );
}

type GroupProps = { id: Section; of: Todo["held" | "toDos" | "asked"]; data: Todo; visit: Visit; children: Content };

/** The most urgent of a section, how many there are, and the way to all of them. */
function Group({ id, of: { rows, count, more }, data, visit: { lang }, children }: GroupProps) {
  const t = texts(lang);
  if (count === 0) return null;
  const title = t(`desk.${id}`);
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="quiet numbers">{more ? t("desk.over", { count }) : count}</span>
      </h2>
      <Rows>{children}</Rows>
      {rows.length < count && (
        <p>
          <More href={`${paths.desk(lang)}?section=${id}`}>
            {t(more ? "desk.all.first" : "desk.all", { count })}
            <span class="hidden-text">: {title}</span>
          </More>
        </p>
      )}
      {more && data.section === id && <p class="quiet">{t("desk.only-first", { count })}</p>}
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

const silentOf = ({ giver, seeker, giverSaid, seekerSaid }: Todo["asked"]["rows"][number]): string[] => [
  ...(giverSaid ? [] : [giver]),
  ...(seekerSaid ? [] : [seeker]),
];

/** Where it is written down that it is done. */
const noteHref = ({ kind, reference, why }: Todo["toDos"]["rows"][number], lang: Lang): string =>
  `${(kind === "introduction" ? paths.followUp : paths.followUpPost)(lang, { reference })}?why=${why}`;
