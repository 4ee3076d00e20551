// SPDX-License-Identifier: EUPL-1.2
import { Button, Field, Notice, PageHead, TextArea, type Content, type InputProps } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { same, versionOf, type Part, type Value } from "#platform/settings/setting.ts";
import { sayPart } from "../history-words.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

export type Crumb = { href: string; text: string };
export const crumbs = (lang: Lang, ...more: Crumb[]): Crumb[] => [{ href: paths.overview(lang), text: texts(lang)("title") }, ...more];

/** How one field of a setting is edited. `max`: the most characters. */
export type Input = {
  name: string;
  as: "line" | "text" | "words" | "number" | "tel" | "date" | "color" | "email";
  max?: number;
  rows?: number;
};

/** A value as it stands in a field: a list has one on each line. */
export const typed = (part: Part | undefined): string =>
  part === undefined || part === null ? "" : typeof part === "object" ? part.join("\n") : String(part);

/** The fields of a setting with what stands in them now, or what was typed and did not pass. */
export function Inputs({ kind, inputs, value, visit }: { kind: string; inputs: readonly Input[]; value: Value | undefined; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const one = ({ name, as, max, rows }: Input) => {
    const shared = {
      ...field(name, typed(value?.[name])),
      label: t.maybe(`field.${kind}.${name}`) ?? name,
      hint: t.maybe(`hint.${kind}.${name}`),
      maxlength: max,
      required: true,
    };
    return as === "text" || as === "words" ? <TextArea {...shared} rows={rows ?? 4} /> : <Field {...shared} {...looks[as]} />;
  };
  const colours = inputs.filter(({ as }) => as === "color");
  return (
    <>
      {inputs.filter(({ as }) => as !== "color").map(one)}
      {colours.length > 0 && <div class="field-row">{colours.map(one)}</div>}
    </>
  );
}

const looks: Record<Exclude<Input["as"], "text" | "words">, Pick<InputProps, "type" | "inputmode" | "short">> = {
  line: {},
  number: { inputmode: "numeric", short: true },
  tel: { type: "tel", short: true },
  date: { type: "date", short: true },
  color: { type: "color", short: true },
  email: { type: "email" },
};

/** A page with one form: what it is about, what it does to what was promised already, and one filled button. */
export function EditPage({
  visit,
  kind,
  inputs,
  value,
  title,
  lead,
  note,
  save,
  at,
  children,
  filled = value,
  before,
  after,
}: {
  visit: Visit;
  kind: string;
  inputs: readonly Input[];
  /** What stands there, whose version the form carries. */
  value: Value | undefined;
  /** What stands in the fields, where the page says its version itself. */
  filled?: Value | undefined;
  /** After the errors, before the form. */
  before?: Content;
  title: string;
  lead?: string | undefined;
  /** Said before the button. */
  note?: Content;
  save?: string;
  at: Crumb[];
  /** Fields of its own, after the others. */
  children?: Content;
  after?: Content;
}): Sheet {
  const t = texts(visit.lang);
  return {
    title,
    section: "settings",
    hidden: true,
    crumbs: at,
    body: (
      <div class="page">
        <PageHead title={title} {...(lead !== undefined && { lead })} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <BothValues visit={visit} kind={kind} inputs={inputs} value={filled} />
          {before}
          <FormOf visit={visit} class="stack-m">
            {value && (
              <input
                type="hidden"
                name="seen"
                value={versionOf(
                  value,
                  inputs.map(({ name }) => name),
                )}
              />
            )}
            <Inputs kind={kind} inputs={inputs} value={filled} visit={visit} />
            {children}
            {note !== undefined && <Notice>{note}</Notice>}
            <div class="buttons">
              <Button>{save ?? t("save")}</Button>
            </div>
          </FormOf>
          {after}
        </div>
      </div>
    ),
  };
}

/** Somebody saved first: what stands there now beside what was typed here. The next press is a choice, no accident. */
function BothValues({ visit, kind, inputs, value }: { visit: Visit; kind: string; inputs: readonly Input[]; value: Value | undefined }) {
  if (visit.refused !== "changed-meanwhile" || !value) return null;
  const t = texts(visit.lang);
  const differs = inputs.filter(({ name }) => !same(typed(value[name]), String(visit.values[name] ?? "").trim()));
  return (
    <dl class="desk-both">
      {differs.map(({ name }) => (
        <div>
          <dt>{t.maybe(`field.${kind}.${name}`) ?? name}</dt>
          <dd>
            <span class="small quiet">{t("both.now")}</span> {sayPart(name, value[name], new Map(), visit.lang)}
          </dd>
          <dd>
            <span class="small quiet">{t("both.yours")}</span> {String(visit.values[name] ?? "")}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands, line by line, each with the way to change it. */
export const Summary = ({ rows }: { rows: readonly { term: string; fact: Content; href?: string | undefined; change?: string }[] }) => (
  <dl class="desk-summary">
    {rows.map(({ term, fact, href, change }) => (
      <div>
        <dt>{term}</dt>
        <dd>{fact}</dd>
        {href !== undefined && (
          <dd class="desk-act">
            <a href={href}>
              {change}
              <span class="hidden-text"> {term.toLocaleLowerCase()}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

/** Things to go to, each with what it holds now. */
export const Tasks = ({ tasks }: { tasks: readonly { title: string; href: string; about?: string | undefined; state?: Content }[] }) => (
  <ul class="desk-tasks">
    {tasks.map(({ title, href, about, state }) => (
      <li>
        <div>
          <a class="desk-task" href={href}>
            {title}
          </a>
          {about !== undefined && <p class="small quiet">{about}</p>}
        </div>
        {state !== undefined && <p class="small desk-state">{state}</p>}
      </li>
    ))}
  </ul>
);

/** What was just done, told where one comes back to. */
export function Saved({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  if (visit.asked["gemt"] === undefined) return null;
  return (
    <Notice kind="done" announce>
      <p>{t.rich("saved", { a: (children) => <a href={paths.history(visit.lang)}>{children}</a> })}</p>
    </Notice>
  );
}

/** A page in the settings' frame. */
export const settingsPage = (title: string, at: Crumb[], body: Content): Sheet => ({
  title,
  section: "settings",
  hidden: true,
  crumbs: at,
  body: <div class="page">{body}</div>,
});

/** A page with one question and one button: what will happen, and that it can be undone. Without `button` it says why it cannot be. */
export function ConfirmPage({
  visit,
  title,
  lead,
  button,
  at,
}: {
  visit: Visit;
  title: string;
  lead: string;
  button: string | undefined;
  at: Crumb[];
}): Sheet {
  const t = texts(visit.lang);
  return settingsPage(
    title,
    at,
    <>
      <PageHead title={title} lead={lead} />
      <div class="narrow stack-m">
        <FormErrors visit={visit} say={t} />
        {button !== undefined && (
          <FormOf visit={visit}>
            <div class="buttons">
              <Button>{button}</Button>
            </div>
          </FormOf>
        )}
      </div>
    </>,
  );
}
