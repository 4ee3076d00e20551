// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  write: path("/kontakt/skriv"),
  claim: path("/henvendelser/hent"),
  confirm: path("/henvendelser/bekraeft/:token"),
  yesByLink: path("/henvendelser/ja/:token"),
  noByLink: path("/henvendelser/nej/:token"),
  enquiry: path("/henvendelser/:reference"),
  receipt: path("/henvendelser/:reference/tak"),
  acknowledge: path("/henvendelser/:reference/kvitter"),
  answer: path("/henvendelser/:reference/svar"),
  call: path("/henvendelser/:reference/ring"),
  handOver: path("/henvendelser/:reference/flyt"),
  note: path("/henvendelser/:reference/note"),
  ask: path("/henvendelser/:reference/bliv-til-ide"),
  yes: path("/henvendelser/:reference/ja"),
  no: path("/henvendelser/:reference/nej"),
  withdraw: path("/henvendelser/:reference/traek-tilbage"),
};
