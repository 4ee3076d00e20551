// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Check, Checkboxes, Chips, Field, Notice, PageHead, SlotGrid, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { questionSheet } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { contributionTypes } from "../post.ts";
import type { beforeSavingProfile } from "../queries-party.ts";
import { texts } from "../texts.ts";
import { days, parts } from "../weekdays.ts";
import { crumbs, Paragraphs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeSavingProfile.answer>>;

/** "Det kan vi bidrage med": of an organisation for all to see, of a person for the brokers alone. */
export function ProfilePage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { organisations, profile } = data;
  const title = data.for === undefined ? t("profile.title.person") : t("profile.title", { name: data.for.name });
  return {
    title,
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(data.for === undefined ? "profile.lead.person" : "profile.lead")} />
        <div class="narrow stack-m">
          {organisations.length > 0 && (
            <Chips
              label={t("profile.whose")}
              chips={[
                { href: paths.profile(lang), text: t("write.myself"), current: data.for === undefined },
                ...organisations.map(({ slug, name }) => ({
                  href: `${paths.profile(lang)}?for=${slug}`,
                  text: name,
                  current: slug === data.for?.slug,
                })),
              ]}
            />
          )}
          <Said visit={visit} />
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            {data.for && <input type="hidden" name="for" value={data.for.slug} />}
            <Fields profile={profile} person={data.for === undefined} visit={visit} />
            <div class="buttons">
              <Button>{t("profile.save")}</Button>
              {profile && (
                <ButtonLink kind="quiet" href={`${paths.removeProfile(lang)}${data.for ? `?for=${data.for.slug}` : ""}`}>
                  {t("profile.remove")}
                </ButtonLink>
              )}
            </div>
          </FormOf>
          {data.for && (
            <p>
              <a href={paths.party(lang, data.for)}>{t("profile.see", { name: data.for.name })}</a>
            </p>
          )}
        </div>
      </div>
    ),
  };
}

function Fields({ profile, person, visit }: { profile: Data["profile"]; person: boolean; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const fresh = Object.keys(visit.values).length === 0;
  const typed = (name: string): string[] => [visit.values[name] ?? []].flat();
  return (
    <>
      <Checkboxes
        {...field("types")}
        label={t("profile.types")}
        values={fresh ? (profile?.types ?? []) : typed("types")}
        choices={contributionTypes.map((type) => ({ value: type, text: t(`type.long.${type}`) }))}
      />
      <TextArea
        {...field("text", profile?.text)}
        label={t("profile.text")}
        hint={t(person ? "profile.hint.text.person" : "profile.hint.text")}
        rows={5}
        required
      />
      <SlotGrid
        name="weekdays"
        label={t("write.field.weekdays")}
        hint={t("write.hint.weekdays")}
        days={days.map((day) => ({ value: day, text: t(`day.${day}`) }))}
        times={parts.map((part) => ({ value: part, text: t(`part.${part}`) }))}
        values={fresh ? (profile?.weekdays ?? []) : typed("weekdays")}
      />
      <Field
        {...field("reachKm", profile?.reachKm === null || profile === undefined ? "" : String(profile.reachKm))}
        label={t("write.field.reach")}
        optional={t("optional")}
        inputmode="numeric"
        short
      />
      <Check
        name="remote"
        checked={fresh ? (profile?.remote ?? false) : visit.values["remote"] !== undefined}
        text={t("write.field.remote.offer")}
      />
    </>
  );
}

/** Said once, to who has just saved or removed it. */
function Said({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const what = visit.asked["nyt"];
  if (what !== "saved" && what !== "gone") return null;
  return (
    <Notice kind="done" announce>
      <p>{t(what === "saved" ? "profile.saved" : "profile.removed")}</p>
    </Notice>
  );
}

export function RemoveProfilePage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const mine = paths.profile(lang) + (data.for === undefined ? "" : `?for=${data.for.slug}`);
  const question = {
    title: t("profile.removing.title"),
    lead: t(data.profile ? "profile.removing.lead" : "refused.no-profile"),
    fields: data.for && <input type="hidden" name="for" value={data.for.slug} />,
    button: data.profile ? t("profile.remove") : undefined,
  };
  return questionSheet(visit, question, {
    section: "exchange",
    crumbs: [...crumbs(lang), { href: mine, text: data.for ? t("profile.title", { name: data.for.name }) : t("profile.title.person") }],
    say: t,
    about: { title: data.for?.name ?? t("write.myself"), children: data.profile && <Paragraphs text={data.profile.text} /> },
    back: { href: mine, text: t("introduction.back") },
  });
}
