// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Field, PageHead, Radios, Select, TextArea } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { paths } from "../paths.ts";
import { contributionTypes } from "../post.ts";
import type { beforeChanging, beforeWriting } from "../queries.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";
import { crumbs, placeOptions } from "./parts.tsx";
import { More } from "./write-more.tsx";

type Data = Awaited<ReturnType<typeof beforeWriting.answer>>;
type Places = { slug: string; name: string }[];

/** Five fields, and the rest behind one press. */
export function WritePage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { kind, like } = data;
  return {
    title: t(`write.title.${kind}`),
    description: t("write.description"),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={t(`write.title.${kind}`)} lead={t(`write.lead.${kind}`)} />
        <div class="columns">
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <input type="hidden" name="kind" value={kind} />
              {like && <input type="hidden" name="like" value={like.reference} />}
              {data.for && (
                <div id="for" class="stack-s">
                  <input type="hidden" name="for" value={data.for.reference} />
                  <p>
                    {t.rich("write.for", {
                      title: data.for.title,
                      a: (children) => (data.for?.href === undefined ? children : <a href={data.for.href}>{children}</a>),
                    })}
                  </p>
                </div>
              )}
              <Needed kind={kind} like={like} localities={data.localities} visit={visit} />
              {personOf(visit.actor) === undefined && (
                <Field
                  {...fieldsOf(visit, t)("email")}
                  type="email"
                  autocomplete="email"
                  label={t("write.field.email")}
                  optional={t("optional")}
                  hint={t("write.hint.email")}
                />
              )}
              {data.organisations.length > 0 && (
                <Radios
                  {...fieldsOf(visit, t)("organisation", like?.organisation?.slug ?? "")}
                  label={t("write.field.organisation")}
                  choices={[
                    { value: "", text: t("write.myself") },
                    ...data.organisations.map(({ slug, name }) => ({ value: slug, text: name })),
                  ]}
                />
              )}
              <More kind={kind} like={like} visit={visit} withParty />
              <p class="small quiet">{t("write.public")}</p>
              <div class="buttons">
                <Button icon="send">{t(`write.send.${kind}`)}</Button>
              </div>
            </FormOf>
          </div>
          <aside class="side">
            <Rules lang={lang} />
            <p class="small">
              <a href={`${paths.write(lang)}?slags=${kind === "offer" ? "efterlysning" : "tilbud"}`}>{t(`write.other.${kind}`)}</a>
            </p>
          </aside>
        </div>
      </div>
    ),
  };
}

/** The same words, to be changed. */
export function EditPage(post: Awaited<ReturnType<typeof beforeChanging.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("edit.title"),
    section: "exchange",
    crumbs: crumbs(lang, post),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("edit.title")} lead={t("edit.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Needed kind={post.kind} like={post} localities={post.localities} visit={visit} />
            <More kind={post.kind} like={post} visit={visit} />
            <div class="buttons">
              <Button>{t("edit.button")}</Button>
              <a href={paths.post(lang, post)}>{t("back")}</a>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}

function Needed({ kind, like, localities, visit }: { kind: Data["kind"]; like: Shown | undefined; localities: Places; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const where = field("where", like ? (like.place?.slug ?? wholeMunicipality) : (visit.locality ?? ""));
  return (
    <>
      <Field
        {...field("title", like?.title)}
        label={t(`write.field.title.${kind}`)}
        hint={t(`write.hint.title.${kind}`)}
        maxlength={120}
        required
      />
      <TextArea {...field("text", like?.text)} label={t("write.field.text")} hint={t(`write.hint.text.${kind}`)} rows={6} required />
      <Select
        {...field("type", like?.type)}
        label={t("write.field.type")}
        required
        options={[
          { value: "", text: t("write.choose") },
          ...contributionTypes.map((type) => ({ value: type, text: t(`type.long.${type}`) })),
        ]}
      />
      <Select {...where} label={t("write.field.where")} required options={placeOptions(localities, visit.lang)} />
    </>
  );
}

function Rules({ lang }: { lang: Visit["lang"] }) {
  const t = texts(lang);
  return (
    <Box>
      <div class="stack-s">
        <h2 class="minor-title">{t("rules.title")}</h2>
        <ul class="stack-s">
          <li>{t("rules.gift")}</li>
          <li>{t("rules.contact")}</li>
          <li>{t("rules.others")}</li>
          <li>{t("rules.first")}</li>
        </ul>
      </div>
    </Box>
  );
}
