// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  data: path("/aabne-data"),
  cases: path("/aabne-data/loefter"),
  catalogue: path("/aabne-data/katalog.jsonld"),
};
