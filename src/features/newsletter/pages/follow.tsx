// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Field, Notice, PageHead, Radios, Select } from "#design/index.ts";
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { intervals } from "../digest.ts";
import { paths } from "../paths.ts";
import type { beforeSubscribing, Choice } from "../queries.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof beforeSubscribing.answer>>;

const news = ["mailed", "following", "stopped"] as const;

/** "Tell me what happens in …": what, how often and where to write. With what one follows already, where one is logged in. */
export function FollowPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const what = data.choices.find(({ key }) => key === data.chosen);
  const title = what ? t("follow.title", { what: t(`about.${what.kind}`, { name: what.name }) }) : t("follow.title.any");
  const said = news.find((one) => one === visit.asked["svar"]);
  return {
    title,
    description: t("follow.description"),
    hidden: said !== undefined,
    body: (
      <div class="page">
        <PageHead
          kind={{ icon: "bell", text: t("follow.kind") }}
          title={said === "mailed" ? t("mailed.title") : title}
          lead={t(said === "mailed" ? "mailed.lead" : "follow.lead")}
        />
        {said !== undefined && said !== "mailed" && (
          <Notice kind="done" announce>
            <p>{t(`done.${said}`)}</p>
          </Notice>
        )}
        {said === "mailed" ? <p class="narrow">{t("mailed.limit")}</p> : <Choose data={data} visit={visit} />}
      </div>
    ),
  };
}

function Choose({ data, visit }: { data: Data; visit: Visit }) {
  const { lang, values } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const known = visit.actor.kind === "person";
  return (
    <div class="columns">
      <FormOf visit={visit} class="stack-m">
        <FormErrors visit={visit} say={t} />
        <Select
          {...field("about")}
          label={t("follow.about")}
          value={typeof values["about"] === "string" ? values["about"] : (data.chosen ?? "alt")}
          groups={groupsOf(data.choices, lang)}
        />
        <Radios
          {...field("every")}
          label={t("follow.every")}
          value={typeof values["every"] === "string" ? values["every"] : "week"}
          choices={intervals.map((every) => ({ value: every, text: t(`follow.every.${every}`), hint: t(`follow.every.${every}.hint`) }))}
        />
        {!known && <Field {...field("email")} type="email" autocomplete="email" label={t("follow.email")} hint={t("follow.email.hint")} />}
        <Button icon="bell">{t(known ? "follow.press" : "follow.send")}</Button>
        <p class="small quiet">{t("follow.promise")}</p>
        {known && (
          <p class="small">
            <a href={paths.comments(lang)}>{t("comments.choose")}</a>
          </p>
        )}
      </FormOf>
      <aside class="side">{data.mine.length > 0 && <Followed mine={data.mine} lang={lang} />}</aside>
    </div>
  );
}

const groupsOf = (choices: Choice[], lang: Lang) =>
  (["everything", "place", "theme", "area"] as const).map((kind) => ({
    label: texts(lang)(`group.${kind}`),
    options: choices.filter((one) => one.kind === kind).map(({ key, name }) => ({ value: key, text: name })),
  }));

function Followed({ mine, lang }: { mine: Data["mine"]; lang: Lang }) {
  const t = texts(lang);
  return (
    <Box>
      <h2 class="minor-title">{t("mine.title")}</h2>
      <ul class="plain stack-s">
        {mine.map((one) => (
          <li>
            <a href={inLanguage(one.path, lang)}>{one.name}</a> <span class="quiet">{t(`every.${one.every}`)}</span>
            <br />
            <a class="small" href={paths.stop(lang, { about: one.key })}>
              {t("mine.stop", { name: one.name })}
            </a>
          </li>
        ))}
      </ul>
    </Box>
  );
}
