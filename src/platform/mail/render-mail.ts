// SPDX-License-Identifier: EUPL-1.2
import { measures, type Colour } from "#design/tokens.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { Look } from "#platform/municipality/look.ts";
import type { MailBlock, MailBody, MailLink, MailThing } from "./body.ts";
import { address, html, lines, type Html } from "./html.ts";
import { renderPlain } from "./render-plain.ts";

/** Both faces of a mail. In: language, subject and body; the look of now. Out: plain text and a whole HTML document; every input is escaped. */
export function renderMail(lang: Lang, subject: string, body: MailBody, look: Look): { plain: string; html: string } {
  return { plain: renderPlain(body), html: renderHtml(lang, subject, body, look).html };
}

/** Mail programs know neither our style sheets nor variables: colours stand on the elements, the dark ones in one rule each. */
function renderHtml(lang: Lang, subject: string, { greeting, paragraphs, button, footer }: MailBody, { palette, wordMark }: Look): Html {
  const light: Paint = (colour) => palette[colour][0];
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
${darkRules((colour) => palette[colour][1])}
}
</style>
</head>
<body class="m-bg" style="margin:0;padding:16px;background:${light("bg")};color:${light("text")};font:17px/1.55 ${sans}">
<div class="m-card" role="article" lang="${lang}" aria-label="${subject}" style="max-width:600px;margin:0 auto;padding:24px;box-sizing:border-box;background:${light("surface")};color:${light("text")};border-top:4px solid ${light("thread")};border-radius:12px">
<p style="margin:0 0 24px;font-size:20px;font-weight:600">${wordMark.name}${beside(wordMark, light)}</p>
<p style="margin:0 0 16px">${greeting}</p>
${paragraphs.map((part) => block(part, light))}${button ? asButton(button, light) : ""}
<div class="m-foot" style="margin-top:32px;padding-top:12px;border-top:1px solid ${light("line")};color:${light("text-2")};font-size:15px">
${footer.map((part) => footLine(part, light))}</div>
</div>
</body>
</html>
`;
}

/** Whose the word mark is, behind a rule. */
const beside = ({ beside: whose }: Look["wordMark"], light: Paint): Html =>
  whose === ""
    ? html``
    : html` <span class="m-label" style="margin-left:8px;padding-left:12px;border-left:1px solid ${light("line")};color:${light("text-2")};font-size:15px;font-weight:400">${whose}</span>`;

function block(part: MailBlock, light: Paint): Html {
  if (typeof part === "string") return html`<p style="margin:0 0 16px">${lines(part)}</p>\n`;
  if ("quote" in part) {
    return html`<blockquote class="m-quote" style="margin:0 0 16px;padding:8px 16px;border-left:4px solid ${light("line")};background:${light("mist")}">${lines(part.quote)}</blockquote>\n`;
  }
  if ("things" in part)
    return html`<h2 style="margin:24px 0 8px;font-size:20px;line-height:1.3">${part.heading}</h2>\n<ul style="margin:0 0 16px;padding:0;list-style:none">\n${part.things.map((one) => thing(one, light))}</ul>\n`;
  const facts = part.fact.map(
    ([label, value]) => html`<dt class="m-label" style="margin:0;color:${light("text-2")};font-size:15px">${label}</dt>
<dd style="margin:0 0 8px;font-weight:600">${lines(value)}</dd>\n`,
  );
  return html`<dl style="margin:0 0 16px">\n${facts}</dl>\n`;
}

const thing = (
  { title, href, lines: said }: MailThing,
  light: Paint,
): Html => html`<li class="m-thing" style="margin:0;padding:12px 0;border-top:1px solid ${light("line")}"><a class="m-link" href="${address(href)}" style="color:${light("link")};font-weight:600">${title}</a>
${said.map((text) => html`<p style="margin:4px 0 0">${lines(text)}</p>\n`)}</li>
`;

/** The address stands below too: a button that does not work must not be the end of the road. */
const asButton = (
  { label, href }: MailLink,
  light: Paint,
): Html => html`<p style="margin:24px 0 8px"><a class="m-button" href="${address(href)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:${light("fjord")};color:${light("on-fjord")};font-weight:600;text-decoration:none">${label}</a></p>
<p style="margin:0 0 16px;font-size:15px;overflow-wrap:anywhere"><a class="m-link" href="${address(href)}" style="color:${light("link")}">${href}</a></p>
`;

const footLine = (part: string | MailLink, light: Paint): Html =>
  typeof part === "string"
    ? html`<p style="margin:0 0 4px">${lines(part)}</p>\n`
    : html`<p style="margin:0 0 4px"><a class="m-link" href="${address(part.href)}" style="color:${light("link")}">${part.label}</a></p>\n`;

/** The value of a colour, in light or in dark. */
type Paint = (colour: Colour) => string;
/** Single quotes, since it stands in an attribute. */
const sans: Html = { html: measures.sans.replaceAll('"', "'").replace(/,'Figtree fallback'/, "") };

const darkRules = (dark: Paint): Html => ({
  html: [
    `.m-bg { background:${dark("bg")} !important; color:${dark("text")} !important }`,
    `.m-card { background:${dark("surface")} !important; color:${dark("text")} !important; border-top-color:${dark("thread")} !important }`,
    `.m-quote { background:${dark("mist")} !important; border-left-color:${dark("line")} !important }`,
    `.m-thing { border-top-color:${dark("line")} !important }`,
    `.m-label { color:${dark("text-2")} !important }`,
    `.m-foot { color:${dark("text-2")} !important; border-top-color:${dark("line")} !important }`,
    `.m-button { background:${dark("fjord")} !important; color:${dark("on-fjord")} !important }`,
    `.m-link { color:${dark("link")} !important }`,
  ].join("\n"),
});
