// SPDX-License-Identifier: EUPL-1.2
import { Radios, Select, TextArea } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import { questionSheet, type Question } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { renewedUntil } from "../post.ts";
import type { beforeFollowingUpPost } from "../queries-desk.ts";
import type { Shown } from "../shown.ts";
import { isWhy } from "../store-follow-up.ts";
import { texts } from "../texts.ts";
import { crumbs, Paragraphs, PostStatus } from "./parts.tsx";

/** Shown before anybody else can see it. */
export const LookPage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(post, visit, {
    title: t("looking.title"),
    lead: t("looking.lead"),
    button: t("looking.button"),
    fields: (
      <>
        <Radios
          {...field("letThrough")}
          label={t("looking.field")}
          choices={[
            { value: "yes", text: t("looking.yes") },
            { value: "no", text: t("looking.no"), hint: t("looking.hint.no") },
          ]}
        />
        <TextArea {...field("reason")} label={t("looking.field.reason")} optional={t("only-no")} hint={t("looking.hint.reason")} rows={4} />
      </>
    ),
  });
};

export const RemovePage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, {
    title: t("removing.title"),
    lead: t("removing.lead"),
    button: t("removing.button"),
    fields: <TextArea {...fieldsOf(visit, t)("reason")} label={t("removing.field")} hint={t("looking.hint.reason")} rows={4} required />,
  });
};

export const PutBackPage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, { title: t("putting-back.title"), lead: t("putting-back.lead"), button: t("putting-back.button") });
};

export const PausePage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, { title: t("pausing.title"), lead: t("pausing.lead"), button: t("pausing.button") });
};

export const ResumePage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, { title: t("resuming.title"), lead: t("resuming.lead"), button: t("resuming.button") });
};

export const RenewPage = (post: Shown, visit: Visit): Sheet => {
  const { lang, now } = visit;
  const t = texts(lang);
  const day = sayDay(renewedUntil(localDayOf(now), post.expiresOn), lang, now);
  return small(post, visit, { title: t("renew.title"), lead: t("renew.lead", { title: post.title, day }), button: t("renew.button") });
};

export const FulfilPage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, { title: t(`fulfilling.title.${post.kind}`), lead: t("fulfilling.lead"), button: t("fulfilling.button") });
};

export const WithdrawPage = (post: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(post, visit, { title: t("withdrawing.title"), lead: t("withdrawing.lead"), button: t("withdrawing.button") });
};

/** What a broker did about a post that nobody answered. */
export const FollowUpPostPage = (post: Awaited<ReturnType<typeof beforeFollowingUpPost.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const open = post.log.filter(({ doneAt }) => doneAt === null);
  const asked = visit.asked["why"];
  return small(post, visit, {
    title: t("follow-up.title"),
    lead: t("follow-up.lead"),
    button: open.length === 0 ? undefined : t("follow-up.button"),
    fields: (
      <>
        <Select
          {...field("why", isWhy(asked) ? asked : (open[0]?.why ?? ""))}
          label={t("follow-up.why")}
          options={open.map(({ why }) => ({ value: why, text: t(`why.${why}`) }))}
        />
        <TextArea {...field("note")} label={t("follow-up.note")} hint={t("follow-up.hint")} rows={3} required />
      </>
    ),
  });
};

/** One question about one post: the post beside it, one button, and a way back. */
export const small = (post: Shown, visit: Visit, question: Question): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  return questionSheet(visit, question, {
    section: "exchange",
    crumbs: crumbs(lang, post),
    say: t,
    about: {
      title: post.title,
      children: (
        <>
          <PostStatus post={post} visit={visit} />
          <Paragraphs text={post.text} />
        </>
      ),
    },
    back: { href: paths.post(lang, post), text: t("back") },
  });
};
