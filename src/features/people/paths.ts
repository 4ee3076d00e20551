// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  logIn: path("/log-ind"),
  code: path("/log-ind/kode"),
  link: path("/log-ind/link/:token"),
  stepInto: path("/log-ind/som/:who"),
  logOut: path("/log-ud"),
  mine: path("/min-side"),
  name: path("/min-side/navn"),
};
