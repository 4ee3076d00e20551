// SPDX-License-Identifier: EUPL-1.2
import { test } from "node:test";
import { bringInBeside } from "./import-run.ts";

test("300 foreign ideas come in beside a running server; killed half-way and begun again, none is doubled or halved", () =>
  bringInBeside(300));
