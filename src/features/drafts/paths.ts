// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  phrases: path("/arbejdsbord/fraser"),
  remove: path("/arbejdsbord/fraser/:reference/fjern"),
};
