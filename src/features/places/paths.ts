// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  contact: path("/kontakt"),
  area: path("/kontakt/:area"),
};
