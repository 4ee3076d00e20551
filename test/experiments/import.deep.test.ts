// SPDX-License-Identifier: EUPL-1.2
import { test } from "node:test";
import { bringInBeside } from "./import-run.ts";

test("5,000 foreign ideas come in beside a running server; killed half-way and begun again, none is doubled or halved", () =>
  bringInBeside(5_000));
