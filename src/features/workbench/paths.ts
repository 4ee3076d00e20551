// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  workbench: path("/arbejdsbord"),
  acknowledge: path("/arbejdsbord/kvitter"),
  absence: path("/arbejdsbord/fravaer"),
  back: path("/arbejdsbord/fravaer/:reference/tilbage"),
  mornings: path("/arbejdsbord/morgenmail"),
  noMornings: path("/arbejdsbord/morgenmail/nej/:token"),
};
