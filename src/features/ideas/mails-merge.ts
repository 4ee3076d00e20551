// SPDX-License-Identifier: EUPL-1.2
import type { Letter, Reader } from "#features/dialogue/index.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName, authorName } from "./idea-words.ts";
import { say } from "./mails.ts";
import { paths } from "./paths.ts";
import type { Idea } from "./store.ts";
import type { Merge } from "./store-merge.ts";

/** Two ideas, and what was proposed about them. `proposer` is the employee's name where one proposed it. */
export type Proposed = { part: Idea; whole: Idea; merge: Merge; proposer: string | undefined };

/** Who proposes, as an author may hear it: an employee by name and area, an author by what they chose to be called. */
function whoProposes({ part, whole, merge, proposer }: Proposed, { t }: ReturnType<typeof say>, lang: Reader["lang"]): string {
  if (merge.side === "area")
    return t("name-in-area", { name: firstNameOf(proposer ?? ""), area: areaName({ name: part.areaName, nameEn: part.areaNameEn }, lang) });
  return t("merge.author", { name: authorName(merge.side === "part" ? part : whole, lang) });
}

/** To the author whose yes is needed. */
export function proposedLetter(proposed: Proposed, to: Reader): Letter {
  const { part, whole, merge } = proposed;
  const said = say(part, to);
  const { t, day, greeting } = said;
  const values = { part: part.title, whole: whole.title, who: whoProposes(proposed, said, to.lang), day: day(merge.lapsesOn) };
  return {
    subject: t("mail.merge.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.merge.text", values), { quote: merge.reason }, t("mail.merge.until", values)],
      button: { label: t("mail.merge.button"), href: to.base + paths.mergeReply(to.lang, { reference: part.reference }) },
      footer: [t("mail.why.author", { reference: (merge.side === "part" ? whole : part).reference })],
    },
  };
}

/** To who proposed it: the author said no, or said nothing in time. */
export function notMergedLetter({ part, whole, merge }: Proposed, to: Reader): Letter {
  const { t, greeting, see } = say(part, to);
  const values = { part: part.title, whole: whole.title };
  const how = merge.outcome === "lapsed" ? "lapsed" : "declined";
  return {
    subject: t(`mail.merge.${how}.subject`, values),
    body: {
      greeting,
      paragraphs: [t(`mail.merge.${how}`, values), ...(merge.said === null ? [] : [{ quote: merge.said }])],
      button: see,
      footer: [t("mail.why.merge", { reference: part.reference })],
    },
  };
}

/** To the author of an idea that another went into, and to who answers for it. */
export function mergedLetter(whole: Idea, part: Idea, to: Reader, author: boolean): Letter {
  const { t, greeting, see, inbox } = say(whole, to);
  const values = { part: part.title, whole: whole.title, who: authorName(part, to.lang) };
  return {
    subject: t("mail.merged.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.merged.text", values), { quote: part.text }],
      button: see,
      footer: author ? [t("mail.why.author", { reference: whole.reference })] : inbox,
    },
  };
}
