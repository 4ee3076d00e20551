// SPDX-License-Identifier: EUPL-1.2
import type { MailBlock, MailBody, MailLink, MailThing } from "./body.ts";

/** The mail as plain text, complete: every link stands with its address. */
export function renderPlain({ greeting, paragraphs, button, footer }: MailBody): string {
  const parts = [greeting, ...paragraphs.map(block), ...(button ? [`${button.label}:\n${button.href}`] : [])];
  // "-- " alone on a line begins the signature (RFC 3676 §4.3).
  const end = footer.length > 0 ? [`-- \n${footer.map(line).join("\n")}`] : [];
  return `${[...parts, ...end].join("\n\n")}\n`;
}

function block(part: MailBlock): string {
  if (typeof part === "string") return part;
  if ("quote" in part)
    return part.quote
      .split("\n")
      .map((text) => `> ${text}`.trimEnd())
      .join("\n");
  if ("things" in part) return [part.heading.toLocaleUpperCase(), ...part.things.map(thing)].join("\n\n");
  return part.fact.map(([label, value]) => `${label}: ${value}`).join("\n");
}

const thing = ({ title, href, lines }: MailThing): string => [`* ${title}`, ...[...lines, href].map((text) => `  ${text}`)].join("\n");

const line = (part: string | MailLink): string => (typeof part === "string" ? part : `${part.label}: ${part.href}`);
