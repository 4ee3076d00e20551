// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  front: path("/"),
  design: path("/design"),
  /** The pictures of links. */
  shareSite: path("/del/billede.png"),
  shareThing: path("/del/:reference/billede.png"),
  choosePlace: path("/sted"),
  privacy: path("/privatliv"),
  accessibility: path("/was"),
  place: path("/lokalomraade/:locality"),
  theme: path("/tema/:theme"),
};
