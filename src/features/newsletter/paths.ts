// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  follow: path("/nyt"),
  yes: path("/nyt/ja/:token/:about/:every"),
  no: path("/nyt/nej/:token"),
  comments: path("/nyt/kommentarer"),
  noComments: path("/nyt/kommentarer/nej/:token"),
  stop: path("/nyt/stop/:about"),
};
