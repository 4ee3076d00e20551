// SPDX-License-Identifier: EUPL-1.2
import { Check, Field, Radios, Select, SlotGrid } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { credentials, partyKinds, usualDays, type PostKind } from "../post.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";
import { days, parts } from "../weekdays.ts";

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
export function More({
  kind,
  like,
  visit,
  withParty = false,
}: {
  kind: PostKind;
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
