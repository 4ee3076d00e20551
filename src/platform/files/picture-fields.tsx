// SPDX-License-Identifier: EUPL-1.2
import { Check, Field, FileField } from "#design/index.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Visit } from "#platform/http/route.ts";
import { fileFields } from "./fields.ts";
import { taken } from "./keep.ts";

/**
 * Up to three pictures in a form, closed until somebody wants them. What was sent once stays, also where the form comes back. In: `to`,
 * how many the thing shows already; undefined for a new thing.
 */
export function PictureFields({ visit, say, to }: { visit: Visit; say: Parameters<typeof fieldsOf>[1]; to?: number }) {
  const t = platformTexts(visit.lang);
  const field = fieldsOf(visit, say);
  const names = [...fileFields, "alt1", "alt2", "alt3", "picturesOk"];
  const open = to === 0 || names.some((name) => (visit.values[name] ?? "") !== "" || visit.errors[name] !== undefined);
  return (
    <details open={open}>
      <summary>{t(to === undefined ? "pictures.add" : "pictures.add-to")}</summary>
      <div class="stack-m">
        <p class="small quiet">{t("pictures.about")}</p>
        {fileFields.map((name, index) => {
          const { value: kept, ...rest } = field(name);
          return (
            <div class="stack-s">
              {kept !== "" && visit.errors[name] === undefined && <input type="hidden" name={`${name}Kept`} value={kept} />}
              <FileField
                {...rest}
                accept={taken.join(",")}
                label={t("pictures.file", { number: index + 1 })}
                hint={kept !== "" && visit.errors[name] === undefined ? t("pictures.kept") : undefined}
              />
              <Field
                {...field(`alt${index + 1}`)}
                label={t("pictures.alt")}
                hint={index === 0 ? t("pictures.alt.hint") : undefined}
                maxlength={200}
              />
            </div>
          );
        })}
        <Check
          name="picturesOk"
          checked={visit.values["picturesOk"] !== undefined}
          text={t("pictures.consent")}
          hint={t("pictures.consent.hint")}
        />
      </div>
    </details>
  );
}
