// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { staffOf } from "./check-demo-posts.ts";
import { acceptedAt, hoursAgo, introductionState, isBefore, latest, postState, replyDays, takenOf } from "./demo-posts.ts";
import type { DemoIntroduction, DemoPost, DemoReply, Moment } from "./demo-schema-posts.ts";
import type { DemoFiles } from "./load-demo.ts";
import { namesIn, type MunicipalityFiles } from "./load.ts";
import { fault } from "./read.ts";

/** What the exchange would refuse, said while the file is open. In: the folder that is named in a fault. */
export function checkIntroductions(demoFolder: string, files: MunicipalityFiles, demo: DemoFiles): void {
  checkNames(demoFolder, files, demo);
  const scene: Scene = {
    ...demo,
    staff: staffOf(demo),
    byKey: new Map(demo.posts.map((post) => [post.key, post])),
    areas: files.areas,
    areaOf: new Map(files.themes.map(({ key, area }) => [key, area])),
  };
  const pairs = new Set<string>();
  demo.introductions.forEach((one, at) => {
    const pair = `${one.offer ?? one.giver?.person}→${one.need ?? one.seeker?.person}`;
    const wrong =
      faultInPosts(one, scene) ??
      faultInWho(one, scene) ??
      faultInReplies(one, scene) ??
      faultInSteps(one) ??
      faultAfterwards(one, scene) ??
      (one.registered === undefined && pairs.has(pair) ? "these two were introduced before" : undefined);
    pairs.add(pair);
    if (wrong !== undefined) throw fault(join(demoFolder, "introductions.json"), `[${at}] ${one.key}`, wrong);
  });
  demo.posts.forEach((post, at) => {
    const { most } = takenOf(post, demo.introductions);
    if (post.quantity !== undefined && most > post.quantity)
      throw fault(join(demoFolder, "posts.json"), `[${at}] ${post.key}`, `${most} were taken of ${post.quantity}: put a quantity right`);
  });
}

type Scene = DemoFiles & {
  staff: ReadonlySet<string>;
  byKey: ReadonlyMap<string, DemoPost>;
  areas: MunicipalityFiles["areas"];
  /** The area of each theme. */
  areaOf: ReadonlyMap<string, string>;
};

function checkNames(
  demoFolder: string,
  { localities }: MunicipalityFiles,
  { people, organisations, posts, introductions }: DemoFiles,
): void {
  const check = namesIn(demoFolder);
  check.unique(
    "introductions.json",
    "key",
    introductions.map(({ key }) => key),
  );
  const known = {
    offer: new Set(posts.filter(({ kind }) => kind === "offer").map(({ key }) => key)),
    need: new Set(posts.filter(({ kind }) => kind === "need").map(({ key }) => key)),
    person: new Set(people.map(({ key }) => key)),
    organisation: new Set(organisations.map(({ slug }) => slug)),
    locality: new Set(localities.map(({ slug }) => slug)),
  };
  introductions.forEach((one, at) => {
    const say = (field: string, name: string | undefined, names: ReadonlySet<string>, what: string) => {
      if (name !== undefined) check.known("introductions.json", `[${at}].${field}`, name, names, what);
    };
    say("offer", one.offer, known.offer, "the key of an offer in posts.json");
    say("need", one.need, known.need, "the key of a need in posts.json");
    say("registered", one.registered?.locality, known.locality, "a place of localities.json");
    for (const name of [one.broker, one.giver?.person, one.seeker?.person, one.resolution?.by, ...one.replies.map(({ by }) => by)])
      say("by", name, known.person, "a person of people.json");
    for (const name of [one.giver?.organisation, one.seeker?.organisation])
      say("organisation", name, known.organisation, "one of organisations.json");
  });
}

const postsOf = ({ offer, need }: DemoIntroduction, { byKey }: Scene): DemoPost[] =>
  [offer, need].flatMap((key) => byKey.get(key ?? "") ?? []);

function faultInPosts(one: DemoIntroduction, scene: Scene): string | undefined {
  const both = postsOf(one, scene);
  for (const post of both) {
    const state = postState(post, one.sent);
    if (state !== "published") return `${post.key} was ${state} when it was proposed`;
  }
  if (both.some(({ routing }) => routing === "brokered") && one.route !== "brokered")
    return "let it go through a broker: a post asks for it";
  return both.some(({ quantity }) => quantity !== undefined) === (one.takes !== undefined)
    ? undefined
    : 'write how many it "takes" exactly where a post has a quantity';
}

/** Who a side is; null where nobody has claimed the post. */
function sideOf(
  one: DemoIntroduction,
  side: "giver" | "seeker",
  { byKey }: Scene,
): { person: string | null; organisation?: string | undefined } {
  const post = byKey.get((side === "giver" ? one.offer : one.need) ?? "");
  if (post) return { person: post.author, organisation: post.organisation };
  return one[side] ?? { person: null };
}

function faultInWho(one: DemoIntroduction, scene: Scene): string | undefined {
  const [giver, seeker] = [sideOf(one, "giver", scene), sideOf(one, "seeker", scene)];
  if (giver.person !== null && giver.person === seeker.person) return "nobody is introduced to themselves";
  for (const { person, organisation } of [giver, seeker])
    if (organisation !== undefined && !speaksFor(person, organisation, scene))
      return `let somebody stand there who speaks for ${organisation}`;
  if (one.broker !== undefined && !brokers(one.broker, postsOf(one, scene), scene))
    return "let the secretariat be the broker, or whoever answers for the area of a post's theme";
  return undefined;
}

const speaksFor = (person: string | null, organisation: string, { people }: Scene): boolean =>
  people
    .find(({ key }) => key === person)
    ?.organisations.some((member) => member.organisation === organisation && member.part === "speaks-for") === true;

function brokers(person: string, both: readonly DemoPost[], { people, areas, areaOf }: Scene): boolean {
  if (people.find(({ key }) => key === person)?.roles.some(({ role }) => role === "secretariat")) return true;
  const theirs = areas.filter(({ contactPerson, deputy }) => contactPerson === person || deputy === person).map(({ slug }) => slug);
  return both.flatMap(({ themes = [] }) => themes).some((theme) => theirs.includes(areaOf.get(theme) ?? ""));
}

function faultInReplies(one: DemoIntroduction, scene: Scene): string | undefined {
  if (one.registered) return one.replies.length > 0 ? "nobody is asked where help is registered afterwards" : undefined;
  const [first, second] = one.replies;
  if (first && first.side === second?.side) return "each side answers once";
  if (one.initiator !== "broker") {
    const own = one.replies.find(({ side }) => side === one.initiator);
    if (own?.yes !== true || hoursAgo(own) !== hoursAgo(one.sent)) return "whoever asks says yes in the same moment";
  }
  for (const reply of one.replies) {
    if (isBefore(reply, one.sent)) return "answer after it was proposed";
    if (reply.daysAgo < one.sent.daysAgo - replyDays) return `answer within ${replyDays} days`;
    const wrong = faultInReply(reply, sideOf(one, reply.side, scene).person, scene);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function faultInReply(reply: DemoReply, person: string | null, { people, staff }: Scene): string | undefined {
  if (person === null && reply.by === undefined) return "say who asked somebody that has not logged in";
  const helps = people.find(({ key }) => key === reply.by)?.helps.includes(person ?? "") === true;
  if (reply.by !== undefined && !helps && !staff.has(reply.by)) return "let the answer be written down by a helper or an employee";
  if (reply.yes && !reply.email && reply.phone === undefined)
    return "say how somebody is reached who says yes: by e-mail, or a phone number";
  if (reply.yes && reply.email && !people.find(({ key }) => key === person)?.email) return "share no e-mail of somebody who has none";
  return undefined;
}

function faultInSteps(one: DemoIntroduction): string | undefined {
  const accepted = one.registered ? one.sent : acceptedAt(one);
  const { withdrawn, agreement, noAgreement, messages = [] } = one;
  if ((agreement || noAgreement) && !accepted) return "agree only after both have said yes";
  if (withdrawn && accepted) return "what both said yes to is not withdrawn";
  const steps = [one.sent, accepted ?? withdrawn, agreement, noAgreement].filter((step) => step !== undefined);
  if (steps.some((step, at) => at > 0 && isBefore(step, steps[at - 1] ?? step))) return "let each step come later than the one before";
  if (agreement && !one.registered && agreement.inDays < -agreement.daysAgo) return "agree on a day that lies ahead";
  if (agreement && one.registered && agreement.inDays > -agreement.daysAgo) return "register help that has been given";
  const over = overAt(one);
  if (messages.some((message) => isBefore(message, one.sent) || isBefore(over, message))) return "write while it is open";
  return undefined;
}

/** After this nobody writes to the other through the platform any more. */
function overAt(one: DemoIntroduction): Moment {
  const no = one.replies.find(({ yes }) => !yes);
  const end = one.withdrawn ?? no ?? one.noAgreement;
  if (end) return end;
  return introductionState(one) === "lapsed" ? { daysAgo: one.sent.daysAgo - replyDays, hour: 23.9 } : latest;
}

function faultAfterwards(one: DemoIntroduction, { staff }: Scene): string | undefined {
  const { agreement, noAgreement, outcomes = [], thanks = [], resolution } = one;
  const [first, second] = outcomes;
  if (first && (!agreement || noAgreement)) return "say how it went only where something was agreed";
  if (first && first.side === second?.side) return "each side says once how it went";
  if (agreement && outcomes.some(({ daysAgo }) => daysAgo > -agreement.inDays - (one.registered ? 0 : 1)))
    return "say how it went after the agreed day";
  if (one.registered && (one.initiator === "broker" ? false : !outcomes.some(({ side }) => side === one.initiator)))
    return "whoever registers help says how it went";
  const from = acceptedAt(one) ?? (one.registered && one.sent);
  if (thanks.length > 0 && (!from || thanks.some((said) => isBefore(said, from)))) return "give thanks after both have said yes";
  if (!resolution) return undefined;
  if (!second || first?.happened === second.happened) return "resolve only what the two tell differently";
  if (outcomes.some((outcome) => isBefore(resolution, outcome))) return "resolve it after both have told";
  return staff.has(resolution.by) ? undefined : "let an employee resolve it";
}
