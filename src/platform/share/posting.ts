// SPDX-License-Identifier: EUPL-1.2
import type { Plain } from "#platform/html/json-ld.tsx";
import type { Visit } from "#platform/http/route.ts";

export type Posting = {
  url: string;
  title: string;
  text: string;
  /** Absent where the author wants to be "a citizen": machines are told no name then. */
  author: string | undefined;
  published: Date;
  changed: Date;
  place: string | undefined;
  status: string;
  pictures: string[];
  /** What was answered, by whom and for which area; by the area alone where nobody here said it. */
  answers: { text: string; who: string | undefined; area: string; at: Date }[];
};

/**
 * Something that somebody put forward in public and that gets answers, as schema.org's DiscussionForumPosting: it is one person's
 * own post, with replies of others under it. Not Question (nobody asks for a fact, and there is no best answer), and nearer than
 * CreativeWork, which search engines cannot show.
 */
export const postingOf = (posting: Posting, { lang, base, site }: Visit): Plain => ({
  "@context": "https://schema.org",
  "@type": "DiscussionForumPosting",
  "@id": posting.url,
  url: posting.url,
  headline: posting.title,
  text: posting.text,
  inLanguage: lang,
  author:
    posting.author === undefined
      ? { "@type": "Person", name: lang === "da" ? "En borger" : "A citizen" }
      : { "@type": "Person", name: posting.author },
  datePublished: posting.published.toISOString(),
  dateModified: posting.changed.toISOString(),
  creativeWorkStatus: posting.status,
  ...(posting.place === undefined ? {} : { contentLocation: { "@type": "Place", name: posting.place } }),
  ...(posting.pictures.length === 0 ? {} : { image: posting.pictures }),
  isPartOf: {
    "@type": "WebSite",
    name: site.wordMark.name,
    url: base,
    publisher: { "@type": "GovernmentOrganization", name: site.municipality },
  },
  comment: posting.answers.map((answer) => ({
    "@type": "Comment",
    text: answer.text,
    datePublished: answer.at.toISOString(),
    author:
      answer.who === undefined
        ? { "@type": "GovernmentOrganization", name: answer.area }
        : { "@type": "Person", name: answer.who, worksFor: { "@type": "GovernmentOrganization", name: answer.area } },
  })),
  commentCount: posting.answers.length,
});
