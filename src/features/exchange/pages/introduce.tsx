// SPDX-License-Identifier: EUPL-1.2
import { Check, Field, Radios, Select, TextArea } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { paths } from "../paths.ts";
import { partyName } from "../post-words.ts";
import type { beforeBringingTogether, beforeIntroducing } from "../queries-introduction.ts";
import { texts } from "../texts.ts";
import { small } from "./handle.tsx";
import { Paragraphs, PostStatus } from "./parts.tsx";

/** Answering a post: a greeting, how one wants to be reached, and which way. */
export function IntroducePage(post: Awaited<ReturnType<typeof beforeIntroducing.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const name = partyName({ organisation: post.organisation?.name ?? null, shownName: post.shownName }, lang);
  return small(post, visit, {
    title: t("introduce.title", { name }),
    lead: t("introduce.lead"),
    button: t("introduce.send"),
    fields: (
      <>
        {post.own.length > 0 && (
          <Select
            {...field("from", post.from ?? "")}
            label={t(`introduce.from.${post.kind}`)}
            options={[
              { value: "", text: t("introduce.from.none") },
              ...post.own.map(({ reference, title }) => ({ value: reference, text: title })),
            ]}
          />
        )}
        {post.organisations.length > 0 && (
          <Select
            {...field("organisation", "")}
            label={t("write.field.organisation")}
            hint={post.own.length > 0 ? t("introduce.hint.organisation") : undefined}
            options={[
              { value: "", text: t("write.myself") },
              ...post.organisations.map(({ slug, name: of }) => ({ value: slug, text: of })),
            ]}
          />
        )}
        <TextArea
          {...field("greeting")}
          label={t("introduce.greeting")}
          hint={t(`introduce.hint.greeting.${post.kind}`)}
          rows={5}
          required
        />
        {post.left !== undefined && post.left > 1 && (
          <Field {...field("quantity", "1")} label={t(`introduce.quantity.${post.kind}`, { left: post.left })} inputmode="numeric" short />
        )}
        <ContactFields visit={visit} />
        {post.routing === "direct" ? (
          <Radios
            {...field("route", "direct")}
            label={t("introduce.route")}
            choices={[
              { value: "direct", text: t("introduce.route.direct") },
              { value: "brokered", text: t("introduce.route.brokered", { name: firstNameOf(post.broker ?? visit.site.contact) }) },
            ]}
          />
        ) : (
          <p class="quiet">{t("introduce.route.only-brokered", { name: firstNameOf(post.broker ?? visit.site.contact) })}</p>
        )}
      </>
    ),
  });
}

/** How one wants to be reached, once both have said yes. */
export function ContactFields({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const email = field("shareEmail");
  const fresh = Object.keys(visit.values).length === 0;
  return (
    <fieldset class="stack-s">
      <legend>{t("share.title")}</legend>
      <p class="small quiet">{t("share.lead")}</p>
      <Check
        name="shareEmail"
        checked={fresh || visit.values["shareEmail"] !== undefined}
        text={t("share.email")}
        error={email.error}
        errorWord={email.errorWord}
      />
      <Field
        {...field("sharePhone")}
        type="tel"
        autocomplete="tel"
        label={t("share.phone")}
        optional={t("optional")}
        maxlength={20}
        short
      />
      <Field {...field("shareName", personOf(visit.actor)?.name ?? "")} autocomplete="name" label={t("share.name")} maxlength={120} />
    </fieldset>
  );
}

/** A broker brings two together, with the reason that both read. */
export function BringTogetherPage(post: Awaited<ReturnType<typeof beforeBringingTogether.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const { other, reasons } = post;
  const begun = reasons.length === 0 ? "" : [t("bring.begin"), ...reasons.map((reason) => `– ${reason}`)].join("\n");
  return small(post, visit, {
    title: t("bring.title"),
    lead: t("bring.lead"),
    button: t("bring.button"),
    fields: (
      <>
        {other === undefined && (
          <p>
            <a href={`${paths.post(visit.lang, post)}#fits`}>{t("bring.see-fits")}</a>
            {" · "}
            <a href={`${paths.list(visit.lang)}?kind=${post.kind === "offer" ? "need" : "offer"}&type=${post.type}`}>
              {t(`bring.search.${post.kind}`)}
            </a>
          </p>
        )}
        {other && (
          <section class="stack-s">
            <h2 class="minor-title">{other.title}</h2>
            <PostStatus post={other} visit={visit} />
            <Paragraphs text={other.text} />
          </section>
        )}
        <Field
          {...field("other", other?.reference ?? "")}
          label={t(`bring.other.${post.kind}`)}
          hint={t(`bring.hint.other.${post.kind}`)}
          short
          required
        />
        <TextArea {...field("greeting", begun)} label={t("bring.greeting")} hint={t("bring.hint.greeting")} rows={4} required />
        {post.left !== undefined && post.left > 1 && (
          <Field {...field("quantity", "1")} label={t(`introduce.quantity.${post.kind}`, { left: post.left })} inputmode="numeric" short />
        )}
      </>
    ),
  });
}
