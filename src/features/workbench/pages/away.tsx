// SPDX-License-Identifier: EUPL-1.2
import { Notice } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { paths } from "../paths.ts";
import type { Mine } from "../queries.ts";
import { texts } from "../texts.ts";
import { allOf } from "./narrow.tsx";

/** Who answers in one's areas today, where it is not as usual or not oneself. */
export function AwayNotices({ desk, visit: { lang, now, actor } }: { desk: Mine; visit: Visit }) {
  const t = texts(lang);
  const me = personOf(actor)?.name;
  const { mine, others } = desk.away;
  const standingIn = mine.filter(({ away }) => away);
  const iAmAway = others.filter(({ away }) => away && away.name === me);
  const usual = others.filter((one) => !iAmAway.includes(one));
  if (desk.tab !== "answer" || standingIn.length + others.length === 0) return null;
  const nameOf = ({ area }: (typeof others)[number]): string => (lang === "da" ? area.name : area.nameEn);
  const link = <a href={allOf(desk, lang)}>{t("others.show", { count: desk.others })}</a>;
  return (
    <Notice>
      {standingIn.map((one) => (
        <p>
          {t("away.you-answer", {
            away: firstNameOf(one.away?.name ?? ""),
            day: sayDay(one.away?.until ?? now, lang, now),
            area: nameOf(one),
          })}
        </p>
      ))}
      {iAmAway.map((one) => (
        <p>
          {t("away.you-are", { day: sayDay(one.away?.until ?? now, lang, now), name: firstNameOf(one.who.name), area: nameOf(one) })}{" "}
          <a href={paths.absence(lang)}>{t("away.change")}</a>
        </p>
      ))}
      {usual.length > 0 && (
        <p>{usual.map((one) => t("others.answer", { name: firstNameOf(one.who.name), area: nameOf(one) })).join(" ")}</p>
      )}
      {desk.others > 0 && desk.whose !== "all" && <p>{link}</p>}
    </Notice>
  );
}
