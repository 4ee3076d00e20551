// SPDX-License-Identifier: EUPL-1.2
import { query } from "#platform/operations/operation.ts";
import { anyone, isOwner } from "#platform/operations/rule.ts";
import { Nothing } from "./input.ts";
import { places, shownBy } from "./shown.ts";
import { idea } from "./store.ts";
import { pictureChangesOf, replacedVersions } from "./store-edits.ts";

/** The form in which its author changes an idea. */
export const beforeEditing = query({
  name: "ideas.before-editing",
  input: Nothing,
  on: idea,
  may: isOwner,
  api: false,
  run: async ({ db, on, actor, now }) => ({ ...(await shownBy(db, on, actor, now)), localities: (await places(db, now)).localities }),
});

/** The form in which its author changes the pictures of an idea. */
export const beforeChangingPictures = query({
  name: "ideas.before-changing-pictures",
  input: Nothing,
  on: idea,
  may: isOwner,
  api: false,
  run: ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

/** Every version, first to last, for whoever may see the idea as it is now. */
export const history = query({
  name: "ideas.history",
  input: Nothing,
  on: idea,
  may: anyone,
  api: "GET /ideas/:reference/history",
  async run({ db, on, actor, now }) {
    const [replaced, pictureChanges] = await Promise.all([replacedVersions(db, on.id), pictureChangesOf(db, on.id)]);
    const current = { title: on.title, text: on.text, place: on.localityName, halfDone: on.halfDone };
    const since = [on.submittedAt, ...replaced.map(({ until }) => until)];
    const versions = [...replaced.map(({ until: _, ...version }) => version), current].map((version, index) => ({
      ...version,
      at: since[index] ?? on.submittedAt,
    }));
    return { ...(await shownBy(db, on, actor, now)), versions, pictureChanges };
  },
});

export const editQueries = [beforeEditing, beforeChangingPictures, history];
