// SPDX-License-Identifier: EUPL-1.2
import type pg from "pg";

/** Fills a furnished database up to so many public ideas, spread over places, areas, themes and the last two years. */
export async function fillWithIdeas(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `WITH place AS (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n, count(*) OVER () AS of FROM places.locality),
          area AS (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n, count(*) OVER () AS of FROM places.area),
          made AS (
            SELECT gen_random_uuid() AS id, g, now() - g * interval '9 hours' AS at FROM generate_series(1, $1::int) g
          ), thing AS (
            INSERT INTO platform.thing (id, kind, reference, visibility, locality, area, created_at, published_at)
            SELECT made.id, 'idea', 'I-2024-' || lpad((g + 5000)::text, 5, '0'), 'public', place.id, area.id, at, at
            FROM made JOIN place ON place.n = g % place.of JOIN area ON area.n = g % area.of RETURNING id, created_at, reference
          ), idea AS (
            INSERT INTO ideas.idea (id, title, text, shown_name, submitted_at, look_by, acknowledge_by, answer_by, due_by, listed_at, standing)
            SELECT id, 'Bænke og læ ved stien nummer ' || reference, repeat('Der er langt mellem stederne, hvor man kan hvile sig på vejen. ', 6), 'En borger', created_at,
                   created_at::date + 1, created_at::date + 4, created_at::date + 21, created_at::date + 21, created_at,
                   CASE WHEN created_at < now() - interval '30 days' THEN 'we-do-it' ELSE 'waiting' END FROM thing
            RETURNING id, standing, submitted_at
          ), answered AS (
            INSERT INTO ideas.answer (id, idea, status, reason, ordinal, area, person, at)
            SELECT gen_random_uuid(), idea.id, 'we-do-it', 'Ja, det gør vi til foråret, når jorden er tør.', 1, area.id, area.contact_person, idea.submitted_at + interval '9 days'
            FROM idea JOIN made ON made.id = idea.id JOIN places.area ON true JOIN area AS nth ON nth.id = area.id AND nth.n = g % nth.of WHERE idea.standing <> 'waiting'
          ), theme AS (SELECT id, row_number() OVER (ORDER BY key) - 1 AS n, count(*) OVER () AS of FROM themes.theme),
          themed AS (INSERT INTO platform.thing_theme SELECT made.id, theme.id FROM made JOIN theme ON theme.n = g % theme.of JOIN thing ON thing.id = made.id)
     INSERT INTO platform.search_document (thing, title, body)
     SELECT id, 'Bænke og læ ved stien nummer ' || reference, 'Der er langt mellem stederne, hvor man kan hvile sig' FROM thing`,
    [count],
  );
  await pool.query(`
    INSERT INTO dialogue.support (thing, person, since)
    SELECT thing.id, person.id, now() FROM platform.thing JOIN LATERAL (SELECT id FROM people.person ORDER BY id LIMIT 12) AS person ON true
    WHERE thing.reference LIKE 'I-2024-%' ON CONFLICT DO NOTHING`);
  await pool.query("ANALYZE");
}

/** A hundred comments under one idea: fifty threads, every other with two answers, a third of them by employees. */
export async function fillWithTalk(pool: pg.Pool, reference: string): Promise<void> {
  await pool.query(
    `WITH who AS (SELECT id, name, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM people.person),
          area AS (SELECT id FROM places.area ORDER BY slug LIMIT 1)
     INSERT INTO dialogue.comment (thing, number, reply_to, person, shown_name, role, role_area, stand, text, at)
     SELECT thing.id, g, CASE WHEN g % 4 IN (0, 3) THEN g - g % 4 + CASE WHEN g % 4 = 0 THEN -2 ELSE 2 END END, who.id, who.name,
       CASE WHEN g % 3 = 0 THEN 'contact-person' END, CASE WHEN g % 3 = 0 THEN area.id END,
       CASE WHEN g % 4 IN (1, 2) THEN (ARRAY['for', 'against', 'question'])[1 + g % 3] END,
       'Jeg går der hver dag, og jeg har set det samme. Det ville hjælpe meget, hvis nogen tog fat.', now() - (200 - g) * interval '3 hours'
     FROM platform.thing JOIN generate_series(1, 100) g ON true JOIN who ON who.n = g % who.of JOIN area ON true
     WHERE thing.reference = $1 ORDER BY g`,
    [reference],
  );
  await pool.query("ANALYZE dialogue.comment");
}
