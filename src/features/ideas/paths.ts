// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  list: path("/ideer"),
  write: path("/ideer/ny"),
  claim: path("/ideer/hent"),
  confirm: path("/ideer/bekraeft/:token"),
  idea: path("/ideer/:reference"),
  receipt: path("/ideer/:reference/tak"),
  look: path("/ideer/:reference/se-efter"),
  acknowledge: path("/ideer/:reference/kvitter"),
  answer: path("/ideer/:reference/svar"),
  handOver: path("/ideer/:reference/flyt"),
  edit: path("/ideer/:reference/ret"),
  pictures: path("/ideer/:reference/billeder"),
  history: path("/ideer/:reference/historik"),
  variant: path("/ideer/:reference/variant"),
  merge: path("/ideer/:reference/foreslaa-samling"),
  mergeReply: path("/ideer/:reference/samling"),
  case: path("/ideer/:reference/sag"),
  ask: path("/ideer/:reference/spoerg"),
  asked: path("/ideer/:reference/spurgt"),
  takeBackQuestion: path("/ideer/:reference/spurgt/:question/tag-tilbage"),
  concerns: path("/ideer/:reference/omraader"),
  withdraw: path("/ideer/:reference/traek-tilbage"),
};
