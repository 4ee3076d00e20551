// SPDX-License-Identifier: EUPL-1.2

/** A link in a mail: the words and a whole address (https://…). */
export type MailLink = { label: string; href: string };

/** A thing that a mail tells of: its title as a link, and what there is to say. */
export type MailThing = { title: string; href: string; lines: readonly string[] };

/** What stands in a mail: words, words that somebody else wrote, facts as label and value, or a heading with things under it. */
export type MailBlock =
  | string
  | { quote: string }
  | { fact: readonly (readonly [label: string, value: string])[] }
  | { heading: string; things: readonly MailThing[] };

/** A mail, once; the plain text and the HTML are made from it and say the same. */
export type MailBody = {
  greeting: string;
  paragraphs: readonly MailBlock[];
  button?: MailLink;
  /** Small lines at the end: why one gets it, how to say no. */
  footer: readonly (string | MailLink)[];
};
