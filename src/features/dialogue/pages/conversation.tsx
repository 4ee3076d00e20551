// SPDX-License-Identifier: EUPL-1.2
import { Avatar, ButtonLink, Comment, More, StandMark } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { anchorOf, paths } from "../paths.ts";
import type { Conversation, Said, SaidThread, Tally } from "../store-talk.ts";
import { texts } from "../texts.ts";

/** What people say under a thing, for the page of a thing of whatever kind: heading, the first threads, and the way to write. */
export function Talk({
  thing,
  conversation,
  visit,
}: {
  thing: { reference: string };
  conversation: Conversation;
  visit: Pick<Visit, "lang" | "now">;
}) {
  const { lang } = visit;
  const t = texts(lang);
  const { tally, threads, next } = conversation;
  return (
    <section class="stack talk-section" aria-labelledby="samtale">
      <div class="spread">
        <h2 id="samtale">{t("talk.title", { count: tally.comments })}</h2>
        <Weighed tally={tally} lang={lang} />
      </div>
      {threads.length === 0 ? <p class="measure">{t("talk.none")}</p> : <Threads threads={threads} visit={visit} />}
      {next !== undefined && (
        <p>
          <More href={`${paths.conversation(lang, thing)}?after=${next}`}>{t("talk.more")}</More>
        </p>
      )}
      <p>
        <ButtonLink kind="secondary" icon="message-circle" href={paths.write(lang, thing)}>
          {t("talk.write")}
        </ButtonLink>
      </p>
    </section>
  );
}

/** "7 for · 2 imod · 3 spørgsmål". */
export function Weighed({ tally, lang }: { tally: Tally; lang: Lang }) {
  const t = texts(lang);
  const parts = [
    tally.for > 0 && t("talk.for", { count: tally.for }),
    tally.against > 0 && t("talk.against", { count: tally.against }),
    tally.questions > 0 && t("talk.questions", { count: tally.questions }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : <p class="small quiet">{parts.join(" · ")}</p>;
}

export const Threads = ({ threads, visit }: { threads: SaidThread[]; visit: Pick<Visit, "lang" | "now"> }) => (
  <ul class="plain talk-list">
    {threads.map((thread) => (
      <One
        said={thread}
        visit={visit}
        replies={thread.replies.length === 0 ? undefined : thread.replies.map((said) => <One said={said} visit={visit} small />)}
      />
    ))}
  </ul>
);

type OneProps = { said: Said; visit: Pick<Visit, "lang" | "now">; small?: boolean; replies?: preact.ComponentChildren };

function One({ said, visit: { lang, now }, small, replies }: OneProps) {
  const t = texts(lang);
  const name = nameOf(said, lang);
  const role = roleWords(said, lang);
  const day = sayDay(said.at, lang, now);
  return (
    <Comment
      id={anchorOf(said.number)}
      avatar={<Avatar initials={said.text === null ? "–" : initialsOf(name)} employee={isEmployee(said)} small={small} />}
      name={name}
      line={role === undefined ? day : `${role} · ${day}`}
      stand={said.stand === null ? undefined : <StandMark stand={said.stand}>{t(`stand.${said.stand}`)}</StandMark>}
      replies={replies}
    >
      {said.text === null ? <p class="quiet">{t("talk.taken-back")}</p> : <p class="talk-text">{said.text}</p>}
      {said.text !== null && <Below said={said} name={name} lang={lang} now={now} />}
    </Comment>
  );
}

function Below({ said, name, lang, now }: { said: Said; name: string; lang: Lang; now: Date }) {
  const t = texts(lang);
  return (
    <>
      {said.correctedAt !== null && (
        <details class="small">
          <summary>{t("talk.corrected", { day: sayDay(said.correctedAt, lang, now) })}</summary>
          {said.earlier.map((text) => (
            <p class="talk-text quiet">{text}</p>
          ))}
        </details>
      )}
      <p class="small talk-do">
        <a href={paths.reply(lang, said)}>
          {t("talk.reply")} <span class="hidden-text">{name}</span>
        </a>
        {said.mine && <a href={paths.correct(lang, said)}>{t("talk.mine")}</a>}
      </p>
    </>
  );
}

/** The name that was chosen; who speaks for the municipality is never "a citizen", also when the name is gone. */
export function nameOf({ name, role, text }: Pick<Said, "name" | "role" | "text">, lang: Lang): string {
  const t = texts(lang);
  if (text === null) return t("talk.somebody");
  return name ?? t(role === null ? "a-citizen" : "an-employee");
}

/** "kontaktperson, Miljø og Teknik". */
export function roleWords({ role, area }: Pick<Said, "role" | "area">, lang: Lang): string | undefined {
  if (role === null) return undefined;
  const words = texts(lang)(`role.${role}`);
  return area === null ? words : `${words}, ${lang === "da" ? area.name : area.nameEn}`;
}

const isEmployee = ({ role }: Said): boolean => role !== null && role !== "committee-member" && role !== "council-member";
