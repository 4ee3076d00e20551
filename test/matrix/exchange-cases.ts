// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { saveProfile } from "#features/exchange/operations-profile.ts";
import type { TestWorld } from "../test-world.ts";
import { actors } from "./stage.ts";
import type { Case } from "./cases.ts";
import {
  byPhone,
  claimablePost,
  greeting,
  introductionIn,
  introductionStates,
  openPost,
  postIn,
  postStates,
  tokenToConfirmPost,
  tokenToRenew,
} from "./stage-exchange.ts";

type MakeCase = (t: TestWorld, state: string) => Case | Promise<Case>;
type Body = Record<string, string>;

const first = (all: string[], state: string): string[] => [state, ...all.filter((one) => one !== state)];

/** The first state is the one in which the door opens. */
export const exchangeStates: Record<string, string[]> = {
  "exchange.confirm": ["mailed", "unknown"],
  "exchange.before-confirming": ["mailed", "unknown"],
  "exchange.renew-by-link": ["mailed", "unknown"],
  "exchange.before-renewing-by-link": ["mailed", "unknown"],
  "exchange.claim": ["right-code", "wrong-code"],
  "exchange.look": first(postStates, "held"),
  "exchange.resume": first(postStates, "paused"),
  "exchange.put-back": first(postStates, "removed"),
  "exchange.follow-up-post": first(postStates, "unanswered"),
  ...Object.fromEntries(
    ["warn", "expire", "call-for-help", "lapse", "ask-outcome", "notice-silence"].map((door) => [`exchange.${door}`, ["-"]]),
  ),
  "exchange.reply-for": first(introductionStates, "called"),
  "exchange.follow-up": first(introductionStates, "called"),
  "exchange.withdraw-introduction": first(introductionStates, "begun"),
  "exchange.agree": first(introductionStates, "accepted"),
  "exchange.give-up": first(introductionStates, "accepted"),
  "exchange.tell-outcome": first(introductionStates, "been"),
  "exchange.resolve": first(introductionStates, "disputed"),
  "exchange.thank": first(introductionStates, "been"),
};

const newPost = {
  kind: "offer",
  title: "Syltetøj af mirabeller",
  text: "Tyve glas står i kælderen, og vi er kun to til morgenmad.",
  type: "thing",
  where: "langaa",
};
const profile = { types: "time", text: "Jeg kan slå græs om lørdagen." };

const onPost =
  (body: (t: TestWorld) => Body | Promise<Body> = () => ({})): MakeCase =>
  async (t, state) => ({ params: { reference: await postIn(t, state) }, body: await body(t) });
const onIntroduction =
  (body: (t: TestWorld, state: string) => Body = () => ({})): MakeCase =>
  async (t, state) => ({ params: { reference: await introductionIn(t, state) }, body: body(t, state) });
const byToken =
  (mailed: (t: TestWorld) => Promise<string>): MakeCase =>
  async (t, state) => ({ params: { token: state === "mailed" ? await mailed(t) : "0".repeat(43) } });
const today = ({ clock }: TestWorld): string => localDayOf(clock.now());

export const exchangeCases: Record<string, MakeCase> = {
  "exchange.submit": () => ({ body: newPost }),
  "exchange.confirm": byToken(tokenToConfirmPost),
  "exchange.before-confirming": byToken(tokenToConfirmPost),
  "exchange.renew-by-link": byToken(tokenToRenew),
  "exchange.before-renewing-by-link": byToken(tokenToRenew),
  "exchange.claim": async (t, state) => {
    const { reference, code } = await claimablePost(t);
    return { body: { reference, code: state === "right-code" ? code : "XXXX-XXXX" } };
  },
  "exchange.edit": onPost(() => ({ title: "Fem brædder", text: newPost.text, type: "thing", where: "langaa" })),
  "exchange.pause": onPost(),
  "exchange.resume": onPost(),
  "exchange.renew": onPost(),
  "exchange.fulfil": onPost(),
  "exchange.withdraw": onPost(),
  "exchange.look": onPost(() => ({ letThrough: "yes" })),
  "exchange.remove": onPost(() => ({ reason: "Det ligner en annonce." })),
  "exchange.put-back": onPost(),
  "exchange.follow-up-post": onPost(() => ({ why: "no-contact", note: "Jeg har ringet rundt." })),
  "exchange.introduce": onPost(() => ({ greeting, ...byPhone })),
  "exchange.bring-together": onPost(async (t) => ({ other: await openPost(t, "sofie", "offer"), greeting })),
  "exchange.detail": onPost(),
  "exchange.matches": onPost(),
  "exchange.receipt": onPost(),
  "exchange.before-own": onPost(),
  "exchange.before-changing": onPost(),
  "exchange.before-brokering": onPost(),
  "exchange.before-introducing": onPost(),
  "exchange.before-bringing-together": onPost(),
  "exchange.before-following-up-post": onPost(),
  "exchange.reply": onIntroduction(() => ({ yes: "yes", ...byPhone })),
  // Sofie offers; whoever must be called is the one who needs.
  "exchange.reply-for": onIntroduction((_t, state) => ({ side: state === "begun" ? "giver" : "seeker", yes: "yes", phone: "50 60 70 80" })),
  "exchange.withdraw-introduction": onIntroduction(),
  "exchange.write": onIntroduction(() => ({ text: "Kan du også om søndagen?" })),
  "exchange.agree": onIntroduction((t) => ({ what: "Fire brædder på lørdag", onDay: addDays(today(t), 5) })),
  "exchange.give-up": onIntroduction(() => ({ reason: "Vi fandt ingen dag." })),
  "exchange.tell-outcome": onIntroduction(() => ({ happened: "yes", score: "5" })),
  "exchange.resolve": onIntroduction(() => ({ happened: "yes", note: "De siger begge ja i telefonen." })),
  "exchange.thank": onIntroduction(() => ({ text: "Tak for brædderne." })),
  "exchange.follow-up": onIntroduction((_t, state) => ({ why: state === "disputed" ? "disputed" : "call", note: "Jeg har ringet." })),
  "exchange.introduction": onIntroduction(),
  "exchange.before-replying": onIntroduction(),
  "exchange.before-writing-to": onIntroduction(),
  "exchange.before-brokering-introduction": onIntroduction(),
  "exchange.register-help": (t) => ({ body: { side: "giver", other: "Naboen", what: "Klippede hækken", onDay: today(t) } }),
  "exchange.save-profile": () => ({ body: profile }),
  "exchange.remove-profile": async (t) => {
    for (const key of Object.values(actors)) if (key !== undefined) await t.perform(saveProfile, { as: key, input: profile });
    return {};
  },
  "exchange.party": () => ({ params: { slug: "nordlys" } }),
};
