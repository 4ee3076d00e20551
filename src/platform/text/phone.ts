// SPDX-License-Identifier: EUPL-1.2

/** A number as an address that a phone can ring. */
export const ringing = (phone: string): string => `tel:${phone.replaceAll(/\s/g, "")}`;

/** A number as it is shown: it never breaks over two lines. */
export const shownPhone = (phone: string): string => phone.replaceAll(" ", "\u00a0");
