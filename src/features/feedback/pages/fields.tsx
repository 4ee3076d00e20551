// SPDX-License-Identifier: EUPL-1.2
import { Radios, TextArea } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Visit } from "#platform/http/route.ts";
import { scores } from "../feedback.ts";
import { texts } from "../texts.ts";

/** "How did it go?", one to five, and a line. In: who will read the line. For forms whose operation takes `answerFields`. */
export function FeedbackFields({ visit, hint }: { visit: Visit; hint: string }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const { value, ...score } = field("score");
  return (
    <>
      <Radios
        {...score}
        value={value === "" ? undefined : value}
        label={t("ask.score")}
        choices={scores.toReversed().map((one) => ({ value: String(one), text: t(`score.${one}`) }))}
      />
      <TextArea {...field("line")} label={t("ask.line")} optional={t("ask.optional")} hint={hint} rows={3} maxlength={500} />
    </>
  );
}
