// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, Columns, Comment, Avatar, Notice, PageHead, Radios, TextArea } from "#design/index.ts";
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { peoplePaths } from "#features/people/index.ts";
import type { Mode, NameChoice, Stand } from "../comment.ts";
import { paths } from "../paths.ts";
import type { beforeCommenting, beforeCorrecting, beforeReplying } from "../queries-comment.ts";
import type { Followed } from "../store.ts";
import { texts } from "../texts.ts";
import { nameOf, roleWords } from "./conversation.tsx";
import { Back } from "./tie.tsx";

type Answer<Q extends { answer(...given: never[]): unknown }> = Awaited<ReturnType<Q["answer"]>>;
type Before = Answer<typeof beforeCommenting>;
type Replying = Answer<typeof beforeReplying>;
type Correcting = Answer<typeof beforeCorrecting>;

/** Says something under a thing. */
export function WritePage({ thing, mode, stands, ...voice }: Before, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const lead = t(mode === "build" ? "write.lead-build" : "write.lead");
  return sheet(
    { title: t("write.title", { title: thing.title }), lead, thing, href },
    visit,
    <Form visit={visit} thing={thing} href={href} {...voice}>
      <Stands visit={visit} mode={mode} stands={stands} />
    </Form>,
  );
}

/** Answers a comment, which stands above the form. */
export function ReplyPage({ thing, to, not, ...voice }: Replying, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const name = nameOf({ name: to.shownName, role: roleOf(to.role), text: to.text }, visit.lang);
  const main =
    not === undefined ? (
      <>
        <ul class="plain">
          <Comment
            avatar={<Avatar initials={initialsOf(name)} />}
            name={name}
            line={roleWords({ role: roleOf(to.role), area: null }, visit.lang) ?? ""}
          >
            <p class="talk-text">{to.text}</p>
          </Comment>
        </ul>
        <Form visit={visit} thing={thing} href={href} isReply {...voice} />
      </>
    ) : (
      <Gone code={not} visit={visit} thing={thing} href={href} />
    );
  return sheet({ title: t("reply.title", { name }), lead: t("reply.lead", { title: thing.title }), thing, href }, visit, main);
}

/** Mends one's own words, or leads to taking them back. */
export function CorrectPage({ thing, one, not, gone }: Correcting, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const main =
    not === undefined ? (
      <FormOf visit={visit} class="stack-m">
        <Gently visit={visit} />
        <TextArea {...field("text", one.text ?? "")} label={t("write.text")} rows={6} maxlength={2000} required />
        <Send visit={visit} label={t("correct.send")} />
      </FormOf>
    ) : (
      <Gone code={not} visit={visit} thing={thing} href={href} />
    );
  return sheet(
    { title: t("correct.title"), lead: t("correct.lead"), thing, href },
    visit,
    <>
      {main}
      {gone === undefined && (
        <p>
          <a href={paths.takeBack(visit.lang, one)}>{t("take-back.title")}</a>
        </p>
      )}
    </>,
  );
}

export function TakeBackPage({ thing, one, gone }: Correcting, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const main =
    gone === undefined ? (
      <FormOf visit={visit} class="stack-m">
        <FormErrors visit={visit} say={t} />
        <p class="talk-text talk-quoted">{one.text}</p>
        <Button>{t("take-back.press")}</Button>
      </FormOf>
    ) : (
      <Gone code={gone} visit={visit} thing={thing} href={href} />
    );
  return sheet({ title: t("take-back.title"), lead: t("take-back.lead"), thing, href }, visit, main, false);
}

type Head = { title: string; lead: string; thing: Followed; href: string | undefined };

const sheet = ({ title, lead, thing, href }: Head, visit: Visit, main: preact.ComponentChildren, rules = true): Sheet => ({
  title,
  hidden: true,
  crumbs: href === undefined ? [] : [{ href, text: thing.title }],
  body: (
    <div class="page">
      <PageHead title={title} lead={lead} />
      <Columns main={<div class="stack-m">{main}</div>} aside={rules ? <Rules visit={visit} /> : <span />} />
    </div>
  ),
});

/** Five lines on how we talk here. */
function Rules({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <Box>
      <h2 class="minor-title">{t("rules.title")}</h2>
      <ul class="plain stack-s">
        {([1, 2, 3, 4, 5] as const).map((at) => (
          <li>{t(`rules.${at}`)}</li>
        ))}
      </ul>
    </Box>
  );
}

type Voice = { name: string | undefined; names: readonly NameChoice[]; role: string | undefined };

function Form({
  visit,
  thing,
  href,
  isReply = false,
  children,
  ...voice
}: Voice & { visit: Visit; thing: Followed; href: string | undefined; isReply?: boolean; children?: preact.ComponentChildren }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  if (voice.name === undefined) return <LogIn visit={visit} thing={thing} href={href} />;
  return (
    <FormOf visit={visit} class="stack-m">
      <Gently visit={visit} />
      {children}
      <TextArea {...field("text")} label={t(isReply ? "reply.text" : "write.text")} rows={6} maxlength={2000} required />
      <Names visit={visit} {...voice} />
      <Send visit={visit} label={t(isReply ? "reply.send" : "write.send")} />
    </FormOf>
  );
}

function Stands({ visit, mode, stands }: { visit: Visit; mode: Mode; stands: readonly Stand[] }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const { value, ...rest } = field("stand");
  return (
    <Radios
      {...rest}
      value={value}
      lying
      label={t("write.stand")}
      choices={[
        ...stands.map((stand) => ({
          value: stand,
          text: t(stand === "for" && mode === "build" ? "stand.build" : `stand.choose-${stand}`),
        })),
        { value: "", text: t("stand.choose-none") },
      ]}
    />
  );
}

function Names({ visit, name = "", names, role }: Voice & { visit: Visit }) {
  const t = texts(visit.lang);
  const { value, ...rest } = fieldsOf(visit, t)("name", "own");
  const words = { own: name, first: firstNameOf(name), citizen: t("a-citizen") };
  return (
    <Radios
      {...rest}
      value={value}
      lying
      label={t("write.name")}
      {...(role === undefined ? {} : { hint: t("write.role", { role: t(`role.${roleOf(role) ?? "employee"}`) }) })}
      choices={names.filter((one) => one !== "first" || words.first !== words.own).map((one) => ({ value: one, text: words[one] }))}
    />
  );
}

/** Shown back once: it may be changed, and it may be sent as it is. */
function Gently({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  if (visit.refused !== "harsh") return <FormErrors visit={visit} say={t} />;
  return (
    <Notice announce>
      <p>
        <b>{t("harsh.title")}</b>
      </p>
      <p>{t("harsh.text")}</p>
    </Notice>
  );
}

const Send = ({ visit, label }: { visit: Visit; label: string }) => (
  <div class="buttons">
    <Button icon="message-circle">{label}</Button>
    {visit.refused === "harsh" && (
      <Button kind="secondary" name="asItIs" value="yes">
        {texts(visit.lang)("harsh.send")}
      </Button>
    )}
  </div>
);

/** Writing takes a name; the way to log in comes back here. */
function LogIn({ visit, thing, href }: { visit: Visit; thing: Followed; href: string | undefined }) {
  const t = texts(visit.lang);
  const back = encodeURIComponent(inLanguage(visit.path, visit.lang));
  return (
    <>
      <p class="measure">{t("log-in.why")}</p>
      <p>
        <ButtonLink icon="log-in" href={`${peoplePaths.logIn(visit.lang)}?tilbage=${back}`}>
          {t("log-in.go")}
        </ButtonLink>
      </p>
      <Back thing={thing} href={href} visit={visit} />
    </>
  );
}

function Gone({ code, visit, thing, href }: { code: string; visit: Visit; thing: Followed; href: string | undefined }) {
  const t = texts(visit.lang);
  return (
    <>
      <Notice>
        <p>{t.maybe(`refused.${code}`)}</p>
      </Notice>
      <Back thing={thing} href={href} visit={visit} />
    </>
  );
}

const roles = ["contact-person", "deputy", "committee-member", "council-member", "secretariat", "employee"] as const;
const roleOf = (value: string | null | undefined) => roles.find((role) => role === value) ?? null;
