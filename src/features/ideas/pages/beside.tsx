// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Notice, Who } from "#design/index.ts";
import { LinkedThings, needFor } from "#platform/links/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { StandBy } from "#features/dialogue/index.ts";
import { areaName } from "../idea-words.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import type { Told } from "../thread-steps.ts";

/** What can be done here, by whom, and who is behind it. */
export function Beside({ idea, visit: { lang, now } }: { idea: Told; visit: Visit }) {
  const t = texts(lang);
  const to = { reference: idea.reference };
  return (
    <>
      {idea.asked && (
        <Box>
          <div class="stack-s">
            <h2 class="minor-title">{t("inbox.asked.title")}</h2>
            <ButtonLink kind={idea.keeps ? "secondary" : "primary"} wide icon="message-circle" href={paths.asked(lang, to)}>
              {t("inbox.asked")}
            </ButtonLink>
          </div>
        </Box>
      )}
      {idea.mergeAsked && idea.merge && (
        <Box>
          <div class="stack-s">
            <h2 class="minor-title">{t("merge.asked.title")}</h2>
            <p>{t("merge.asked", { whole: idea.merge.whole.title, day: sayDay(idea.merge.lapsesOn, lang, now) })}</p>
            <ButtonLink kind={idea.keeps ? "secondary" : "primary"} wide href={paths.mergeReply(lang, to)}>
              {t("merge.asked.button")}
            </ButtonLink>
          </div>
        </Box>
      )}
      {idea.merge && !idea.mergeAsked && (
        <Notice>
          <p>{t("merge.waits", { whole: idea.merge.whole.title, day: sayDay(idea.merge.lapsesOn, lang, now) })}</p>
        </Notice>
      )}
      {idea.keeps && <Inbox idea={idea} lang={lang} />}
      {idea.inside && (
        <p class="small">
          <a href={paths.case(lang, to)}>{t("inbox.case")}</a>
        </p>
      )}
      {idea.public && <StandBy thing={to} standing={idea} lang={lang} quiet={idea.keeps || idea.asked || idea.mergeAsked} />}
      <Box>
        <h2 class="hidden-text">{t("contact.title")}</h2>
        <Who
          name={idea.contact}
          initials={initialsOf(idea.contact)}
          employee
          line={t(idea.away ? "contact.line.deputy" : "contact.line", { area: areaName(idea.area, lang) })}
        />
        {!idea.over && (
          <p class="small">
            {idea.away
              ? t("contact.text.away", {
                  name: firstNameOf(idea.contact),
                  away: firstNameOf(idea.away.name),
                  day: sayDay(idea.away.until, lang, now),
                })
              : t("contact.text", { name: firstNameOf(idea.contact) })}
          </p>
        )}
        {idea.concerns.length > 0 && (
          <p class="small">{t("idea.concerns", { areas: idea.concerns.map((area) => areaName(area, lang)).join(", ") })}</p>
        )}
      </Box>
      <LinkedThings groups={idea.links} lang={lang} />
      {idea.mayNeed && (
        <p class="small">
          {t("idea.need")} <a href={needFor(lang, idea.reference)}>{t("idea.need.link")}</a>
        </p>
      )}
      {idea.mine && !idea.over && idea.status !== "withdrawn" && (
        <div class="stack-s">
          {idea.public && (
            <ButtonLink kind="secondary" wide icon="pencil" href={paths.edit(lang, to)}>
              {t("idea.edit")}
            </ButtonLink>
          )}
          {idea.public && (
            <p class="small">
              <a href={paths.pictures(lang, to)}>{t("idea.pictures", { count: idea.pictures.length })}</a>
            </p>
          )}
          <p class="small">
            <a href={paths.withdraw(lang, to)}>{t("idea.withdraw")}</a>
          </p>
        </div>
      )}
      {idea.public && !idea.mine && (
        <div class="stack-s">
          <ButtonLink kind="secondary" wide icon="repeat" href={paths.variant(lang, to)}>
            {t("idea.fork")}
          </ButtonLink>
          <p class="small quiet">{t("idea.fork.hint")}</p>
        </div>
      )}
      {idea.public && idea.loggedIn && !idea.over && !idea.merge && (!idea.keeps || idea.owned) && (
        <p class="small">
          <a href={paths.merge(lang, to)}>{t(idea.mine || idea.inbox ? "merge.propose" : "merge.propose.into-mine")}</a>
        </p>
      )}
      {idea.claimable && !idea.keeps && (
        <p class="small">
          <a href={paths.claim(lang)}>{t("idea.is-it-yours")}</a>
        </p>
      )}
    </>
  );
}

/** What who keeps the inbox can do here, one filled button. */
function Inbox({ idea, lang }: { idea: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const to = { reference: idea.reference };
  const open = !idea.over && idea.status !== "withdrawn" && idea.status !== "not-let-through";
  return (
    <Box>
      <div class="stack-s">
        <h2 class="minor-title">{t("inbox.title")}</h2>
        {idea.phone && (
          <p>
            {t.rich("inbox.call", {
              phone: idea.phone.replaceAll(" ", "\u00a0"),
              a: (children) => <a href={`tel:${idea.phone?.replace(/\s/g, "") ?? ""}`}>{children}</a>,
            })}
          </p>
        )}
        {idea.status === "held" && (
          <ButtonLink wide icon="eye" href={paths.look(lang, to)}>
            {t("inbox.look")}
          </ButtonLink>
        )}
        {open && idea.public && idea.inbox && (
          <ButtonLink wide icon="message-circle" href={paths.answer(lang, to)}>
            {t("inbox.answer")}
          </ButtonLink>
        )}
        {open && idea.public && idea.inbox && !idea.acknowledged && idea.standing === "waiting" && (
          <ButtonLink kind="secondary" wide icon="check" href={paths.acknowledge(lang, to)}>
            {t("inbox.acknowledge")}
          </ButtonLink>
        )}
        {open && (
          <ButtonLink kind="quiet" icon="repeat" href={paths.handOver(lang, to)}>
            {t("inbox.move")}
          </ButtonLink>
        )}
        {open && (
          <ButtonLink kind="quiet" icon="users" href={paths.concerns(lang, to)}>
            {t("inbox.concerns")}
          </ButtonLink>
        )}
        {!open && <p class="small quiet">{t("inbox.nothing")}</p>}
      </div>
    </Box>
  );
}
