// SPDX-License-Identifier: EUPL-1.2
import { basename, join } from "node:path";
import { z } from "zod";
import { asset, drawnFonts, type SharePicture } from "#design/index.ts";
import type { Card } from "#platform/feature.ts";
import { document, type Doc, type Route, type Visit } from "#platform/http/route.ts";
import { cardsOf, publicThing, type Ref } from "#platform/links/index.ts";
import { query, type Finder, type Query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import { makePainter, type Painter } from "#platform/share/paint.ts";
import { assetsFolder } from "./assets-folder.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

const thing: Finder<Ref> = { kind: "thing", find: async (db, reference) => publicThing(db, reference) };

/** What the picture of a link to a thing shows. What a visitor may not see has none, whoever asks: a link is for everybody. */
const ofThing = query({
  name: "site.share-thing",
  on: thing,
  input: z.object({}),
  may: anyone,
  api: false,
  async run({ db, on, lang, now, kinds }) {
    const [card] = await cardsOf(kinds, db, [on], lang, now);
    if (!card) throw notFound();
    return card;
  },
});

const ofWhole = query({ name: "site.share-site", input: z.object({}), may: anyone, api: false, run: async () => ({}) });

export const shareQueries: Query[] = [ofThing, ofWhole];

/** The pictures of links: of any public thing, and of the site for all other pages. */
export const shareRoutes: Route[] = [
  document({ path: paths.shareThing, query: ofThing, make: (card, visit) => painted(ofCard(card, visit)) }),
  document({ path: paths.shareSite, query: ofWhole, make: (_, visit) => painted(ofSite(visit)) }),
];

const painted = async (picture: SharePicture): Promise<Doc> => ({ type: "image/png", body: await painter()(picture), keep: "shared" });

let made: Painter | undefined;
const painter = (): Painter => (made ??= makePainter(drawnFonts.map(({ name }) => join(assetsFolder, basename(asset(name))))));

function ofCard({ sign, title, who, place }: Card, { lang, site }: Visit): SharePicture {
  const t = texts(lang);
  const kind = typeof sign.text === "string" ? sign.text : "";
  return {
    sign: { icon: sign.icon, text: place ? t("share.from", { kind, place }) : kind },
    title,
    line: who,
    wordMark: site.wordMark,
    colours: site.palette,
    place: place ?? site.place,
  };
}

const ofSite = ({ lang, site }: Visit): SharePicture => ({
  sign: undefined,
  title: texts(lang)("front.title"),
  line: texts(lang)("share.line"),
  wordMark: site.wordMark,
  colours: site.palette,
  place: site.place,
});
