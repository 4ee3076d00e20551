// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";

/** Something that an area still answers for: whose it is, and by which day, where one was promised. */
export type Awaited = { id: string; reference: string; title: string; ownerPerson: string | null; by: LocalDay | undefined };
