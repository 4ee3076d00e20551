// SPDX-License-Identifier: EUPL-1.2
import { xml } from "#platform/text/xml.ts";
import { updatedOf, type Feed, type Item } from "./feed.ts";

/** A feed as Atom (RFC 4287). */
export const atomOf = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${xml(feed.self.atom)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.description)}</subtitle>
<updated>${updatedOf(feed).toISOString()}</updated>
<author><name>${xml(feed.publisher)}</name></author>
<icon>${xml(feed.icon)}</icon>
<link rel="self" type="application/atom+xml" href="${xml(feed.self.atom)}"/>
<link rel="alternate" type="text/html" hreflang="${feed.lang}" href="${xml(feed.page)}"/>
${feed.items.map(entry).join("\n")}
</feed>
`;

const entry = (item: Item): string => `<entry>
<id>${xml(item.url)}</id>
<title>${xml(item.title)}</title>
<link rel="alternate" type="text/html" href="${xml(item.url)}"/>
<published>${item.published.toISOString()}</published>
<updated>${item.updated.toISOString()}</updated>
<author><name>${xml(item.who)}</name></author>
${item.tags.map((tag) => `<category term="${xml(tag)}"/>`).join("")}
<summary>${xml(item.summary)}</summary>
<content type="text">${xml(item.text)}</content>
</entry>`;
