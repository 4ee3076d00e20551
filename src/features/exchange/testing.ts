// SPDX-License-Identifier: EUPL-1.2

/** The reference in an address: "/byttebors/T-2026-0001/tak" → "T-2026-0001". */
export const referenceIn = (address: string | undefined): string => /[TEF]-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

/** The link of a mail that leads below an address. */
export const linkIn = (plain: string, below: string): string => new RegExp(`https?://[^/\\s]+(${below}[^\\s]*)`).exec(plain)?.[1] ?? "";

/** The words of a page's sections, by the id of each section's heading. */
export const bySection = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<section[^>]*aria-labelledby="([^"]+)"[^>]*>([\s\S]*?)<\/section>/g)].map(([, id = "", inside = ""]) => [
      id,
      wordsOf(inside),
    ]),
  );

/** What a page says, without its marks. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ");
