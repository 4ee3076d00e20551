// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay } from "#platform/clock/local-day.ts";
import {
  anyReference,
  atLeast,
  claimOf,
  choices,
  oneOf,
  optionalEmail,
  optionalPhone,
  optionalText,
  slug,
  slugOrNone,
  tick,
  wholeNumber,
} from "#platform/forms/fields.ts";
import { nameChoices } from "#platform/text/shown-name.ts";
import { sides } from "./introduction.ts";
import { audiences, contributionTypes, credentials, partyKinds, postKinds, routings } from "./post.ts";
import { sections } from "./store-desk.ts";
import { whys } from "./store-follow-up.ts";
import { isSlot } from "./weekdays.ts";

const none = (value: unknown): unknown => (value === "" ? undefined : value);
const numberOrNone = (range: { min: number; max: number }) => z.preprocess(none, wholeNumber(range).optional());
const dayOrNone = () =>
  z.preprocess(
    none,
    z
      .string()
      .max(10)
      .refine(isLocalDay, { params: { kind: "day" } })
      .optional(),
  );
const slots = () => choices(21).pipe(z.array(z.string().refine(isSlot)));

/** What a writer may say of a post, now and when it is changed. */
const words = {
  title: atLeast(3, 120),
  text: atLeast(10, 6000),
  type: z.enum(contributionTypes),
  where: slug(),
  remote: tick(),
  reachKm: numberOrNone({ min: 1, max: 100 }),
  weekdays: slots(),
  fromDay: dayOrNone(),
  untilDay: dayOrNone(),
  persons: numberOrNone({ min: 1, max: 10_000 }),
  quantity: numberOrNone({ min: 1, max: 100_000 }),
  audience: oneOf(audiences),
  minAge: numberOrNone({ min: 15, max: 99 }),
  credential: oneOf(credentials),
  routing: oneOf(routings),
};

/** Five fields to begin: title, text, type, where, e-mail. The rest may be left open. */
export const NewPost = z.object({
  kind: z.enum(postKinds),
  ...words,
  email: optionalEmail(),
  name: optionalText({ max: 60 }),
  showAs: oneOf(nameChoices),
  /** An organisation that the writer speaks for; or the name of one that stands in no register. */
  organisation: slugOrNone(),
  partyName: optionalText({ max: 160 }),
  partyKind: oneOf(partyKinds),
  phone: optionalPhone(),
  expiresOn: dayOrNone(),
  /** What it is needed for: an idea, a project. */
  for: anyReference(),
  /** The post that it repeats. */
  like: anyReference(),
});

export const Edited = z.object({ ...words });

/** What the form for a new post can be opened with. */
export const Writing = z.object({ slags: oneOf(["tilbud", "efterlysning"]), for: anyReference(), som: anyReference() });

export const Claim = claimOf("TE");
export const Token = z.object({ token: z.string().max(100).min(1) });
export const Looked = z.object({ letThrough: z.enum(["yes", "no"]), reason: optionalText({ max: 1000 }) });
export const Reason = z.object({ reason: atLeast(5, 1000) });
export const Nothing = z.object({});

/** What the list can be asked for. `after` is the place of the last one seen. */
export const Filter = z.object({
  q: optionalText({ max: 200 }),
  kind: oneOf(postKinds),
  type: oneOf(contributionTypes),
  theme: slugOrNone(),
  locality: slugOrNone(),
  /** At most so many kilometres from the locality. */
  km: oneOf(["5", "10", "20"]),
  day: oneOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
  part: oneOf(["morning", "afternoon", "evening"]),
  party: oneOf(partyKinds),
  home: z.enum(["1", ""]).optional(),
  after: z
    .string()
    .regex(/^([TE]-\d{4}-\d{4,9})?$/)
    .optional()
    .transform((value) => value || undefined),
  externalId: optionalText({ max: 200 }),
  limit: numberOrNone({ min: 1, max: 100 }),
});

/** How one wants to be reached, once both have said yes. */
const contact = {
  shareEmail: tick(),
  sharePhone: optionalPhone(),
  shareName: optionalText({ max: 120 }),
};

/** Somebody answers a post: with a post of their own, for an organisation, or as themselves. */
export const Introduced = z.object({
  /** Their own post that answers it. */
  from: anyReference(),
  organisation: slugOrNone(),
  greeting: atLeast(10, 2000),
  quantity: numberOrNone({ min: 1, max: 100_000 }),
  route: oneOf(routings),
  ...contact,
});
export const Introducing = z.object({ fra: anyReference() });

/** A broker brings two together: the other post, and why. */
export const Brokered = z.object({ other: anyReference(), greeting: atLeast(10, 2000), quantity: numberOrNone({ min: 1, max: 100_000 }) });
export const Brokering = z.object({ til: anyReference() });

export const Replied = z.object({ yes: z.enum(["yes", "no"]), reason: optionalText({ max: 1000 }), ...contact });
/** What somebody said on the telephone, and what they said may be passed on. */
export const RepliedFor = z.object({
  side: z.enum(sides),
  yes: z.enum(["yes", "no"]),
  reason: optionalText({ max: 1000 }),
  email: optionalEmail(),
  phone: optionalPhone(),
  shareName: optionalText({ max: 120 }),
});
export const Wrote = z.object({ text: atLeast(2, 2000) });
export const Agreed = z.object({ what: atLeast(3, 500), onDay: dayOrNone() });
export const GaveUp = z.object({ reason: atLeast(3, 1000) });
/** Hours with at most one half. */
const hours = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.trim().replace(",", ".") || undefined : value),
    z.coerce
      .number()
      .refine((value) => value > 0 && value <= 10_000 && Number.isInteger(value * 2), { params: { kind: "wrong" } })
      .optional(),
  );
export const ToldOutcome = z.object({
  happened: z.enum(["yes", "no"]),
  hours: hours(),
  score: oneOf(["1", "2", "3", "4", "5"]),
  line: optionalText({ max: 500 }),
  thanks: optionalText({ max: 500 }),
  thanksPublic: tick(),
});
export const Resolved = z.object({ happened: z.enum(["yes", "no"]), note: atLeast(3, 1000) });
export const Thanked = z.object({ text: atLeast(2, 500), public: tick() });
export const Helped = z.object({
  /** Which of the two the writer was. */
  side: z.enum(sides),
  organisation: slugOrNone(),
  other: atLeast(2, 160),
  otherKind: oneOf(partyKinds),
  what: atLeast(3, 500),
  onDay: dayOrNone(),
  hours: hours(),
});
export const FollowedUp = z.object({ why: z.enum(whys), note: atLeast(2, 1000) });
/** What a broker looks at: what is to be done, all or one section alone, or what may fit. `after` is the last post seen. */
export const AtDesk = z.object({
  tab: oneOf(["fits", "profiles"]),
  section: oneOf(sections),
  after: anyReference(),
  type: oneOf(contributionTypes),
});

/** What somebody says they can contribute: for themselves, or for an organisation that they speak for. */
export const Profile = z.object({
  for: slugOrNone(),
  types: choices(contributionTypes.length).pipe(z.array(z.enum(contributionTypes)).min(1)),
  text: atLeast(10, 2000),
  weekdays: slots(),
  reachKm: numberOrNone({ min: 1, max: 100 }),
  remote: tick(),
});
export const ForWhom = z.object({ for: slugOrNone() });
export const Party = z.object({ slug: slug() });
