// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { containsCpr } from "#platform/text/cpr.ts";
import { root } from "#platform/root.ts";
import { loadDemo } from "./load-demo.ts";
import { loadMunicipality } from "./load.ts";
import { sharedRuns, type NamedText } from "./six-words.ts";

const folder = join(root, "municipalities/0730-randers");
const files = loadMunicipality(folder);
const demo = loadDemo(folder, files);

/** All that people are said to have written, in one language. */
function textsIn(lang: "da" | "en"): NamedText[] {
  const english = lang === "en";
  return [
    ...(english ? [] : demo.ideas.flatMap(ideaTexts)),
    ...(english ? [] : demo.listings.flatMap(listingTexts)),
    ...(english
      ? []
      : demo.conversations.flatMap(({ idea, comments }) => comments.flatMap((one, at) => commentTexts(one, `${idea} ${at + 1}`)))),
    ...(english ? [] : demo.enquiries.flatMap(enquiryTexts)),
    ...(english ? [] : demo.posts.flatMap(postTexts)),
    ...(english ? [] : demo.introductions.flatMap(introductionTexts)),
    ...files.examples.flatMap((example) =>
      Object.entries(example[lang]).map(([part, text]) => ({ name: `example ${example.slug} ${part}`, text })),
    ),
    ...files.policy.commitments.map((commitment) => ({ name: `commitment ${commitment.id}`, text: commitment[lang] })),
    ...files.areas.map((area) => ({ name: `area ${area.slug}`, text: english ? area.aboutEn : area.about })),
    ...demo.organisations.map((one) => ({ name: `organisation ${one.slug}`, text: english ? one.aboutEn : one.about })),
    ...demo.people.flatMap(({ key, logIn }) => (logIn ? [{ name: `person ${key}`, text: english ? logIn.aboutEn : logIn.about }] : [])),
  ];
}

function listingTexts(one: (typeof demo.listings)[number]): NamedText[] {
  const parts = {
    what: `${one.title}. ${one.what}`,
    openFor: one.openFor,
    fixed: one.fixed,
    question: one.question?.text,
    heard: one.told?.heard,
    doing: one.told?.doing,
    ...Object.fromEntries(one.phases.map(({ phase, note }) => [phase, note])),
    ...Object.fromEntries(one.answers.map((answer) => [answer.idea, "because" in answer ? answer.because : undefined])),
  };
  return Object.entries(parts).flatMap(([part, text]) => (text === undefined ? [] : [{ name: `listing ${one.key} ${part}`, text }]));
}

function ideaTexts({ key, title, text, answers, proposal, howItWent }: (typeof demo.ideas)[number]): NamedText[] {
  const said = answers.flatMap((answer, at) =>
    [answer.reason, answer.nextStep, answer.status === "not-possible" ? answer.wouldMakeItPossible : undefined]
      .filter((part) => part !== undefined)
      .map((part) => ({ name: `answer ${at + 1} to ${key}`, text: part })),
  );
  return [
    { name: `idea ${key}`, text: `${title}. ${text}` },
    ...said,
    ...[proposal?.reason, proposal?.reply?.said].flatMap((words) =>
      words === undefined ? [] : [{ name: `proposal on ${key}`, text: words }],
    ),
    ...(howItWent?.line ? [{ name: `how it went with ${key}`, text: howItWent.line }] : []),
  ];
}

const enquiryTexts = ({ key, subject, text, answers = [], note, proposal }: (typeof demo.enquiries)[number]): NamedText[] => [
  { name: `enquiry ${key}`, text: `${subject} ${text}` },
  ...answers.map((answer, at) => ({ name: `answer ${at + 1} to ${key}`, text: answer.text })),
  ...[note?.text, proposal?.text].flatMap((words) => (words === undefined ? [] : [{ name: `words on ${key}`, text: words }])),
];

const postTexts = ({ key, title, text, notLetThrough }: (typeof demo.posts)[number]): NamedText[] => [
  { name: `post ${key}`, text: `${title}. ${text}` },
  ...(notLetThrough === undefined ? [] : [{ name: `reason on ${key}`, text: notLetThrough }]),
];

const introductionTexts = (one: (typeof demo.introductions)[number]): NamedText[] =>
  [
    one.greeting,
    one.registered?.title,
    one.agreement?.what,
    one.noAgreement?.reason,
    one.withdrawn?.reason,
    one.resolution?.text,
    ...one.replies.map((reply) => (reply.yes ? undefined : reply.reason)),
    ...(one.messages ?? []).map(({ text }) => text),
    ...(one.outcomes ?? []).map(({ line }) => line),
    ...(one.thanks ?? []).map(({ text }) => text),
  ].flatMap((text) => (text === undefined ? [] : [{ name: `introduction ${one.key}`, text }]));

const commentTexts = ({ text, replies = [] }: { text: string; replies?: { text: string }[] | undefined }, name: string): NamedText[] => [
  { name: `comment ${name}`, text },
  ...replies.map((reply, at) => ({ name: `reply ${at + 1} to ${name}`, text: reply.text })),
];

for (const lang of ["da", "en"] as const) {
  test(`no two texts share six words in a row (${lang})`, () => {
    const texts = textsIn(lang);
    assert.ok(texts.length >= 100, `only ${texts.length} texts were seen`);
    assert.deepEqual(sharedRuns(texts), []);
  });
}

test("red control: a sentence taken from another idea is found, whatever its capitals and commas", () => {
  const [first] = textsIn("da");
  const stolen = (first?.text ?? "").split(" ").slice(4, 12).join(", ").toUpperCase();
  assert.ok(
    sharedRuns([...textsIn("da"), { name: "the thief", text: `Hør her: ${stolen}!` }]).some((found) => found.includes("the thief")),
  );
});

test("no text of the demo holds a CPR number", () => {
  for (const { name, text } of [...textsIn("da"), ...textsIn("en")]) assert.equal(containsCpr(text), false, name);
});

test("nobody writes as an office does", () => {
  const office =
    /behandl|borgerservice|henvend|vedrørende|iværksæt|ressourcer|bringes i spil|sagsbehandl|forvaltning|imødekomm|såfremt|endvidere|hermed|proaktiv|facilit|bæredygtig|synerg|tiltag/iu;
  for (const { name, text } of textsIn("da")) assert.doesNotMatch(text, office, name);
});
