// SPDX-License-Identifier: EUPL-1.2
import { picturesIn, showPictures, takePictures } from "#platform/files/index.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf, isOwner } from "#platform/operations/rule.ts";
import { mostEdits } from "./idea.ts";
import { ChangedPictures } from "./input.ts";
import { must } from "./steps.ts";
import { idea } from "./store.ts";
import { addPictureChange } from "./store-edits.ts";

/** Until the final answer its author takes pictures away and puts others on, by the rules of a new idea. No day moves. */
export const changePictures = operation({
  name: "ideas.change-pictures",
  input: ChangedPictures,
  on: idea,
  may: isOwner,
  audit: "idea.pictures-changed",
  api: "POST /ideas/:reference/pictures",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("change-pictures", on);
    const added = picturesIn(input);
    const removed = on.pictures.map(({ place }) => place).filter((place) => input.remove.includes(String(place)));
    if (removed.length < new Set(input.remove).size) throw invalid({ remove: "wrong" });
    if (added.length + removed.length === 0) throw new Refusal(409, "unchanged");
    if (on.pictureChanges >= mostEdits) throw new Refusal(409, "pictures-changed-enough");
    await takePictures(tx, on.id, removed);
    await showPictures(tx, on.id, added, now);
    const change = { added: added.length, removed: removed.length };
    await addPictureChange(tx, { idea: on.id, ordinal: on.pictureChanges + 1, ...change, person: idOf(actor), now });
    tell({ name: "ideas.pictures-changed", thing: on.id });
    note(on.id, change);
    return { reference: on.reference };
  },
});
