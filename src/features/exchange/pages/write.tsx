// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Check, Field, PageHead, Radios, Select, SlotGrid, TextArea } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { paths } from "../paths.ts";
import { contributionTypes, credentials, partyKinds, usualDays } from "../post.ts";
import type { beforeChanging, beforeWriting } from "../queries.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";
import { days, parts } from "../weekdays.ts";
import { crumbs, placeOptions } from "./parts.tsx";

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

const inside = [
  "remote",
  "weekdays",
  "fromDay",
  "untilDay",
  "persons",
  "quantity",
  "reachKm",
  "routing",
  "audience",
  "minAge",
  "credential",
  "name",
  "showAs",
  "partyName",
  "partyKind",
  "phone",
  "expiresOn",
] as const;

/** What may be left open. It stays open where something in it was written or is wrong, and where it was filled before. */
function More({
  kind,
  like,
  visit,
  withParty = false,
}: {
  kind: Data["kind"];
  like: Shown | undefined;
  visit: Visit;
  withParty?: boolean;
}) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const written = inside.some((name) => (visit.values[name] ?? "").length > 0 || visit.errors[name] !== undefined);
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
  const ticked = (name: string, before: boolean): boolean =>
    Object.keys(visit.values).length === 0 ? before : visit.values[name] !== undefined;
  const chosen = visit.values["weekdays"];
  return (
    <details open={written || like !== undefined}>
      <summary>{t("write.more")}</summary>
      <div class="stack-m">
        <Check name="remote" checked={ticked("remote", like?.remote ?? false)} text={t(`write.field.remote.${kind}`)} />
        <SlotGrid
          name="weekdays"
          label={t("write.field.weekdays")}
          hint={t("write.hint.weekdays")}
          days={days.map((day) => ({ value: day, text: t(`day.${day}`) }))}
          times={parts.map((part) => ({ value: part, text: t(`part.${part}`) }))}
          values={chosen === undefined ? (like?.weekdays ?? []) : [chosen].flat()}
        />
        <Field {...field("fromDay", like?.fromDay ?? "")} type="date" label={t("write.field.from")} optional={t("optional")} short />
        <Field {...field("untilDay", like?.untilDay ?? "")} type="date" label={t("write.field.until")} optional={t("optional")} short />
        <Field
          {...field("persons", number(like?.persons))}
          label={t(`write.field.persons.${kind}`)}
          optional={t("optional")}
          inputmode="numeric"
          short
        />
        <Field
          {...field("quantity", number(like?.quantity))}
          label={t(`write.field.quantity.${kind}`)}
          hint={t("write.hint.quantity")}
          optional={t("optional")}
          inputmode="numeric"
          short
        />
        <Field
          {...field("reachKm", number(like?.reachKm))}
          label={t("write.field.reach")}
          hint={t("write.hint.reach")}
          optional={t("optional")}
          inputmode="numeric"
          short
        />
        <Radios
          {...field("routing", like?.routing ?? "direct")}
          label={t("write.field.routing")}
          choices={[
            { value: "direct", text: t("write.routing.direct"), hint: t("write.hint.routing.direct") },
            {
              value: "brokered",
              text: t("write.routing.brokered", { name: firstNameOf(visit.site.contact) }),
              hint: t("write.hint.routing.brokered"),
            },
          ]}
        />
        <Radios
          {...field("audience", like?.audience ?? "everyone")}
          label={t("write.field.audience")}
          choices={[
            { value: "everyone", text: t("write.audience.everyone") },
            { value: "organisations", text: t("write.audience.organisations") },
          ]}
        />
        <Field {...field("minAge", number(like?.minAge))} label={t("write.field.age")} optional={t("optional")} inputmode="numeric" short />
        <Select
          {...field("credential", like?.credential ?? "")}
          label={t("write.field.credential")}
          options={[
            { value: "", text: t("write.credential.none") },
            ...credentials.map((one) => ({ value: one, text: t(`credential.${one}`) })),
          ]}
        />
        {withParty && <PartyFields visit={visit} />}
      </div>
    </details>
  );
}

/** From whom it is, and how long it stands. */
function PartyFields({ visit }: { visit: Visit }) {
  const { lang, now } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const own = personOf(visit.actor)?.name;
  return (
    <>
      <Select
        {...field("partyKind", "")}
        label={t("write.field.party-kind")}
        options={[
          { value: "", text: t("write.myself") },
          ...partyKinds.filter((kind) => kind !== "citizen").map((kind) => ({ value: kind, text: t(`party.${kind}`) })),
        ]}
      />
      <Field
        {...field("partyName")}
        label={t("write.field.party-name")}
        optional={t("optional")}
        hint={t("write.hint.party-name")}
        maxlength={160}
      />
      {own === undefined && (
        <Field {...field("name")} autocomplete="name" label={t("write.field.name")} optional={t("optional")} maxlength={60} />
      )}
      <Radios
        {...field("showAs", "first")}
        label={t("write.field.show-as")}
        choices={[
          { value: "own", text: own ?? t("write.show-as.own") },
          { value: "first", text: own === undefined ? t("write.show-as.first") : firstNameOf(own) },
          { value: "citizen", text: t("write.show-as.citizen") },
        ]}
      />
      <Field
        {...field("phone")}
        type="tel"
        autocomplete="tel"
        label={t("write.field.phone")}
        optional={t("optional")}
        hint={t("write.hint.phone")}
        maxlength={20}
      />
      <Field
        {...field("expiresOn")}
        type="date"
        label={t("write.field.expires")}
        hint={t("write.hint.expires", { day: sayDay(addDays(localDayOf(now), usualDays), lang, now) })}
        optional={t("optional")}
        short
      />
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
