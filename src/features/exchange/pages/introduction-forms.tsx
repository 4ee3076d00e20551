// SPDX-License-Identifier: EUPL-1.2
import { Check, Field, Radios, Select, TextArea } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import { questionSheet, type Question } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { FeedbackFields } from "#features/feedback/index.ts";
import { otherSide } from "../introduction.ts";
import { paths } from "../paths.ts";
import type { beforeBrokeringIntroduction } from "../queries-introduction.ts";
import type { ShownIntroduction } from "../shown-introduction.ts";
import { isWhy } from "../store-follow-up.ts";
import { texts } from "../texts.ts";
import { ContactFields } from "./introduce.tsx";
import { crumbs, Paragraphs } from "./parts.tsx";

/** Yes or no, and with a yes how one wants to be reached. */
export const ReplyPage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const other = on.mine === undefined ? undefined : on[otherSide(on.mine)];
  return asked(on, visit, {
    title: t("reply.title", { name: other?.name ?? "" }),
    lead: t("reply.lead"),
    button: t("reply.button"),
    fields: (
      <>
        <Radios
          {...field("yes")}
          label={t("reply.field")}
          choices={[
            { value: "yes", text: t("reply.yes"), hint: t("reply.hint.yes") },
            { value: "no", text: t("reply.no"), hint: t("reply.hint.no") },
          ]}
        />
        <ContactFields visit={visit} />
        <TextArea {...field("reason")} label={t("reply.reason")} optional={t("only-no")} hint={t("reply.hint.reason")} rows={3} />
      </>
    ),
  });
};

/** What somebody said on the telephone. */
export const ReplyForPage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return asked(on, visit, {
    title: t("reply-for.title"),
    lead: t("reply-for.lead"),
    button: t("reply-for.button"),
    fields: (
      <>
        <Radios
          {...field("side", on.may.replyFor[0] ?? "")}
          label={t("reply-for.side")}
          choices={on.may.replyFor.map((side) => ({ value: side, text: on[side].name }))}
        />
        <Radios
          {...field("yes")}
          label={t("reply-for.field")}
          choices={[
            { value: "yes", text: t("reply.yes") },
            { value: "no", text: t("reply.no") },
          ]}
        />
        <Field {...field("phone")} type="tel" label={t("reply-for.phone")} hint={t("reply-for.hint.phone")} maxlength={20} short />
        <Field {...field("email")} type="email" label={t("contact.email")} optional={t("optional")} />
        <Field {...field("shareName")} label={t("share.name")} optional={t("optional")} maxlength={120} />
        <TextArea {...field("reason")} label={t("reply.reason")} optional={t("only-no")} rows={3} />
      </>
    ),
  });
};

export const WithdrawIntroductionPage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return asked(on, visit, { title: t("undo.title"), lead: t("undo.lead"), button: t("undo.button") });
};

export const MessagePage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return asked(on, visit, {
    title: t("message.title"),
    lead: t("message.lead"),
    button: t("message.button"),
    fields: <TextArea {...fieldsOf(visit, t)("text")} label={t("message.field")} rows={5} required />,
  });
};

export const AgreePage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return asked(on, visit, {
    title: t("agree.title"),
    lead: t("agree.lead"),
    button: t("agree.button"),
    fields: (
      <>
        <TextArea {...field("what")} label={t("agree.what")} hint={t("agree.hint.what")} rows={3} required />
        <Field {...field("onDay")} type="date" label={t("agree.day")} hint={t("agree.hint.day")} short required />
      </>
    ),
  });
};

export const GiveUpPage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return asked(on, visit, {
    title: t("give-up.title"),
    lead: t("give-up.lead"),
    button: t("give-up.button"),
    fields: <TextArea {...fieldsOf(visit, t)("reason")} label={t("give-up.reason")} hint={t("reply.hint.reason")} rows={3} required />,
  });
};

/** Whether it came about, how it went, and thanks if one likes: one page. */
export const OutcomePage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return asked(on, visit, {
    title: t("outcome.title"),
    lead: on.what ?? t("outcome.lead"),
    button: t("outcome.button"),
    fields: (
      <>
        <Radios
          {...field("happened")}
          label={t("outcome.happened")}
          choices={[
            { value: "yes", text: t("outcome.yes") },
            { value: "no", text: t("outcome.no") },
          ]}
        />
        <Field
          {...field("hours")}
          label={t("outcome.hours")}
          hint={t("outcome.hint.hours")}
          optional={t("optional")}
          inputmode="decimal"
          short
        />
        <FeedbackFields visit={visit} hint={t("outcome.hint.line")} />
        {on.mine !== undefined && on.thanks[on.mine] === undefined && (
          <>
            <TextArea {...field("thanks")} label={t("thank.field")} optional={t("optional")} hint={t("thank.hint")} rows={3} />
            <Check name="thanksPublic" checked={visit.values["thanksPublic"] !== undefined} text={t("thank.public")} />
          </>
        )}
      </>
    ),
  });
};

export const ThankPage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return asked(on, visit, {
    title: t("thank.title"),
    lead: t("thank.lead"),
    button: t("thank.button"),
    fields: (
      <>
        <TextArea {...fieldsOf(visit, t)("text")} label={t("thank.field")} rows={3} required />
        <Check name="public" checked={visit.values["public"] !== undefined} text={t("thank.public")} />
      </>
    ),
  });
};

export const ResolvePage = (on: ShownIntroduction, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return asked(on, visit, {
    title: t("resolve.title"),
    lead: t("resolve.lead"),
    button: t("resolve.button"),
    fields: (
      <>
        <Radios
          {...field("happened")}
          label={t("resolve.happened")}
          choices={[
            { value: "yes", text: t("outcome.yes") },
            { value: "no", text: t("outcome.no") },
          ]}
        />
        <TextArea {...field("note")} label={t("resolve.note")} rows={3} required />
      </>
    ),
  });
};

export const FollowUpPage = (on: Awaited<ReturnType<typeof beforeBrokeringIntroduction.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const open = on.log.filter(({ doneAt }) => doneAt === null);
  const chosen = visit.asked["why"];
  return asked(on, visit, {
    title: t("follow-up.title"),
    lead: t("follow-up.lead"),
    button: open.length === 0 ? undefined : t("follow-up.button"),
    fields: (
      <>
        <Select
          {...field("why", isWhy(chosen) ? chosen : (open[0]?.why ?? ""))}
          label={t("follow-up.why")}
          options={open.map(({ why }) => ({ value: why, text: t(`why.${why}`) }))}
        />
        <TextArea {...field("note")} label={t("follow-up.note")} hint={t("follow-up.hint")} rows={3} required />
      </>
    ),
  });
};

/** One question about one introduction: the greeting beside it, one button, and a way back. */
function asked(on: ShownIntroduction, visit: Visit, question: Question): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const names = t("introduction.title", { giver: on.giver.name, seeker: on.seeker.name });
  return questionSheet(visit, question, {
    section: "exchange",
    crumbs: [...crumbs(lang), { href: paths.introduction(lang, on), text: names }],
    say: t,
    about: { title: on.need?.title ?? on.offer?.title ?? names, children: <Paragraphs text={on.greeting} /> },
    back: { href: paths.introduction(lang, on), text: t("introduction.back") },
  });
}
