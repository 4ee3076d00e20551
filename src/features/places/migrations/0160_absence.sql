-- SPDX-License-Identifier: EUPL-1.2
-- Days on which somebody who answers for an area is away. The deputy answers then; where both are away, whom one of them named.
CREATE TABLE places.absence (
  id uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES people.person (id),
  from_day date NOT NULL,
  until_day date NOT NULL,
  -- Who answers where the other one is away too.
  stand_in uuid REFERENCES people.person (id),
  made_by uuid NOT NULL REFERENCES people.person (id),
  made_at timestamptz NOT NULL,
  -- Back before the last day, or never gone.
  back_by uuid REFERENCES people.person (id),
  back_at timestamptz,
  CHECK (until_day >= from_day AND until_day - from_day < 400),
  CHECK (stand_in <> person),
  CHECK ((back_by IS NULL) = (back_at IS NULL))
);
CREATE INDEX absence_by_stand_in ON places.absence (stand_in) WHERE stand_in IS NOT NULL;

-- Nobody is away twice at the same time. A range of one person, so that no extension is needed for the "same person" of it.
CREATE TYPE places.person_range AS RANGE (subtype = uuid);
ALTER TABLE places.absence ADD CONSTRAINT absence_once
  EXCLUDE USING gist (places.person_range(person, person, '[]') WITH =, daterange(from_day, until_day, '[]') WITH &&) WHERE (back_at IS NULL);

CREATE TRIGGER absence_stands BEFORE UPDATE OF person, from_day, until_day, stand_in, made_by, made_at ON places.absence
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- Who answers for an area on a day: the contact person, else the deputy, else whom one of them named; none of them away.
-- The rule itself is src/features/places/absence.ts; this is its guard, and a test holds the two equal.
CREATE FUNCTION places.answering(asked uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT candidate.person FROM (
    SELECT area.contact_person AS person, 1 AS turn, NULL::timestamptz AS at FROM places.area WHERE area.id = asked
    UNION ALL SELECT area.deputy, 2, NULL FROM places.area WHERE area.id = asked
    UNION ALL SELECT absence.stand_in, 3, absence.made_at FROM places.area JOIN places.absence ON absence.person IN (area.contact_person, area.deputy)
      WHERE area.id = asked AND absence.stand_in IS NOT NULL AND absence.back_at IS NULL AND day BETWEEN absence.from_day AND absence.until_day
  ) AS candidate
  WHERE NOT EXISTS (
    SELECT FROM places.absence WHERE absence.person = candidate.person AND absence.back_at IS NULL AND day BETWEEN absence.from_day AND absence.until_day
  )
  ORDER BY candidate.turn, candidate.at, candidate.person LIMIT 1
$$;

-- An area is never without somebody who answers. The areas are locked first, so that two who go away at once are seen one after the other.
CREATE FUNCTION places.somebody_answers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bare record;
BEGIN
  PERFORM FROM places.area WHERE NEW.person IN (contact_person, deputy) OR EXISTS (
    SELECT FROM places.absence WHERE absence.stand_in = NEW.person AND absence.back_at IS NULL AND absence.person IN (area.contact_person, area.deputy))
    ORDER BY id FOR NO KEY UPDATE;
  SELECT area.slug, day INTO bare
    FROM places.area, generate_series(NEW.from_day::timestamp, NEW.until_day::timestamp, '1 day') AS day
    WHERE (NEW.person IN (area.contact_person, area.deputy) OR EXISTS (
      SELECT FROM places.absence WHERE absence.stand_in = NEW.person AND absence.back_at IS NULL AND absence.person IN (area.contact_person, area.deputy)))
      AND places.answering(area.id, day::date) IS NULL
    LIMIT 1;
  IF FOUND THEN
    RAISE 'nobody answers for % on %', bare.slug, bare.day::date USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_answers';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER somebody_answers AFTER INSERT ON places.absence FOR EACH ROW EXECUTE FUNCTION places.somebody_answers();

-- Nor is it when others are named who are away at the same time.
CREATE FUNCTION places.named_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bare record;
BEGIN
  SELECT day INTO bare FROM (
    SELECT generate_series(greatest(absence.from_day, current_date)::timestamp, absence.until_day::timestamp, '1 day') AS day
    FROM places.absence WHERE absence.person = NEW.contact_person AND absence.back_at IS NULL
  ) AS away WHERE places.answering(NEW.id, away.day::date) IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE 'nobody answers for % on %', NEW.slug, bare.day::date USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_answers';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER named_answer AFTER INSERT OR UPDATE OF contact_person, deputy ON places.area FOR EACH ROW EXECUTE FUNCTION places.named_answer();

-- What others may know: who is away when, and who stands in for both of an area.
CREATE VIEW places.shown_absence AS SELECT id, person, from_day, until_day, stand_in FROM places.absence WHERE back_at IS NULL;
CREATE VIEW places.stands_in AS
  SELECT area.id AS area, absence.stand_in AS person, greatest(absence.from_day, other.from_day) AS from_day, least(absence.until_day, other.until_day) AS until_day
  FROM places.area
  JOIN places.absence ON absence.person IN (area.contact_person, area.deputy) AND absence.stand_in IS NOT NULL AND absence.back_at IS NULL
  JOIN places.absence other ON other.person IN (area.contact_person, area.deputy) AND other.person <> absence.person AND other.back_at IS NULL
    AND daterange(absence.from_day, absence.until_day, '[]') && daterange(other.from_day, other.until_day, '[]')
  WHERE absence.stand_in NOT IN (area.contact_person, area.deputy);
