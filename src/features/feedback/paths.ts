// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  all: path("/hvordan-gik-det"),
  about: path("/hvordan-gik-det/om/:reference"),
  mailed: path("/hvordan-gik-det/mail/:token"),
};
