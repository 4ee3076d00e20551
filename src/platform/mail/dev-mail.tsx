// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Feature } from "#platform/feature.ts";
import { path } from "#platform/http/path.ts";
import { page, type Route } from "#platform/http/route.ts";
import { query, type Finder } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import type { Rule } from "#platform/operations/rule.ts";
import { DevMailList, DevMailPage } from "./dev-mail-pages.tsx";
import { newestMails, oneMail, type Mail } from "./store.ts";

export const paths = { list: path("/dev/mail"), mail: path("/dev/mail/:reference") };

/**
 * Anyone, where the site is a demo. A rule knows who asks, not where: that it is a demo is seen at the only door these
 * queries have (`inDemo`), before anything is fetched.
 */
const aDemo: Rule = { name: "a demo", allows: () => true };

const list = query({ name: "mail.list", input: z.object({}), may: aDemo, api: false, run: ({ db }) => newestMails(db, 50) });

const mail: Finder<Mail> = {
  kind: "mail",
  find: async (db, reference) => (z.uuid().safeParse(reference).success ? oneMail(db, reference) : undefined),
};
const show = query({ name: "mail.show", on: mail, input: z.object({}), may: aDemo, api: false, run: async ({ on }) => on });

/** Elsewhere there is no such page. */
const inDemo = (route: Route): Route => ({
  ...route,
  show: (world, visit, params) => {
    if (!world.config.demo) throw notFound();
    return route.show(world, visit, params);
  },
});

/** The mailbox of a demo, where every mail that was written can be read. */
export const mailFeature: Feature = {
  name: "mail",
  rank: 1,
  operations: [],
  queries: [list, show],
  routes: [page({ path: paths.list, query: list, view: DevMailList }), page({ path: paths.mail, query: show, view: DevMailPage })].map(
    inDemo,
  ),
  // platform.mail stands with the platform's other tables, in platform-tables.ts.
  privacy: [],
};
