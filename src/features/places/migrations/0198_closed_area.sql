-- SPDX-License-Identifier: EUPL-1.2
-- Nobody answers for an area that is closed: its successor's people do.
CREATE OR REPLACE VIEW places.answers_for AS
  SELECT id AS area, contact_person AS person, 'contact-person' AS role FROM places.area WHERE successor IS NULL
  UNION ALL
  SELECT id, deputy, 'deputy' FROM places.area WHERE successor IS NULL;
CREATE OR REPLACE VIEW places.stands_in AS
  SELECT area.id AS area, absence.stand_in AS person, greatest(absence.from_day, other.from_day) AS from_day, least(absence.until_day, other.until_day) AS until_day
  FROM places.area
  JOIN places.absence ON absence.person IN (area.contact_person, area.deputy) AND absence.stand_in IS NOT NULL AND absence.back_at IS NULL
  JOIN places.absence other ON other.person IN (area.contact_person, area.deputy) AND other.person <> absence.person AND other.back_at IS NULL
    AND daterange(absence.from_day, absence.until_day, '[]') && daterange(other.from_day, other.until_day, '[]')
  WHERE absence.stand_in NOT IN (area.contact_person, area.deputy) AND area.successor IS NULL;

-- So its people may be away both at once, too.
CREATE OR REPLACE FUNCTION places.somebody_answers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bare record;
BEGIN
  PERFORM FROM places.area WHERE NEW.person IN (contact_person, deputy) OR EXISTS (
    SELECT FROM places.absence WHERE absence.stand_in = NEW.person AND absence.back_at IS NULL AND absence.person IN (area.contact_person, area.deputy))
    ORDER BY id FOR NO KEY UPDATE;
  SELECT area.slug, day INTO bare
    FROM places.area, generate_series(NEW.from_day::timestamp, NEW.until_day::timestamp, '1 day') AS day
    WHERE area.successor IS NULL AND (NEW.person IN (area.contact_person, area.deputy) OR EXISTS (
      SELECT FROM places.absence WHERE absence.stand_in = NEW.person AND absence.back_at IS NULL AND absence.person IN (area.contact_person, area.deputy)))
      AND places.answering(area.id, day::date) IS NULL
    LIMIT 1;
  IF FOUND THEN
    RAISE 'nobody answers for % on %', bare.slug, bare.day::date USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_answers';
  END IF;
  RETURN NULL;
END $$;
-- Reopened, it has somebody again on each day, or stays closed.
CREATE OR REPLACE FUNCTION places.named_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bare record;
BEGIN
  IF NEW.successor IS NOT NULL THEN
    RETURN NULL;
  END IF;
  SELECT day INTO bare FROM (
    SELECT generate_series(greatest(absence.from_day, current_date)::timestamp, absence.until_day::timestamp, '1 day') AS day
    FROM places.absence WHERE absence.person = NEW.contact_person AND absence.back_at IS NULL
  ) AS away WHERE places.answering(NEW.id, away.day::date) IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE 'nobody answers for % on %', NEW.slug, bare.day::date USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_answers';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER named_answer ON places.area;
CREATE TRIGGER named_answer AFTER INSERT OR UPDATE OF contact_person, deputy, successor ON places.area FOR EACH ROW EXECUTE FUNCTION places.named_answer();
