// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { z } from "zod";
import { checkIntroductions } from "./check-demo-introductions.ts";
import { checkPosts } from "./check-demo-posts.ts";
import { enquiry, type DemoEnquiry } from "./demo-schema-enquiries.ts";
import { introduction, post, type DemoIntroduction, type DemoPost } from "./demo-schema-posts.ts";
import * as schema from "./demo-schema.ts";
import { namesIn, type MunicipalityFiles } from "./load.ts";
import { fault, readChecked } from "./read.ts";

export type DemoFiles = {
  people: schema.DemoPerson[];
  organisations: schema.DemoOrganisation[];
  ideas: schema.DemoIdea[];
  conversations: schema.DemoConversation[];
  listings: schema.DemoListing[];
  enquiries: DemoEnquiry[];
  posts: DemoPost[];
  introductions: DemoIntroduction[];
};

/**
 * Reads and checks `demo/` of a municipality. In: the municipality's folder and its files. Faults are told as in
 * `loadMunicipality`.
 */
export function loadDemo(folder: string, files: MunicipalityFiles): DemoFiles {
  const demoFolder = join(folder, "demo");
  const demo: DemoFiles = {
    people: readChecked(demoFolder, "people.json", z.array(schema.person).min(1)),
    organisations: readChecked(demoFolder, "organisations.json", z.array(schema.organisation)),
    ideas: readChecked(demoFolder, "ideas.json", z.array(schema.idea)),
    conversations: readChecked(demoFolder, "conversations.json", z.array(schema.conversation)),
    listings: readChecked(demoFolder, "listings.json", z.array(schema.listing)),
    enquiries: readChecked(demoFolder, "enquiries.json", z.array(enquiry)),
    posts: readChecked(demoFolder, "posts.json", z.array(post)),
    introductions: readChecked(demoFolder, "introductions.json", z.array(introduction)),
  };
  checkPeople(folder, files, demo);
  checkIdeas(demoFolder, files, demo);
  checkConversations(demoFolder, demo);
  checkListings(demoFolder, files, demo);
  checkEnquiries(demoFolder, files, demo);
  checkPosts(demoFolder, files, demo);
  checkIntroductions(demoFolder, files, demo);
  return demo;
}

function checkPeople(
  folder: string,
  { municipality, areas, localities, committees }: MunicipalityFiles,
  { people, organisations }: DemoFiles,
): void {
  const demoFolder = join(folder, "demo");
  const check = namesIn(demoFolder);
  const persons = check.unique(
    "people.json",
    "key",
    people.map(({ key }) => key),
  );
  check.unique(
    "people.json",
    "email",
    people.flatMap(({ email }) => email ?? []),
  );
  const slugs = check.unique(
    "organisations.json",
    "slug",
    organisations.map(({ slug }) => slug),
  );
  const places = new Set(localities.map(({ slug }) => slug));
  const boards = new Set(committees.terms.flatMap((term) => term.committees.map(({ slug }) => slug)));
  organisations.forEach(({ locality }, at) =>
    check.known("organisations.json", `[${at}].locality`, locality, places, "a place of localities.json"),
  );
  people.forEach((person, at) => {
    check.known("people.json", `[${at}].locality`, person.locality, places, "a place of localities.json");
    for (const { organisation } of person.organisations)
      check.known("people.json", `[${at}].organisations`, organisation, slugs, "one of organisations.json");
    for (const helped of person.helps) check.known("people.json", `[${at}].helps`, helped, persons, "a person's key");
    for (const role of person.roles)
      if (role.role === "committee-member")
        check.known("people.json", `[${at}].roles`, role.committee, boards, "a committee of committees.json");
  });
  const above = namesIn(folder);
  above.known(
    "municipality.json",
    "secretariat.person",
    municipality.secretariat.person,
    persons,
    "the key of a person in demo/people.json",
  );
  areas.forEach(({ contactPerson, deputy }, at) => {
    for (const name of [contactPerson, deputy])
      above.known("areas.json", `[${at}]`, name, persons, "the key of a person in demo/people.json");
  });
}

function checkIdeas(
  demoFolder: string,
  { areas, localities, themes }: MunicipalityFiles,
  { people, organisations, ideas }: DemoFiles,
): void {
  const check = namesIn(demoFolder);
  const keys = check.unique(
    "ideas.json",
    "key",
    ideas.map(({ key }) => key),
  );
  const known = {
    area: new Set(areas.map(({ slug }) => slug)),
    locality: new Set(localities.map(({ slug }) => slug)),
    theme: new Set(themes.map(({ key }) => key)),
    person: new Set(people.map(({ key }) => key)),
    organisation: new Set(organisations.map(({ slug }) => slug)),
  };
  ideas.forEach((idea, at) => {
    const say = (field: string, name: string | null | undefined, names: ReadonlySet<string>, what: string) => {
      if (name !== null && name !== undefined) check.known("ideas.json", `[${at}].${field}`, name, names, what);
    };
    say("area", idea.area, known.area, "an area of areas.json");
    say("locality", idea.locality, known.locality, "a place of localities.json");
    say("author", idea.author, known.person, "a person of people.json");
    say("helper", idea.helper, known.person, "a person of people.json");
    say("onBehalfOf", idea.onBehalfOf, known.organisation, "one of organisations.json");
    for (const theme of idea.themes ?? []) say("themes", theme, known.theme, "a theme of themes.json");
    for (const { by } of idea.answers) say("answers", by, known.person, "a person of people.json");
    for (const answer of idea.answers) if (answer.status === "part-of") say("answers", answer.partOf, keys, "another idea's key");
    say("variantOf", idea.variantOf, keys, "another idea's key");
    say("proposal", idea.proposal?.into, keys, "another idea's key");
    say("proposal", idea.proposal?.by, known.person, "a person of people.json");
    const order = faultInOrder(idea);
    if (order !== undefined) throw fault(join(demoFolder, "ideas.json"), `[${at}] ${idea.key}`, order);
  });
}

function checkEnquiries(demoFolder: string, { areas, localities }: MunicipalityFiles, { people, ideas, enquiries }: DemoFiles): void {
  const check = namesIn(demoFolder);
  check.unique(
    "enquiries.json",
    "key",
    enquiries.map(({ key }) => key),
  );
  const persons = new Set(people.map(({ key }) => key));
  const slugs = new Set(areas.map(({ slug }) => slug));
  const places = new Set(localities.map(({ slug }) => slug));
  enquiries.forEach(({ author, area, handOver, proposal, became }, at) => {
    check.known("enquiries.json", `[${at}].author`, author, persons, "a person of people.json");
    for (const slug of [area, ...(handOver ? [handOver.from, handOver.to] : [])])
      check.known("enquiries.json", `[${at}].area`, slug, slugs, "an area of areas.json");
    if (proposal) check.known("enquiries.json", `[${at}].proposal`, proposal.locality, places, "a place of localities.json");
    const theirs = new Set(ideas.filter((idea) => idea.author === author).map(({ key }) => key));
    if (became) check.known("enquiries.json", `[${at}].became`, became.idea, theirs, "an idea of the same person");
  });
}

function checkConversations(demoFolder: string, { people, ideas, conversations }: DemoFiles): void {
  const check = namesIn(demoFolder);
  const persons = new Set(people.map(({ key }) => key));
  const byKey = new Map(ideas.map((idea) => [idea.key, idea]));
  conversations.forEach(({ idea, comments }, at) => {
    check.known("conversations.json", `[${at}].idea`, idea, new Set(byKey.keys()), "the key of an idea");
    for (const { by, stand, replies = [] } of comments) {
      for (const one of [by, ...replies.map((reply) => reply.by)])
        check.known("conversations.json", `[${at}].comments`, one, persons, "a person of people.json");
      if (stand === "against" && byKey.get(idea)?.halfDone === true)
        throw fault(join(demoFolder, "conversations.json"), `[${at}] ${idea}`, "nobody is against a half-finished idea yet");
    }
  });
}

/** What the database would refuse later, said while the file is open. */
function faultInOrder({ key, variantOf, answers, acknowledgedAfter, proposal }: schema.DemoIdea): string | undefined {
  const finals = answers.filter(({ status }) => status !== "investigating");
  if (finals.length > 1 || (finals.length === 1 && finals[0] !== answers.at(-1))) return "let the one final answer stand last";
  if (answers.length - finals.length > 2) return 'write "investigating" at most twice';
  if (answers.some((answer, at) => at > 0 && answer.daysAfter <= (answers[at - 1]?.daysAfter ?? 0)))
    return "let each answer come later than the one before";
  if (acknowledgedAfter !== null && answers[0] && answers[0].daysAfter < acknowledgedAfter) return "acknowledge before answering";
  if (answers.some((answer) => answer.status === "part-of" && answer.partOf === key) || proposal?.into === key)
    return "an idea cannot be part of itself";
  if (variantOf === key) return "an idea is no version of itself";
  if (proposal && finals.length > 0) return "an idea with its final answer goes into no other";
  if (proposal?.reply && proposal.reply.daysAfter <= proposal.daysAfter) return "let the author say yes or no after they were asked";
  return undefined;
}

function checkListings(
  demoFolder: string,
  { areas, localities, themes, committees }: MunicipalityFiles,
  { ideas, listings }: DemoFiles,
): void {
  const check = namesIn(demoFolder);
  check.unique(
    "listings.json",
    "key",
    listings.map(({ key }) => key),
  );
  const known = {
    area: new Set(areas.map(({ slug }) => slug)),
    locality: new Set(localities.map(({ slug }) => slug)),
    theme: new Set(themes.map(({ key }) => key)),
    committee: new Set(committees.terms.flatMap((term) => term.committees.map(({ slug }) => slug))),
    idea: new Set(ideas.map(({ key }) => key)),
  };
  listings.forEach((one, at) => {
    const say = (field: string, name: string | null, names: ReadonlySet<string>, what: string) => {
      if (name !== null) check.known("listings.json", `[${at}].${field}`, name, names, what);
    };
    say("area", one.area, known.area, "an area of areas.json");
    say("locality", one.locality, known.locality, "a place of localities.json");
    say("committee", one.committee, known.committee, "a committee of committees.json");
    for (const theme of one.themes) say("themes", theme, known.theme, "a theme of themes.json");
    for (const { idea } of one.answers) say("answers", idea, known.idea, "an idea's key");
  });
}
