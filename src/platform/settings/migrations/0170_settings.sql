-- SPDX-License-Identifier: EUPL-1.2
-- What the secretariat changed, who, when, from what to what: written in the transaction of the change, and never touched again.
CREATE TABLE platform.setting_change (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  -- NULL: from the command line of the server.
  person uuid REFERENCES people.person (id),
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,30}$'),
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  -- What it was called then, by language.
  name jsonb NOT NULL,
  -- Only what changed. NULL before: it was not there. NULL after: it is gone.
  before jsonb,
  after jsonb,
  undoes uuid REFERENCES platform.setting_change (id),
  CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX setting_change_of ON platform.setting_change (kind, key, id DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.setting_change EXECUTE FUNCTION platform.refuse_change();

-- What a row was when the municipality's folder put it in place: while it is still that, it follows the folder.
CREATE TABLE platform.loaded (
  kind text NOT NULL,
  key text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (kind, key)
);

-- Texts that the municipality says in its own words.
CREATE TABLE platform.text_override (
  slice text NOT NULL,
  key text NOT NULL,
  lang text NOT NULL CHECK (lang ~ '^[a-z]{2}$'),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  PRIMARY KEY (slice, key, lang)
);

-- Parts of the site that are switched off. What they hold stays.
CREATE TABLE platform.module_off (name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z-]{1,30}$'));

-- The secretariat can never be without somebody whose role has no last day. One at a time, so that two who end each other's role at once do not both succeed.
CREATE FUNCTION people.keep_a_secretariat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(731017);
  IF NOT EXISTS (
    SELECT FROM people.role JOIN people.person ON person.id = role.person
    WHERE role.role = 'secretariat' AND role.until_day IS NULL AND person.erased_at IS NULL
  ) THEN
    RAISE 'the secretariat would be without anybody' USING ERRCODE = 'check_violation', CONSTRAINT = 'keep_a_secretariat';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_a_secretariat AFTER UPDATE OR DELETE ON people.role
  FOR EACH ROW WHEN (OLD.role = 'secretariat' AND OLD.until_day IS NULL) EXECUTE FUNCTION people.keep_a_secretariat();
-- A role may end at once, also on the day it was given: then it was held on no day.
ALTER TABLE people.role DROP CONSTRAINT role_check;
ALTER TABLE people.role ADD CONSTRAINT role_days CHECK (until_day >= from_day - 1);

-- A closed area has a successor, which has what lay in it; reopened, it gets back what still lies there.
ALTER TABLE places.area ADD COLUMN successor uuid REFERENCES places.area (id), ADD CONSTRAINT area_successor CHECK (successor <> id);
CREATE TABLE places.moved_thing (
  area uuid NOT NULL REFERENCES places.area (id),
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  PRIMARY KEY (area, thing)
);
-- An area that is taken away leaves its themes without a usual area.
ALTER TABLE themes.theme DROP CONSTRAINT theme_default_area_fkey;
ALTER TABLE themes.theme ADD FOREIGN KEY (default_area) REFERENCES places.area (id) ON DELETE SET NULL;
CREATE OR REPLACE VIEW people.shown_role AS SELECT person, role, committee, from_day, until_day, id FROM people.role;
