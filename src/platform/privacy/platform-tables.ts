// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { keptUnused } from "#platform/files/tidy.ts";
import { kept } from "./tidy.ts";
import type { TablePrivacy } from "./privacy.ts";

const none = (table: TablePrivacy["table"], why: string, retention = "As long as the platform runs."): TablePrivacy => ({
  table,
  why,
  basis: "no personal data",
  retention,
  export: "It holds nothing about a person.",
  erase: "It holds nothing about a person.",
});

const ofTheThing = "It goes with the thing, which its slice exports and erases.";

/** Privacy of the tables that belong to no slice. */
export const platformTables: TablePrivacy[] = [
  {
    table: "platform.thing",
    basis: "6(1)(e) public task",
    why: "One row for each thing that can be linked, followed and found; says whose it is.",
    retention: "As long as the thing itself; its slice says how long.",
    export: (tx, person) =>
      tx
        .selectFrom("platform.thing")
        .select(["kind", "reference", "visibility", "created_at", "withdrawn_at"])
        .where("owner_person", "=", person)
        .execute(),
    erase: async (tx, person) =>
      void (await tx.updateTable("platform.thing").set({ owner_person: null }).where("owner_person", "=", person).execute()),
  },
  {
    table: "platform.setting_change",
    basis: "6(1)(e) public task",
    why: "Who of the secretariat changed which setting, when, from what to what: so that it can be answered for and undone.",
    retention: "Kept: how the municipality was set up when a decision was made can always be asked.",
    export: (tx, person) =>
      tx
        .selectFrom("platform.setting_change")
        .select(["at", "kind", "name", "before", "after"])
        .where("person", "=", person)
        .orderBy("id")
        .execute(),
    erase: "Part of the record of decisions (Art. 17(3)(b)). Persons stand as numbers in it; the name goes with people.person.",
  },
  none("platform.loaded", "What a row was when the municipality's folder put it in place, as a fingerprint."),
  none("platform.text_override", "Texts of pages and mails in the municipality's own words."),
  none("platform.module_off", "Which parts of the site are switched off."),
  none("platform.thing_theme", "Which themes a thing is about."),
  none("platform.link", "What belongs together."),
  {
    table: "platform.external",
    basis: "6(1)(e) public task",
    why: "Which line of which source a thing was brought in from, so that it comes once and says where it is from.",
    retention: "As long as the thing itself.",
    export: ofTheThing,
    erase: ofTheThing,
  },
  {
    table: "platform.search_document",
    basis: "6(1)(e) public task",
    why: "The words of things, so that they can be found.",
    retention: "As long as the thing itself.",
    export: ofTheThing,
    erase: ofTheThing,
  },
  {
    table: "platform.event",
    basis: "6(1)(e) public task",
    why: "What happened to a thing and who did it, so that those who follow hear of it.",
    retention: "As long as the thing itself.",
    export: (tx, person) =>
      tx.selectFrom("platform.event").select(["name", "thing", "at"]).where("actor_person", "=", person).orderBy("id").execute(),
    erase: async (tx, person) =>
      void (await tx.updateTable("platform.event").set({ actor_person: null }).where("actor_person", "=", person).execute()),
  },
  {
    table: "platform.idempotency",
    basis: "6(1)(e) public task",
    why: "The answer to each form or call, so that sending it twice does nothing twice.",
    retention: `${kept.idempotency} days.`,
    export: "It repeats, for a week, what the thing itself holds.",
    erase: async (tx, person) => void (await tx.deleteFrom("platform.idempotency").where("actor", "=", person).execute()),
  },
  {
    table: "platform.audit",
    basis: "6(1)(c) legal duty",
    why: "Who did what to which thing and when, never what they wrote, so that a wrong can be found and shown.",
    retention: "Kept; the person is a number that means nothing once their row is gone.",
    export: (tx, person) =>
      tx
        .selectFrom("platform.audit")
        .select(["at", "operation", "entry", "thing"])
        .where("actor_person", "=", person)
        .orderBy("id")
        .execute(),
    erase: "It cannot be changed: that is its worth as evidence (Art. 17(3)(b) and (e)). It holds a number, no name.",
  },
  none("platform.audit_batch", "The chain of seals over the audit trail."),
  none("platform.audit_leaf", "The fingerprint of each audit entry."),
  {
    table: "platform.file",
    basis: "6(1)(e) public task",
    why: "Where a picture that somebody sent lies, drawn anew without place, camera or time.",
    retention: `As long as a thing shows it; ${keptUnused} day where none does.`,
    export: "It holds sizes and fingerprints of bytes; whose picture it is stands in platform.picture.",
    erase: "It goes by itself within two nights when the thing no longer shows it, and the file with it.",
  },
  {
    table: "platform.picture",
    basis: "6(1)(e) public task",
    why: "The pictures of a thing with words for who cannot see them, and that those shown had said yes.",
    retention: "As long as the thing itself.",
    export: ofTheThing,
    erase: ofTheThing,
  },
  none("platform.municipality", "The municipality's own facts."),
  {
    table: "platform.session",
    basis: "6(1)(e) public task",
    why: "Who is logged in, by the fingerprint of a random token.",
    retention: `${kept.session} days after it ended.`,
    export: (tx, person) =>
      tx.selectFrom("platform.session").select(["created_at", "expires_at", "ended_at"]).where("person", "=", person).execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("platform.session").where("person", "=", person).execute()),
  },
  {
    table: "platform.budget",
    basis: "6(1)(e) public task",
    why: "How much one address, person or mailbox has sent lately, by its fingerprint, against floods and abuse.",
    retention: `${kept.budget} days.`,
    export: `It holds a count by a fingerprint or an id, no words, and ends after ${kept.budget} days.`,
    erase: async (tx: Tx, person) => void (await tx.deleteFrom("platform.budget").where("subject", "=", person).execute()),
  },
  {
    table: "platform.mail",
    basis: "6(1)(e) public task",
    why: "Mails that are to be sent or were sent.",
    retention: "The words 7 days after sending (30 where it was given up); that there was one, a year.",
    export: "Found by mailbox, not by person: whoever knows a person's mailboxes uses `mailsTo`.",
    erase: "Found by mailbox, not by person: whoever knows a person's mailboxes uses `forgetMailsTo`.",
  },
  none("public.migration", "Which changes to the tables have been carried out."),
  {
    table: "graphile_worker.*",
    basis: "no personal data",
    why: "Work that is to be done: the name of the job and ids.",
    retention: "Until it is done; what was given up, until somebody has looked at it.",
    export: "It holds ids only.",
    erase: "It holds ids only.",
  },
];
