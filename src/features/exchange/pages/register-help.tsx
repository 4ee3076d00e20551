// SPDX-License-Identifier: EUPL-1.2
import { Button, Field, PageHead, Radios, Select, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { partyKinds } from "../post.ts";
import type { beforeRegisteringHelp } from "../queries-introduction.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** Help that was given without a post. */
export function RegisterHelpPage({ organisations }: Awaited<ReturnType<typeof beforeRegisteringHelp.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  return {
    title: t("register.title"),
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("register.title")} lead={t("register.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Radios
              {...field("side", "giver")}
              label={t("register.side")}
              choices={[
                { value: "giver", text: t("register.gave") },
                { value: "seeker", text: t("register.got") },
              ]}
            />
            {organisations.length > 0 && (
              <Select
                {...field("organisation", "")}
                label={t("write.field.organisation")}
                options={[{ value: "", text: t("write.myself") }, ...organisations.map(({ slug, name }) => ({ value: slug, text: name }))]}
              />
            )}
            <Field {...field("other")} label={t("register.other")} hint={t("register.hint.other")} maxlength={160} required />
            <Select
              {...field("otherKind", "citizen")}
              label={t("register.other-kind")}
              options={partyKinds.map((kind) => ({ value: kind, text: t(`party.${kind}`) }))}
            />
            <TextArea {...field("what")} label={t("register.what")} hint={t("register.hint.what")} rows={3} required />
            <Field {...field("onDay")} type="date" label={t("register.day")} short required />
            <Field {...field("hours")} label={t("outcome.hours")} optional={t("optional")} inputmode="decimal" short />
            <div class="buttons">
              <Button>{t("register.button")}</Button>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}
