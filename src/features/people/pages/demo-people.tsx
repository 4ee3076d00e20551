// SPDX-License-Identifier: EUPL-1.2
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { Button, PageHead, Who } from "#design/index.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

export type Listed = { key: string; name: string; lines: string[] };

/** The invented people, each with two lines and a button. Every button has its own form, and so its own key. */
export function DemoPeople({ people, visit }: { people: Listed[]; visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <ul class="grid">
      {people.map((person) => (
        <li class="card">
          <Lines person={person} />
          <div class="card-end">
            <form method="post" action={paths.stepInto(visit.lang, { who: person.key })}>
              <input type="hidden" name="_key" value={`${visit.form?.key ?? ""}-${person.key}`} />
              {visit.back !== undefined && <input type="hidden" name="_back" value={visit.back} />}
              <input type="hidden" name="_token" value={visit.form?.token ?? ""} />
              <Button kind="secondary">{t("demo.step-in", { name: firstNameOf(person.name) })}</Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
}

const Lines = ({ person: { name, lines } }: { person: Listed }) => (
  <>
    <Who name={name} line={lines[0]} initials={initialsOf(name)} />
    <p class="small">{lines[1]}</p>
  </>
);

/** The same for one of them, with an address of its own. */
export function StepIntoPage(person: Listed, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const name = firstNameOf(person.name);
  return {
    title: t("step-into.title", { name }),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("step-into.title", { name })} lead={t("step-into.lead", { name })} />
        <div class="stack-m">
          <FormOf visit={visit} class="stack-m narrow">
            <FormErrors visit={visit} say={t} />
            <Lines person={person} />
            <Button>{t("demo.step-in", { name })}</Button>
          </FormOf>
          <p>
            <a href={paths.logIn(visit.lang)}>{t("step-into.nobody")}</a>
          </p>
        </div>
      </div>
    ),
  };
}
