// SPDX-License-Identifier: EUPL-1.2

/** The reference in an address: "/byttebors/T-2026-0001/tak" → "T-2026-0001". */
export const referenceIn = (address: string | undefined): string => /[TEF]-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

/** The link of a mail that leads below an address. */
export const linkIn = (plain: string, below: string): string => new RegExp(`https?://[^/\\s]+(${below}[^\\s]*)`).exec(plain)?.[1] ?? "";
