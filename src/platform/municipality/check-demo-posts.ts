// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { hoursAgo, isBefore, partyOf, postState } from "./demo-posts.ts";
import type { DemoPost, Moment } from "./demo-schema-posts.ts";
import type { DemoIdea } from "./demo-schema.ts";
import type { DemoFiles } from "./load-demo.ts";
import { namesIn, type MunicipalityFiles } from "./load.ts";
import { fault } from "./read.ts";

/** What the exchange would refuse, said while the file is open. In: the folder that is named in a fault. */
export function checkPosts(demoFolder: string, files: MunicipalityFiles, demo: DemoFiles): void {
  checkNames(demoFolder, files, demo);
  const staff = staffOf(demo);
  demo.posts.forEach((post, at) => {
    const wrong =
      faultInVoice(post, demo, staff) ??
      faultInLooking(post, demo.posts, staff) ??
      faultInStory(post, demo.posts) ??
      faultInIdea(post, demo.ideas) ??
      faultInHelp(post, staff);
    if (wrong !== undefined) throw fault(join(demoFolder, "posts.json"), `[${at}] ${post.key}`, wrong);
  });
}

/** Keys of those who work for the municipality. */
export const staffOf = ({ people }: DemoFiles): Set<string> =>
  new Set(people.filter(({ roles }) => roles.some(({ role }) => role === "employee" || role === "secretariat")).map(({ key }) => key));

function checkNames(
  demoFolder: string,
  { localities, themes }: MunicipalityFiles,
  { people, organisations, ideas, posts }: DemoFiles,
): void {
  const check = namesIn(demoFolder);
  const keys = check.unique(
    "posts.json",
    "key",
    posts.map(({ key }) => key),
  );
  const known = {
    locality: new Set(localities.map(({ slug }) => slug)),
    theme: new Set(themes.map(({ key }) => key)),
    person: new Set(people.map(({ key }) => key)),
    organisation: new Set(organisations.map(({ slug }) => slug)),
    idea: new Set(ideas.map(({ key }) => key)),
  };
  posts.forEach((post, at) => {
    const say = (field: string, name: string | null | undefined, names: ReadonlySet<string>, what: string) => {
      if (name !== null && name !== undefined) check.known("posts.json", `[${at}].${field}`, name, names, what);
    };
    say("author", post.author, known.person, "a person of people.json");
    say("helper", post.helper, known.person, "a person of people.json");
    say("helped.by", post.helped?.by, known.person, "a person of people.json");
    say("organisation", post.organisation, known.organisation, "one of organisations.json");
    say("locality", post.locality, known.locality, "a place of localities.json");
    say("copyOf", post.copyOf, keys, "another post's key");
    say("forIdea", post.forIdea, known.idea, "an idea's key");
    for (const theme of post.themes ?? []) say("themes", theme, known.theme, "a theme of themes.json");
  });
}

function faultInVoice({ author, helper, organisation }: DemoPost, { people }: DemoFiles, staff: ReadonlySet<string>): string | undefined {
  const person = people.find(({ key }) => key === author);
  if (organisation !== undefined && !person?.organisations.some((one) => one.organisation === organisation && one.part === "speaks-for"))
    return `let somebody write who speaks for ${organisation}`;
  const helps = people.find(({ key }) => key === helper)?.helps.includes(author ?? "") === true;
  if (helper !== undefined && !helps && !staff.has(helper)) return "let somebody help who acts for the author, or an employee";
  return undefined;
}

/** The first post of a party is held until a broker has looked; not that of an employee. */
function faultInLooking(post: DemoPost, posts: readonly DemoPost[], staff: ReadonlySet<string>): string | undefined {
  const trusted =
    staff.has(post.author ?? "") ||
    posts.some((one) => partyOf(one) === partyOf(post) && letThrough(one) && isBefore(one.looked, post.sent));
  if (trusted) return post.looked === undefined ? undefined : 'take out "looked": this party is known, and its posts are public at once';
  if (post.looked === undefined) return 'say when a broker "looked": this is the first post of a new party';
  return post.looked !== null && isBefore(post.looked, post.sent) ? "look at it after it was sent" : undefined;
}

const letThrough = (post: DemoPost): post is DemoPost & { looked: Moment } =>
  post.looked !== null && post.looked !== undefined && post.notLetThrough === undefined;

function faultInStory(post: DemoPost, posts: readonly DemoPost[]): string | undefined {
  const { kind, sent, copyOf, fromInDays, untilInDays, turns = [] } = post;
  if (fromInDays !== undefined && untilInDays !== undefined && untilInDays < fromInDays) return "let it begin before it ends";
  for (const turn of turns) {
    const justBefore = { daysAgo: turn.daysAgo, hour: turn.hour - 0.01 };
    const state = postState(post, justBefore);
    if (!goesTo[turn.what].includes(state)) return `it was ${state} and cannot be ${turn.what} then`;
  }
  if (turns.some((turn, at) => hoursAgo(turn) >= hoursAgo(turns[at - 1] ?? sent))) return "let each turn come later than the one before";
  const original = posts.find(({ key }) => key === copyOf);
  if (original && (partyOf(original) !== partyOf(post) || original.kind !== kind || !isBefore(original.sent, sent)))
    return "copy an earlier post of the same kind by the same party";
  return undefined;
}

/** An idea that was told, and still stands, when somebody said what it lacks. So many working days are at least as many days. */
function faultInIdea({ forIdea, sent }: DemoPost, ideas: readonly DemoIdea[]): string | undefined {
  const idea = ideas.find(({ key }) => key === forIdea);
  if (!idea) return undefined;
  const { submitted } = idea;
  const told = { daysAgo: "daysAgo" in submitted ? submitted.daysAgo : submitted.workingDaysAgo, hour: submitted.hour };
  if (!isBefore(told, sent)) return "say what an idea lacks after it was told";
  const closed = idea.withdrawnAfterDays !== undefined || idea.answers.some(({ status }) => status === "not-possible");
  return closed ? "let it be for an idea that can come to something" : undefined;
}

/** Days after which a broker looks for somebody. */
const helpDays = 14;

function faultInHelp(post: DemoPost, staff: ReadonlySet<string>): string | undefined {
  const { helped, looked, sent } = post;
  if (!helped) return undefined;
  if (!staff.has(helped.by)) return "let an employee help";
  if (postState(post, helped) !== "published") return "help with what is open";
  return (looked ?? sent).daysAgo - helped.daysAgo < helpDays ? `help after ${helpDays} days without an answer` : undefined;
}

const goesTo = {
  paused: ["published"],
  resumed: ["paused"],
  fulfilled: ["published", "paused"],
  withdrawn: ["held", "published", "paused"],
  renewed: ["published", "paused", "expired"],
};
