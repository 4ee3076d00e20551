// SPDX-License-Identifier: EUPL-1.2
// For tests: what RFC 4287 and JSON Feed 1.1 demand, so that no reader stumbles.

export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** Reads XML strictly, as far as a feed needs it; throws where it is not well-formed. */
export function parseXml(source: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const body = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, "");
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(body)) fail("a sign that it does not know");
  const token = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  while (token.lastIndex < body.length) {
    const [, closing, name = "", attributes = "", selfClosing, text] = token.exec(body) ?? fail("neither tag nor text");
    const top = open.at(-1) ?? fail("too many closed");
    if (text !== undefined) top.text += unescaped(text);
    else if (closing) {
      if (open.pop()?.name !== name) fail(`</${name}> closes nothing`);
    } else {
      const made = { name, attributes: attributesOf(attributes), children: [], text: "" };
      top.children.push(made);
      if (!selfClosing) open.push(made);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) fail("not one whole element");
  return root.children[0] ?? fail("empty");
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) fail("an attribute twice");
  return Object.fromEntries(pairs);
}

const known: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:([a-z]+|#\d+);)?/g, (whole, name?: string) => known[name ?? ""] ?? fail(`${whole} is no sign`));

const fail = (why: string): never => {
  throw new Error(`Not XML: ${why}`);
};

const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isWhole = (address: string | undefined): boolean => address !== undefined && URL.canParse(address) && /^https?:/.test(address);

/** What is wrong with an Atom feed (RFC 4287 §4); empty where nothing is. */
export function atomFaults(source: string): string[] {
  const feed = parseXml(source);
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || faults.push(what));
  const all = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name);
  const text = (of: Element, name: string): string | undefined => all(of, name)[0]?.text;
  must(feed.name === "feed" && feed.attributes["xmlns"] === "http://www.w3.org/2005/Atom", "the root is an Atom feed");
  const entries = all(feed, "entry");
  for (const one of [feed, ...entries]) {
    const which = `${one.name} ${text(one, "id") ?? ""}`;
    for (const name of ["id", "title", "updated"]) must(all(one, name).length === 1, `${which}: one ${name}`);
    must(isWhole(text(one, "id")), `${which}: its id is a whole address`);
    must((text(one, "title") ?? "") !== "", `${which}: a title`);
    must(date.test(text(one, "updated") ?? ""), `${which}: updated is a date`);
    must(
      all(one, "link").every(({ attributes }) => isWhole(attributes["href"])),
      `${which}: whole links`,
    );
    must(all(one, "link").filter(({ attributes }) => attributes["rel"] === "alternate").length === 1, `${which}: one alternate link`);
    must((all(one, "author")[0]?.children[0]?.text ?? "") !== "", `${which}: an author`);
    must(
      all(one, "category").every(({ attributes }) => attributes["term"] !== undefined),
      `${which}: categories have terms`,
    );
  }
  for (const entry of entries) must(date.test(text(entry, "published") ?? ""), `${text(entry, "id")}: published`);
  must(
    all(feed, "link").some(({ attributes }) => attributes["rel"] === "self"),
    "a link to itself",
  );
  must(new Set(entries.map((entry) => text(entry, "id"))).size === entries.length, "every id once");
  must(
    (text(feed, "updated") ?? "") >=
      (entries
        .map((entry) => text(entry, "updated") ?? "")
        .toSorted()
        .at(-1) ?? ""),
    "as new as its newest",
  );
  return faults;
}

/** What is wrong with a JSON Feed 1.1; empty where nothing is. */
export function jsonFeedFaults(source: string): string[] {
  const feed = JSON.parse(source);
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || faults.push(what));
  must(feed.version === "https://jsonfeed.org/version/1.1", "version 1.1");
  must(typeof feed.title === "string" && feed.title !== "", "a title");
  for (const key of ["home_page_url", "feed_url", "favicon"]) must(isWhole(feed[key]), `${key} is whole`);
  must(Array.isArray(feed.items), "items");
  for (const item of feed.items) {
    must(typeof item.id === "string" && isWhole(item.url), `${item.id}: id and address`);
    must(typeof item.content_text === "string" && item.content_text !== "", `${item.id}: content`);
    must(date.test(item.date_published) && date.test(item.date_modified), `${item.id}: dates`);
    must(
      item.authors.every(({ name }: { name: unknown }) => typeof name === "string" && name !== ""),
      `${item.id}: authors`,
    );
    must(
      item.tags.every((tag: unknown) => typeof tag === "string"),
      `${item.id}: tags`,
    );
  }
  must(new Set(feed.items.map(({ id }: { id: string }) => id)).size === feed.items.length, "every id once");
  return faults;
}
