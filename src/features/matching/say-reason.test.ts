// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { nbsp } from "#platform/clock/say-dates.ts";
import { languages } from "#platform/i18n/i18n.ts";
import type { Reason } from "./reason.ts";
import { sayReason, saySlots } from "./say-reason.ts";
import { slotsIn } from "./slots.ts";

const theme = { id: "1", name: { da: "Cykler", en: "Cycles" } };

test("every reason is a short sentence in both languages", () => {
  const said: [Reason, string, string][] = [
    [{ code: "same-theme", theme }, "Samme emne: Cykler", "Same theme: Cycles"],
    [{ code: "kindred-theme", theme }, "Begge hører under emnet Cykler", "Both come under Cycles"],
    [{ code: "words", words: ["kæde", "gear"] }, "Begge skriver »kæde« og »gear«", "Both write “kæde” and “gear”"],
    [
      { code: "like-words", own: "skovtur", theirs: "skoven", part: "skov" },
      "»skovtur« hos den ene og »skoven« hos den anden",
      "“skovtur” in one and “skoven” in the other",
    ],
    [{ code: "same-type", type: "transport" }, "Samme slags: kørsel", "Same kind: transport"],
    [{ code: "same-place", locality: { id: "1", name: "Fårup" } }, "Begge i Fårup", "Both in Fårup"],
    [{ code: "near", metres: 3_600 }, "Omkring 4 km imellem", "About 4 km apart"],
    [{ code: "near", metres: 200 }, "Omkring 1 km imellem", "About 1 km apart"],
    [{ code: "remote" }, "Kan klares hjemmefra", "Can be done from home"],
    [
      { code: "time", slots: 1 | (1 << 4) },
      "Mandag formiddag og tirsdag eftermiddag passer begge",
      "Monday morning and Tuesday afternoon: suits both",
    ],
    [
      { code: "time", slots: 2 ** 21 - 1 },
      "Mandag formiddag, mandag eftermiddag og 19 tider mere passer begge",
      "Monday morning, Monday afternoon and 19 more times: suits both",
    ],
    [{ code: "room", persons: 24, room: 40, type: "space" }, "Plads til 40, og det gælder 24", "Room for 40, and it is about 24"],
    [{ code: "room", persons: 5, room: 20, type: "time" }, "Nok til 20, og det gælder 5", "Enough for 20, and it is about 5"],
    [{ code: "enough", left: 3 }, "Der er 3 tilbage", "There are 3 left"],
    [
      { code: "days", from: "2026-12-01", until: "2027-01-15" },
      "Passer begge fra tirsdag 1. december 2026 til fredag 15. januar 2027",
      "Suits both from Tuesday 1 December 2026 to Friday 15 January 2027",
    ],
  ];
  for (const [reason, da, en] of said) {
    assert.equal(sayReason(reason, "da").replaceAll(nbsp, " "), da);
    assert.equal(sayReason(reason, "en").replaceAll(nbsp, " "), en);
  }
});

test("every time of the week has its name, Monday morning first", () => {
  assert.deepEqual(slotsIn(0b1000000000000000000101), [0, 2], "there are twenty-one and no more");
  for (const lang of languages) {
    const names = slotsIn(2 ** 21 - 1).map((bit) => saySlots(1 << bit, lang));
    assert.equal(new Set(names).size, 21);
    assert.ok(names.every((name) => name.length > 5));
  }
  assert.equal(saySlots(1 << 20, "da"), "søndag aften");
});
