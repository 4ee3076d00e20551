// SPDX-License-Identifier: EUPL-1.2
import type { Dataset } from "#platform/open-data.ts";
import type { Visit } from "#platform/http/route.ts";
import { languages } from "#platform/i18n/i18n.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

export const licence = "https://creativecommons.org/licenses/by/4.0/";

/** All tables for machines: DCAT-AP as JSON-LD, in every language. */
export function catalogueOf(datasets: Dataset[], { base, site }: Visit) {
  const said = (say: (lang: (typeof languages)[number]) => string) => languages.map((lang) => ({ "@language": lang, "@value": say(lang) }));
  const page = base + paths.data("da");
  const publisher = { "@id": `${base}/#publisher`, "@type": "foaf:Agent", "foaf:name": site.municipality };
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      csvw: "http://www.w3.org/ns/csvw#",
    },
    "@id": base + paths.catalogue("da"),
    "@type": "dcat:Catalog",
    "dct:title": said((lang) => texts(lang)("catalogue.title", { name: site.municipality })),
    "dct:description": said((lang) => texts(lang)("data.description")),
    "dct:language": languages.map((lang) => ({
      "@id": `http://publications.europa.eu/resource/authority/language/${lang === "da" ? "DAN" : "ENG"}`,
    })),
    "dct:publisher": publisher,
    "dct:license": { "@id": licence },
    "foaf:homepage": { "@id": page },
    "dcat:dataset": datasets.map((dataset) => ({
      "@id": `${page}#${dataset.key}`,
      "@type": "dcat:Dataset",
      "dct:title": said(dataset.title),
      "dct:description": said(dataset.about),
      "dct:publisher": { "@id": publisher["@id"] },
      "dct:accrualPeriodicity": { "@id": "http://publications.europa.eu/resource/authority/frequency/CONT" },
      "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE" },
      "dcat:landingPage": { "@id": page },
      "dcat:distribution": {
        "@type": "dcat:Distribution",
        "dct:license": { "@id": licence },
        "dcat:accessURL": { "@id": page },
        "dcat:downloadURL": { "@id": `${page}/${dataset.key}.csv` },
        "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" },
        "dct:format": { "@id": "http://publications.europa.eu/resource/authority/file-type/CSV" },
      },
      "csvw:tableSchema": {
        "csvw:column": dataset.columns.map((column) => ({ "csvw:name": column.name, "dct:description": said(column.about) })),
      },
    })),
  };
}
