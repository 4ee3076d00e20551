// SPDX-License-Identifier: EUPL-1.2
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "./paths.ts";
import { partyName } from "./post-words.ts";
import type { Shown } from "./shown.ts";
import { texts } from "./texts.ts";

/**
 * What a link to a public post shows, and what machines read of it: schema.org's Offer for what somebody gives, Demand for what
 * somebody looks for. No price: it is a gift.
 */
export function shareOf(post: Shown, { lang, base, site }: Visit): Sheet["share"] {
  if (!post.public || post.publishedAt === null) return undefined;
  const url = base + paths.post(lang, { reference: post.reference });
  const organisation = post.organisation?.name ?? null;
  const person = post.partyKind === "citizen";
  const party = {
    "@type": person ? "Person" : "Organization",
    name: partyName({ organisation, shownName: post.shownName }, lang),
  };
  return {
    reference: post.reference,
    published: post.publishedAt,
    changed: post.closedAt ?? post.publishedAt,
    data: {
      "@context": "https://schema.org",
      "@type": post.kind === "offer" ? "Offer" : "Demand",
      "@id": url,
      url,
      name: post.title,
      description: post.text,
      category: texts(lang)(`type.${post.type}`),
      availability: post.status === "open" ? "https://schema.org/InStock" : "https://schema.org/SoldOut",
      availabilityEnds: post.expiresOn,
      ...(post.left === undefined ? {} : { inventoryLevel: { "@type": "QuantitativeValue", value: post.left } }),
      // A Demand has no property for who asks but its creator.
      ...(post.kind === "offer" ? { offeredBy: party } : { creator: party }),
      ...(post.place === null ? {} : { areaServed: { "@type": "Place", name: post.place.name } }),
      isPartOf: {
        "@type": "WebSite",
        name: site.wordMark.name,
        url: base,
        publisher: { "@type": "GovernmentOrganization", name: site.municipality },
      },
    },
  };
}
