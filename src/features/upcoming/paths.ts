// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  list: path("/paa-vej"),
  write: path("/paa-vej/ny"),
  invitations: path("/paa-vej/invitationer"),
  noInvitations: path("/paa-vej/invitationer/nej/:token"),
  listing: path("/paa-vej/:reference"),
  edit: path("/paa-vej/:reference/ret"),
  publish: path("/paa-vej/:reference/vis"),
  discard: path("/paa-vej/:reference/kasser"),
  move: path("/paa-vej/:reference/naeste"),
  putOff: path("/paa-vej/:reference/udsaet"),
  invite: path("/paa-vej/:reference/indbyd"),
  weigh: path("/paa-vej/:reference/svar/:idea"),
  tell: path("/paa-vej/:reference/hoert"),
};
