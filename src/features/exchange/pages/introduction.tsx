// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Card, Facts, PageHead, Pair, Quote, StrawBox, Thread, Who } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { isOver, otherSide, type Side } from "../introduction.ts";
import { introductionThread, nextWords } from "../introduction-words.ts";
import { paths } from "../paths.ts";
import { avatarOf, kindWords } from "../post-words.ts";
import type { introductionDetail } from "../queries-introduction.ts";
import { overNote } from "../store-follow-up.ts";
import { texts } from "../texts.ts";
import { dated } from "../thread-steps.ts";
import { Ask, crumbs, News, Paragraphs } from "./parts.tsx";

export type Told = Awaited<ReturnType<typeof introductionDetail.answer>>;

/** Two who are brought together: where it stands, who acts, by when, and what can be done now. */
export function IntroductionPage(on: Told, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const title = t("introduction.title", { giver: on.giver.name, seeker: on.seeker.name });
  const voice = on.mine === undefined ? ".broker" : "";
  return {
    title,
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead kind={{ icon: "handshake", text: t("introduction.kind", { reference: on.reference }) }} title={title} />
        <div class="columns">
          <div class="stack-l">
            <News visit={visit} of={newsOf} />
            <Pair one={<Half on={on} side="seeker" lang={lang} />} other={<Half on={on} side="giver" lang={lang} />} />
            <StrawBox title={t(on.standing === "done" || isOver(on) ? "introduction.ended" : "introduction.next")}>
              <p>{nextWords(on, lang, now)}</p>
              <Actions on={on} lang={lang} />
            </StrawBox>
            {on.contact && <Contact on={on} lang={lang} />}
            <section class="stack" aria-labelledby="greeting">
              <h2 id="greeting">
                {on.registered
                  ? t("introduction.help")
                  : on.initiator === "broker"
                    ? t(`introduction.why${voice}`)
                    : t("introduction.greeting")}
              </h2>
              <Quote by={on.initiator === "broker" ? (on.broker ?? t("introduction.broker")) : on[on.initiator].name}>
                <Paragraphs text={on.greeting} />
              </Quote>
              {on.quantity > 1 && <p>{t("introduction.quantity", { count: on.quantity })}</p>}
            </section>
            {on.what !== null && on.onDay !== null && !on.registered && (
              <section class="stack-s" aria-labelledby="agreed">
                <h2 id="agreed">{t(`introduction.agreed${voice}`)}</h2>
                <p>{on.what}</p>
                <p class="quiet">{dated(on.onDay, lang, now)}</p>
              </section>
            )}
            <Messages on={on} visit={visit} />
            <Thanks on={on} lang={lang} />
          </div>
          <aside class="side">
            <Box>
              <h2 class="minor-title">{t("thread.title")}</h2>
              <Thread steps={introductionThread(on, lang, now)} />
            </Box>
            {on.keeps && <Broker on={on} visit={visit} />}
            {on.broker !== undefined && !on.keeps && (
              <Box>
                <h2 class="minor-title">{t("introduction.broker")}</h2>
                <Ask name={on.broker} visit={visit} />
              </Box>
            )}
          </aside>
        </div>
      </div>
    ),
  };
}

/** One of the two, with their post where there is one. */
function Half({ on, side, lang }: { on: Told; side: Side; lang: Visit["lang"] }) {
  const t = texts(lang);
  const party = on[side];
  const post = side === "giver" ? on.offer : on.need;
  const said = party.said === undefined ? t("said.waits") : party.said ? t("said.yes") : t("said.no");
  return (
    <Card
      as="div"
      level={2}
      title={post?.title ?? t(`side.${side}`)}
      href={post === null ? undefined : paths.post(lang, post)}
      kind={kindWords(side === "giver" ? "offer" : "need", lang)}
      need={side === "seeker"}
      end={on.registered ? undefined : <b>{said}</b>}
    >
      <Who
        {...avatarOf({ organisation: party.kind === "citizen" ? null : party.name, shownName: party.name, partyKind: party.kind }, lang)}
        name={party.name}
        line={t(`party.${party.kind}`)}
        small
      />
    </Card>
  );
}

/** What can be done now. What one is waited for is filled, and a message never is. */
function Actions({ on, lang }: { on: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const to = { reference: on.reference };
  const due: [boolean, string, string][] = [
    [on.may.accept, paths.reply(lang, to), t("do.reply")],
    [on.may["tell-outcome"], paths.outcome(lang, to), t("do.outcome")],
    [on.may.agree, paths.agree(lang, to), t("do.agree")],
    [on.may.resolve && on.exchange === "disputed", paths.resolve(lang, to), t("do.resolve")],
    [on.may.replyFor.length > 0, paths.replyFor(lang, to), t("do.reply-for")],
    [on.mine !== undefined && on.may.thank, paths.thank(lang, to), t("do.thank")],
    [on.mine !== undefined && isOver(on), elsewhere(on, lang), t("do.ask-another")],
  ];
  const also: [boolean, string, string][] = [
    [on.may.write, paths.message(lang, to), t("do.write")],
    [on.may.withdraw, paths.withdrawIntroduction(lang, to), t("do.withdraw")],
    [on.may["give-up"] && !on.registered, paths.giveUp(lang, to), t("do.give-up")],
  ];
  const [first, ...rest] = due.filter(([may]) => may);
  const others = [...rest, ...also.filter(([may]) => may)];
  if (!first && others.length === 0) return null;
  return (
    <div class="buttons">
      {first && <ButtonLink href={first[1]}>{first[2]}</ButtonLink>}
      {others.map(([, href, text], at) => (
        <ButtonLink kind={at === 0 ? "secondary" : "quiet"} href={href}>
          {text}
        </ButtonLink>
      ))}
    </div>
  );
}

/** Whom else one can ask: those who may fit one's own post, or the list. */
function elsewhere({ mine, offer, need }: Told, lang: Visit["lang"]): string {
  const own = mine === "giver" ? offer : need;
  return own === null ? paths.list(lang) : `${paths.post(lang, own)}#fits`;
}

function Contact({ on: { contact, own, mine, giver, seeker }, lang }: { on: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  if (!contact || mine === undefined) return null;
  const other = otherSide(mine) === "giver" ? giver : seeker;
  return (
    <section class="stack-s" aria-labelledby="contact">
      <h2 id="contact">{t("introduction.contact", { name: other.name })}</h2>
      <Facts
        facts={[
          { term: t("contact.name"), fact: contact.name },
          ...(contact.email === null ? [] : [{ term: t("contact.email"), fact: <a href={`mailto:${contact.email}`}>{contact.email}</a> }]),
          ...(contact.phone === null
            ? []
            : [{ term: t("contact.phone"), fact: <a href={`tel:${contact.phone.replaceAll(" ", "")}`}>{contact.phone}</a> }]),
        ]}
      />
      {own && <p class="small quiet">{t("introduction.own", { what: [own.email, own.phone].filter((one) => one !== null).join(", ") })}</p>}
    </section>
  );
}

function Messages({ on, visit: { lang, now } }: { on: Told; visit: Visit }) {
  const t = texts(lang);
  if (on.messages.length === 0) return null;
  const nameOf = (side: Side | "broker"): string =>
    side === on.mine ? t("message.you") : side === "broker" ? firstNameOf(on.broker ?? t("introduction.broker")) : on[side].name;
  return (
    <section class="stack" aria-labelledby="messages">
      <h2 id="messages">{t("introduction.messages")}</h2>
      <ul class="plain stack">
        {on.messages.map(({ side, text, at }) => (
          <li>
            <p class="small quiet">
              <b>{nameOf(side)}</b> · {sayDay(at, lang, now)}
            </p>
            <Paragraphs text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Thanks({ on, lang }: { on: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const said = (["seeker", "giver"] as const).filter((side) => on.thanks[side] !== undefined);
  if (said.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="thanks">
      <h2 id="thanks">{t("introduction.thanks")}</h2>
      {said.map((side) => (
        <Quote by={on[side].name}>
          <p>{on.thanks[side]?.text}</p>
        </Quote>
      ))}
    </section>
  );
}

/** What a broker sees and can do: whom to call, and the log. */
function Broker({ on, visit: { lang, now } }: { on: Told; visit: Visit }) {
  const t = texts(lang);
  const to = { reference: on.reference };
  return (
    <Box>
      <h2 class="minor-title">{t("own.title.broker")}</h2>
      {on.may.resolve && on.exchange !== "disputed" && (
        <p class="small">
          <a href={paths.resolve(lang, to)}>{t("do.resolve")}</a>
        </p>
      )}
      {on.log.length > 0 && (
        <>
          <h3 class="minor-title">{t("log.title")}</h3>
          <ul class="plain stack-s small">
            {on.log.map((entry) => (
              <li>
                <b>{t(`why.${entry.why}`)}</b>{" "}
                {entry.doneAt === null ? (
                  <>
                    {t("log.by", { day: sayDay(entry.dueOn, lang, now) })}{" "}
                    <a href={`${paths.followUp(lang, to)}?why=${entry.why}`}>{t("log.do")}</a>
                  </>
                ) : entry.note === overNote ? (
                  t("log.over", { day: sayDay(entry.doneAt, lang, now) })
                ) : (
                  t("log.done", { day: sayDay(entry.doneAt, lang, now), note: entry.note ?? "", who: firstNameOf(entry.who ?? "–") })
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Box>
  );
}

const newsOf = [
  "introduced",
  "brokered",
  "replied",
  "wrote",
  "agreed",
  "ended",
  "told",
  "thanked",
  "resolved",
  "followed-up",
  "registered",
] as const;
