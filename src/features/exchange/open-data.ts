// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Cell, Dataset } from "#platform/open-data.ts";
import { themesOf } from "#features/themes/index.ts";
import { isContributionType, isPartyKind, isPostKind, shownStatus, type Closing } from "./post.ts";
import { statusWords } from "./post-words.ts";
import { measuredKinds, measuresOf } from "./queries-measures.ts";
import type { Row as MeasureRow, Told } from "./measures.ts";
import { texts } from "./texts.ts";

const columns = [
  "nummer",
  "slags",
  "titel",
  "bidrag",
  "sted",
  "hjemmefra",
  "emner",
  "hvem",
  "organisation",
  "sat_paa",
  "staar_til",
  "status",
  "antal",
  "tilbage",
  "praesenteret",
  "kilde",
] as const;

type Row = {
  reference: string;
  kind: string;
  title: string;
  type: string;
  place: string | null;
  remote: boolean;
  themes: string[] | null;
  party: string;
  organisation: string | null;
  publishedAt: Date;
  expiresOn: LocalDay;
  paused: boolean;
  closed: Closing | null;
  quantity: number | null;
  taken: number;
  contacts: number;
  source: string | null;
};

/** All posts that everybody may see, without anything about a person: an organisation by its name in the register alone. */
const postTable: Dataset = {
  key: "byttebors",
  title: (lang) => texts(lang)("dataset.posts"),
  about: (lang) => texts(lang)("dataset.posts.about"),
  kinds: ["offer", "need", "introduction", "place", "theme", "organisation"],
  columns: columns.map((name) => ({ name, about: (lang) => texts(lang)(`dataset.posts.${name}`) })),
  async rows(db, { after, most, now }) {
    const [themes, { rows }] = await Promise.all([
      themesOf(db),
      sql<Row>`
        SELECT thing.reference, post.kind, post.title, post.contribution_type AS type, locality.name AS place, post.remote,
          (SELECT json_agg(theme ORDER BY theme) FROM platform.thing_theme tie WHERE tie.thing = thing.id) AS themes,
          post.party_kind AS party, organisation.name AS organisation, post.published_at AS "publishedAt", post.expires_on AS "expiresOn",
          post.paused_at IS NOT NULL AS paused, post.closed, post.quantity, post.taken, post.contacts, external.source
        FROM platform.thing JOIN exchange.post ON post.id = thing.id
        LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
        LEFT JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation
        LEFT JOIN platform.external ON external.thing = thing.id
        WHERE thing.kind IN ('offer', 'need') AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL AND post.published_at IS NOT NULL
          AND thing.reference > ${after ?? ""}
        ORDER BY thing.reference LIMIT ${sql.lit(most)}`.execute(db),
    ]);
    const nameOf = new Map(themes.map(({ id, name }) => [id, name.da]));
    const t = texts("da");
    return rows.map((row): Cell[] => {
      const kind = isPostKind(row.kind) ? row.kind : "offer";
      const status = shownStatus({ ...row, published: true, refused: false }, localDayOf(now));
      return [
        row.reference,
        t(`kind.${kind}`),
        row.title,
        isContributionType(row.type) ? t(`type.${row.type}`) : "",
        row.place,
        row.remote,
        (row.themes ?? []).flatMap((id) => nameOf.get(id) ?? []).join("; "),
        isPartyKind(row.party) ? t(`party.${row.party}`) : "",
        row.organisation,
        localDayOf(row.publishedAt),
        row.expiresOn,
        statusWords(status, { kind, expiresOn: row.expiresOn }, "da", now).label,
        row.quantity,
        row.quantity === null ? null : row.quantity - row.taken,
        row.contacts,
        row.source,
      ];
    });
  },
};

const numbers = (told: Told): Cell[] => (told.few ? [null, null] : [told.counted, told.outOf]);

/** Both measures of the last twelve months, whole and by group. Where a number is hidden its cells stay empty. */
const measureTable: Dataset = {
  key: "byttebors-tal",
  title: (lang) => texts(lang)("dataset.measures"),
  about: (lang) => texts(lang)("dataset.measures.about"),
  kinds: measuredKinds,
  columns: (["noegle", "maal", "opdelt_efter", "gruppe", "antal", "ud_af"] as const).map((name) => ({
    name,
    about: (lang) => texts(lang)(`dataset.measures.${name}`),
  })),
  async rows(db, { after, most, now }) {
    const told = await measuresOf(db, now);
    const of = (measure: "kontakt" | "begge-glade", { whole, localities, parties }: (typeof told)["contact"]): Cell[][] => {
      const row = (by: string, { group, told: its }: MeasureRow): Cell[] => [
        `${measure}/${by}/${group}`,
        measure,
        by,
        group,
        ...numbers(its),
      ];
      return [
        row("alle", { group: "alle", told: whole }),
        ...localities.map((one) => row("sted", one)),
        ...parties.map((one) => row("hvem", one)),
      ];
    };
    return [...of("kontakt", told.contact), ...of("begge-glade", told.useful)]
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
      .filter(([key]) => after === undefined || String(key) > after)
      .slice(0, most);
  },
};

export const datasets = [postTable, measureTable];
