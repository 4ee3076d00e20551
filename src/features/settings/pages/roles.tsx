// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Field, Notice, PageHead, Radios, Select } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { givenRoles, type RoleHeld } from "#features/people/index.ts";
import { paths } from "../paths.ts";
import type { allRoles } from "../queries-own.ts";
import { texts } from "../texts.ts";
import { crumbs, EditPage, Saved, settingsPage, Tasks, type Crumb } from "./parts.tsx";

type All = Awaited<ReturnType<typeof allRoles.answer>>;

const toRoles = (lang: Lang): Crumb => ({ href: paths.roles(lang), text: texts(lang)("roles.title") });
const roleWord = (lang: Lang, role: string): string => texts(lang).maybe(`role.${role}`) ?? role;

export function RolesPage({ roles }: All, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return settingsPage(
    t("roles.title"),
    crumbs(lang),
    <>
      <PageHead
        title={t("roles.title")}
        lead={t("roles.lead")}
        action={<ButtonLink href={paths.newRole(lang)}>{t("roles.new")}</ButtonLink>}
      />
      <div class="stack-l">
        <Saved visit={visit} />
        {[...Map.groupBy(roles, ({ role }) => role)].map(([role, held]) => (
          <section class="stack-s" aria-labelledby={role}>
            <h2 id={role} class="title">
              {roleWord(lang, role)}
            </h2>
            <Tasks
              tasks={held.map((one) => ({
                title: one.name,
                href: paths.endRole(lang, { reference: one.id }),
                about: one.committee ?? undefined,
                state:
                  one.untilDay === null
                    ? t("role.since", { day: sayDate(one.fromDay, lang) })
                    : t("role.until", { day: sayDate(one.untilDay, lang) }),
              }))}
            />
          </section>
        ))}
      </div>
    </>,
  );
}

export function NewRolePage(_data: unknown, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  return EditPage({
    visit,
    kind: "role",
    value: undefined,
    inputs: [{ name: "email", as: "email", max: 254 }],
    title: t("roles.new"),
    lead: t("role.new.lead"),
    at: crumbs(lang, toRoles(lang)),
    children: (
      <>
        <Field {...field("name")} label={t("field.role.name")} hint={t("hint.role.name")} optional={t("optional")} maxlength={120} />
        <Select
          {...field("role", "employee")}
          label={t("field.role.role")}
          options={givenRoles.map((role) => ({ value: role, text: roleWord(lang, role) }))}
        />
        <Field
          {...field("committee")}
          name="committee"
          label={t("field.role.committee")}
          hint={t("hint.role.committee")}
          optional={t("optional")}
          maxlength={80}
        />
        <Field {...field("fromDay", localDayOf(visit.now))} name="fromDay" type="date" short label={t("field.role.fromDay")} />
      </>
    ),
  });
}

/** Ends a role. Who ends their own is told so first. */
export function EndRolePage(held: RoleHeld, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const mine = personOf(visit.actor)?.id === held.person;
  return EditPage({
    visit,
    kind: "role",
    value: undefined,
    inputs: [],
    title: t("role.of", { role: roleWord(lang, held.role), who: held.name }),
    lead: t("role.end.lead", { day: sayDate(held.fromDay, lang) }),
    save: t("role.end.button"),
    ...(mine && { note: <p>{t("role.end.mine")}</p> }),
    at: crumbs(lang, toRoles(lang)),
    children: (
      <>
        <Radios
          {...field("when", "day")}
          name="when"
          label={t("field.role.when")}
          choices={[
            { value: "now", text: t("role.end.now") },
            { value: "day", text: t("role.end.day") },
          ]}
        />
        <Field
          {...field("untilDay", held.untilDay ?? localDayOf(visit.now))}
          name="untilDay"
          type="date"
          short
          label={t("field.role.untilDay")}
          hint={t("hint.role.untilDay")}
        />
      </>
    ),
    after: (
      <>
        {held.role === "secretariat" && (
          <Notice>
            <p>{t("role.last")}</p>
          </Notice>
        )}
        <p class="desk-links">
          <a href={`${paths.history(lang)}?kind=role&key=${held.id}`}>{t("area.history")}</a>
        </p>
      </>
    ),
  });
}
