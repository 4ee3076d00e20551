// SPDX-License-Identifier: EUPL-1.2
import { Empty, Facts, ListItem, PageHead, Rows, Section, StatusLine, type StatusSign } from "#design/index.ts";
import { sayMoment } from "#platform/clock/say-dates.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Mail } from "./store.ts";
import { texts } from "./texts.ts";

type Shown = Pick<Mail, "id" | "recipient" | "subject" | "created_at" | "sent_at" | "failed_at" | "attempts">;

export function DevMailList(mails: Shown[], visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("list.title"),
    hidden: true,
    body: (
      <div class="page stack-l">
        <PageHead title={t("list.title")} lead={t("list.lead")} />
        {mails.length === 0 ? (
          <Empty title={t("list.empty.title")}>{t("list.empty.text")}</Empty>
        ) : (
          <section aria-label={t("list.rows")}>
            <Rows>
              {mails.map((mail) => (
                <ListItem
                  title={mail.subject || t("mail.emptied.title")}
                  href={inLanguage(`/dev/mail/${mail.id}`, visit.lang)}
                  level={2}
                  weave="twill"
                  meta={[{ icon: "mail", text: mail.recipient }]}
                  status={<State mail={mail} visit={visit} />}
                />
              ))}
            </Rows>
          </section>
        )}
      </div>
    ),
  };
}

export function DevMailPage(mail: Mail, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const title = mail.subject || t("mail.emptied.title");
  const facts = [
    { term: t("mail.to"), fact: mail.recipient },
    { term: t("mail.written"), fact: sayMoment(mail.created_at, visit.lang, visit.now) },
    ...(mail.unsubscribe ? [{ term: t("mail.unsubscribe"), fact: <a href={mail.unsubscribe}>{mail.unsubscribe}</a> }] : []),
  ];
  return {
    title,
    hidden: true,
    crumbs: [{ href: inLanguage("/dev/mail", visit.lang), text: t("crumbs.list") }],
    body: (
      <>
        <div class="page stack-l">
          <PageHead title={title} status={<State mail={mail} visit={visit} />} />
          <Facts facts={facts} />
        </div>
        {mail.emptied_at ? (
          <Section id="plain" title={t("mail.emptied.title")}>
            <p>{t("mail.emptied.text")}</p>
          </Section>
        ) : (
          <>
            <Section id="plain" title={t("mail.plain")}>
              <div class="narrow stack">
                <Plain text={mail.plain} />
              </div>
            </Section>
            <Section id="html" title={t("mail.html")} lead={t("mail.html.text")}>
              <section class="table-frame" tabindex={0} aria-label={t("mail.html.label")}>
                <pre class="small">{mail.html}</pre>
              </section>
            </Section>
          </>
        )}
      </>
    ),
  };
}

function State({ mail, visit }: { mail: Shown; visit: Visit }) {
  const t = texts(visit.lang);
  const when = sayMoment(mail.sent_at ?? mail.failed_at ?? mail.created_at, visit.lang, visit.now);
  const tries = mail.attempts > 1 ? ` · ${t("state.tries", { tries: mail.attempts })}` : "";
  const [sign, key]: [StatusSign, "sent" | "failed" | "waiting"] = mail.sent_at
    ? ["done", "sent"]
    : mail.failed_at
      ? ["no", "failed"]
      : ["waiting", "waiting"];
  return <StatusLine sign={sign} words={t(`state.${key}`)} after={`${when}${tries}`} />;
}

/** The plain text with its lines as they are, and whole addresses as links. */
const Plain = ({ text }: { text: string }) => (
  <>
    {text
      .trim()
      .split(/\n{2,}/)
      .map((part) => (
        <p>{part.split("\n").map((row, index) => [index > 0 && <br />, ...withLinks(row)])}</p>
      ))}
  </>
);

const withLinks = (row: string) =>
  row.split(/(https?:\/\/\S+)/).map((piece) => (/^https?:\/\//.test(piece) ? <a href={piece}>{piece}</a> : piece));
