// SPDX-License-Identifier: EUPL-1.2
import { Checkboxes } from "#design/index.ts";
import { PictureFields } from "#platform/files/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { beforeChangingPictures } from "../queries-edits.ts";
import { texts } from "../texts.ts";
import { small } from "./handle.tsx";

/** Its pictures, which of them to take away, and up to three in all to put on. */
export function PicturesPage(idea: Awaited<ReturnType<typeof beforeChangingPictures.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const { error, errorWord } = fieldsOf(visit, t)("remove");
  const { pictures } = idea;
  return small(idea, visit, {
    title: t("picturing.title"),
    lead: t("picturing.lead"),
    button: idea.over ? undefined : t("picturing.button"),
    files: true,
    fields: (
      <>
        {!idea.over && pictures.length > 0 && (
          <Checkboxes
            name="remove"
            error={error}
            errorWord={errorWord}
            label={t("picturing.field.remove")}
            values={[visit.values["remove"] ?? []].flat()}
            choices={pictures.map(({ place, alt }) => ({ value: String(place), text: alt }))}
          />
        )}
        {!idea.over && <PictureFields visit={visit} say={t} to={pictures.length} />}
      </>
    ),
  });
}
