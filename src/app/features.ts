// SPDX-License-Identifier: EUPL-1.2
import type { Feature, Registry } from "#platform/feature.ts";
import { register } from "#platform/register.ts";
import { filesFeature } from "#platform/files/feature.ts";
import { mailFeature } from "#platform/mail/dev-mail.tsx";
import { dialogue } from "#features/dialogue/feature.ts";
import { drafts } from "#features/drafts/feature.ts";
import { exchange } from "#features/exchange/feature.ts";
import { makeFeedback } from "#features/feedback/feature.ts";
import { enquiries } from "#features/enquiries/feature.ts";
import { ideas } from "#features/ideas/feature.ts";
import { matching } from "#features/matching/feature.ts";
import { newsletter } from "#features/newsletter/feature.ts";
import { upcoming } from "#features/upcoming/feature.ts";
import { makeOpenData } from "#features/opendata/feature.ts";
import { people } from "#features/people/feature.ts";
import { makePlaces } from "#features/places/feature.ts";
import { themes } from "#features/themes/feature.ts";
import { makeWorkbench } from "#features/workbench/feature.ts";
import { makeSettings } from "#features/settings/feature.ts";
import { makeSite } from "./site.ts";

/** The list of slices. A slice is in the product when it has its line here, and gone when the line is gone. */
const slices: Feature[] = [people, makePlaces(() => opendata), themes, dialogue, matching, drafts, ideas, upcoming, enquiries, exchange];

const opendata: Feature = makeOpenData(slices);

/** All slices with those that show what the others hold, whole. */
export function allFeatures(): Registry {
  const told = [...slices, opendata, makeFeedback(slices), newsletter];
  const features = [...told, mailFeature, filesFeature, makeWorkbench([...slices, opendata]), makeSettings(told)];
  const site = makeSite(features);
  return register([...features, site]);
}
