// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { sql } from "kysely";
import { asSystem, within } from "#platform/db/scope.ts";
import { addAPicture } from "../matrix/stage.ts";
import type { TestWorld } from "../test-world.ts";

/** What is of ideas, enquiries, talk and settings, and stands nowhere but where not everybody may read it. */
export const ideaCanaries = [
  "canary-mailbox",
  "canary-held-title",
  "canary-held-text",
  "canary-withdrawn-title",
  "canary-withdrawn-text",
  "canary-refusal",
  "canary-alt",
  "canary-note",
  "canary-question",
  "canary-reply",
  "canary-old-words",
  "canary-comment",
  "canary-how-it-went",
  "canary-enquiry",
  "canary-setting",
  "99 88 77",
];

/** Every field that not everybody may see holds a token that stands nowhere else. */
export async function plantCanaries(t: TestWorld): Promise<void> {
  const { writePool: pool } = t.world;
  await pool.query("UPDATE people.mailbox SET address = 'canary-mailbox-' || substr(md5(id::text), 1, 8) || '@example.dk'");
  await pool.query("UPDATE ideas.idea SET phone = '99 88 77 ' || lpad((abs(hashtext(id::text)) % 100)::text, 2, '0')");
  for (const [state, where] of [
    ["held", "visibility = 'held' AND withdrawn_at IS NULL"],
    ["withdrawn", "withdrawn_at IS NOT NULL"],
  ] as const) {
    const told = await pool.query(
      `UPDATE ideas.idea SET title = 'canary-${state}-title', text = 'canary-${state}-text' WHERE id IN (SELECT id FROM platform.thing WHERE ${where})`,
    );
    assert.ok((told.rowCount ?? 0) > 0, `the demo world has no ${state} idea`);
    await pool.query(
      `UPDATE platform.search_document SET title = 'canary-${state}-title', body = 'canary-${state}-text' WHERE thing IN (SELECT id FROM platform.thing WHERE ${where})`,
    );
  }
  // What stood in an idea before it was taken back or held, and what the municipality writes to itself about any.
  await pool.query(`
    INSERT INTO ideas.edit (idea, ordinal, title, text, half_done, at)
    SELECT id, 1, 'canary-old-words', 'canary-old-words', false, now() FROM platform.thing
    WHERE kind = 'idea' AND (visibility = 'held' OR withdrawn_at IS NOT NULL) ON CONFLICT DO NOTHING`);
  await pool.query(`
    INSERT INTO ideas.note (id, idea, text, person, at)
    SELECT gen_random_uuid(), idea.id, 'canary-note', person.id, now() FROM ideas.idea, people.person WHERE person.demo_key = 'signe'`);
  await pool.query(`
    INSERT INTO ideas.question (id, idea, asked_by, asked, text, wished, at, reply, replied_at)
    SELECT gen_random_uuid(), idea.id, asker.id, asked.id, 'canary-question', '2026-12-01', now(), 'canary-reply', now()
    FROM ideas.idea, people.person asker, people.person asked WHERE asker.demo_key = 'signe' AND asked.demo_key = 'bo'`);
  // What anybody but Karen asked, what was answered and what colleagues wrote: the words of enquiries stand nowhere for others.
  const told = await within(t.world.write, asSystem, (tx) =>
    sql`
      WITH others AS (
        UPDATE enquiries.enquiry SET subject = 'canary-enquiry', text = 'canary-enquiry', name = 'canary-enquiry', call_when = CASE WHEN phone IS NULL THEN NULL ELSE 'canary-enquiry' END
        WHERE id NOT IN (SELECT id FROM platform.thing WHERE owner_person = (SELECT id FROM people.person WHERE demo_key = 'karen')) RETURNING id
      ), answers AS (UPDATE enquiries.answer SET text = 'canary-enquiry' RETURNING id), notes AS (UPDATE enquiries.note SET text = 'canary-enquiry' RETURNING id)
      SELECT id FROM others`.execute(tx),
  );
  assert.ok(told.rows.length > 5, "the demo world has too few enquiries");
  // What was said under it before, and how somebody said that it went: seen by nobody, and by who keeps the inbox.
  await pool.query(`
    INSERT INTO dialogue.comment (thing, number, person, shown_name, stand, text, at)
    SELECT thing.id, 900, person.id, 'canary-comment', 'question', 'canary-comment', now() FROM platform.thing, people.person
    WHERE person.demo_key = 'mehmet' AND (visibility = 'held' OR withdrawn_at IS NOT NULL)`);
  await pool.query(`
    WITH request AS (
      INSERT INTO feedback.request (id, occasion, thing, person, area, asked_at)
      SELECT gen_random_uuid(), 'ideas.answered', thing.id, person.id, thing.area, now() FROM platform.thing, people.person
      WHERE person.demo_key = 'ruth' AND thing.visibility = 'public' RETURNING id)
    INSERT INTO feedback.answer (request, score, line, at) SELECT id, 3, 'canary-how-it-went', now() FROM request`);
  const { rows: hidden } = await pool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing WHERE kind = 'idea' AND (visibility = 'held' OR withdrawn_at IS NOT NULL) LIMIT 4",
  );
  for (const { reference } of hidden) await addAPicture(t, reference);
  await pool.query(
    "UPDATE platform.picture SET alt = 'canary-alt' WHERE thing IN (SELECT id FROM platform.thing WHERE visibility = 'held' OR withdrawn_at IS NOT NULL)",
  );
  // What the secretariat changed, from what to what.
  await pool.query(
    `
    INSERT INTO platform.setting_change (id, at, person, kind, key, name, before, after)
    SELECT gen_random_uuid(), now(), person.id, kind, 'canary-setting', '{"da":"canary-setting","en":"canary-setting"}', '{"name":"canary-setting"}', '{"name":"canary-setting too"}'
    FROM people.person, unnest($1::text[]) AS kind WHERE person.demo_key = 'lone'`,
    [[...t.world.registry.settings.keys()]],
  );
  await pool.query("UPDATE ideas.look SET reason = 'canary-refusal' WHERE NOT let_through");
  t.world.versions.moved(["idea", "person"]);
}
