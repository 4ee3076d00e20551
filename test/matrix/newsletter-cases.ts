// SPDX-License-Identifier: EUPL-1.2
import { makeLink, personOfMailbox } from "#features/people/index.ts";
import type { TestWorld } from "../test-world.ts";
import type { Case } from "./cases.ts";

type MakeCase = (t: TestWorld, state: string) => Case | Promise<Case>;

const unknownToken = "0".repeat(43);
const langaa = { about: "sted-langaa", every: "week" };

type Purpose = "news" | "no-news" | "no-comments" | "no-invitations";

/** Somebody's mailbox has a link of a purpose. Out: its token. */
async function mailed({ world }: TestWorld, purpose: Purpose): Promise<string> {
  const now = world.clock.now();
  return world.write.transaction().execute(async (tx) => {
    const { mailbox } = await personOfMailbox(tx, { address: "mehmet@example.dk", lang: "da" }, { ids: world.ids, now });
    const expiresAt = new Date(now.getTime() + 24 * 60 * 60_000);
    const { token } = await makeLink(tx, { ids: world.ids, secret: world.secret, mailbox, purpose, expiresAt, now });
    return token;
  });
}

/** A door behind a mailed link, of a mailbox or of nobody. */
export const byToken =
  (purpose: Purpose, more: Record<string, string> = {}): MakeCase =>
  async (t, state) => ({ params: { token: state === "mailed" ? await mailed(t, purpose) : unknownToken, ...more } });

/** What is sent through the doors of places and of digests. */
export const newsletterCases: Record<string, MakeCase> = {
  "newsletter.subscribe": () => ({ body: { ...langaa, email: "nora@example.dk" } }),
  "newsletter.stop": () => ({ params: { about: langaa.about } }),
  "newsletter.before-stopping": () => ({ params: { about: langaa.about } }),
  "newsletter.confirm": byToken("news", langaa),
  "newsletter.before-confirming": byToken("news", langaa),
  "newsletter.stop-from-mail": byToken("no-news"),
  "newsletter.before-stopping-from-mail": byToken("no-news"),
  "newsletter.choose-comments": () => ({ body: { comments: "no" } }),
  "newsletter.stop-comments-from-mail": byToken("no-comments"),
  "newsletter.before-stopping-comments": byToken("no-comments"),
  "site.place": () => ({ params: { locality: "langaa" } }),
  "site.theme": () => ({ params: { theme: "natur-og-udeliv" } }),
};

export const newsletterStates: Record<string, string[]> = Object.fromEntries(
  [
    "confirm",
    "before-confirming",
    "stop-from-mail",
    "before-stopping-from-mail",
    "stop-comments-from-mail",
    "before-stopping-comments",
  ].map((door) => [`newsletter.${door}`, ["mailed", "unknown"]]),
);
