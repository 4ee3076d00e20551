// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Notice, Select } from "#design/index.ts";
import { sayNearDay, sayTime } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

/** Above the form: that a draft was found, and from when. */
export function DraftLine({ visit: { aids, lang, now, errors } }: { visit: Visit }) {
  if (!aids?.draft || Object.keys(errors).length > 0) return null;
  const t = texts(lang);
  const when = `${sayNearDay(aids.draft.at, lang, now)} ${lang === "en" ? "at " : ""}${sayTime(aids.draft.at, lang)}`;
  return (
    <Notice>
      <p>{t("draft.found", { when })}</p>
    </Notice>
  );
}

/** Beside the button that sends. In: what the look is called ("Vis, som Karen ser det"); none where it could not be sent yet. */
export function AidButtons({ visit: { aids, lang }, look }: { visit: Visit; look: string | undefined }) {
  if (!aids) return null;
  const t = texts(lang);
  return (
    <>
      {look !== undefined && (
        <Button kind="secondary" icon="eye" name="_press" value="preview">
          {look}
        </Button>
      )}
      <Button kind="secondary" name="_press" value="draft">
        {t("draft.keep")}
      </Button>
      {aids.draft && (
        <Button kind="quiet" name="_press" value="drop">
          {t("draft.drop")}
        </Button>
      )}
    </>
  );
}

/** Under the buttons: a phrase to put at the end of the text. */
export function PhrasePicker({ visit: { aids, lang } }: { visit: Visit }) {
  if (!aids) return null;
  const t = texts(lang);
  const page = <a href={paths.phrases(lang)}>{t("phrases.keep")}</a>;
  if (aids.phrases.length === 0)
    return (
      <p class="small quiet">
        {t("phrases.none")} {page}
      </p>
    );
  return (
    <Box>
      <div class="desk-narrow">
        <Select
          id="phrase"
          name="_pick"
          label={t("phrases.pick")}
          options={aids.phrases.map(({ id, title }) => ({ value: id, text: title }))}
        />
        <Button kind="secondary" name="_press" value="insert">
          {t("phrases.insert")}
        </Button>
      </div>
      <p class="small quiet">
        {t("phrases.where")} {page}
      </p>
    </Box>
  );
}

/** Under the look at it: what was typed goes along, to be sent as it is or changed. */
export function PreviewButtons({ visit, fields, send }: { visit: Visit; fields: readonly string[]; send: string }) {
  return (
    <>
      {fields.map((name) => {
        const value = visit.values[name];
        return typeof value === "string" && <input type="hidden" name={name} value={value} />;
      })}
      <div class="buttons">
        <Button icon="send">{send}</Button>
        <Button kind="secondary" name="_press" value="edit">
          {texts(visit.lang)("preview.edit")}
        </Button>
      </div>
    </>
  );
}
