-- SPDX-License-Identifier: EUPL-1.2
-- Somebody proposes that one idea goes into another; the author who is asked says yes or no.
CREATE TABLE ideas.merge (
  id uuid PRIMARY KEY,
  part uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  whole uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  -- Who proposes: who answers for the part's area, the author of the part, or the author of the whole.
  side text NOT NULL CHECK (side IN ('area', 'part', 'whole')),
  proposed_by uuid REFERENCES people.person (id),
  asked uuid REFERENCES people.person (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  at timestamptz NOT NULL,
  lapses_on date NOT NULL,
  outcome text CHECK (outcome IN ('accepted', 'declined', 'lapsed', 'overtaken')),
  said text CHECK (length(said) BETWEEN 1 AND 1000),
  ended_at timestamptz,
  CHECK (part <> whole),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK (said IS NULL OR outcome IS NOT NULL)
);
CREATE UNIQUE INDEX merge_open_once ON ideas.merge (part) WHERE outcome IS NULL;
CREATE INDEX merge_by_whole ON ideas.merge (whole);
CREATE INDEX merge_open ON ideas.merge (lapses_on) WHERE outcome IS NULL;

-- What two authors agreed on themselves is nobody's answer: no employee's name stands under it, and no citizen's leaves by it.
ALTER TABLE ideas.answer
  ALTER COLUMN person DROP NOT NULL,
  ADD COLUMN merge uuid UNIQUE REFERENCES ideas.merge (id),
  ADD CHECK (person IS NOT NULL OR merge IS NOT NULL),
  ADD CHECK (merge IS NULL OR status = 'part-of');

-- No circles: what is part of another takes nothing in. One at a time, so that two in opposite directions meet here.
CREATE FUNCTION ideas.refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(731122);
  IF EXISTS (SELECT 1 FROM ideas.answer WHERE answer.idea = NEW.part_of AND answer.part_of IS NOT NULL) THEN
    RAISE 'an idea that is part of another takes in none' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_circle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_circle BEFORE INSERT OR UPDATE OF part_of ON ideas.answer
  FOR EACH ROW WHEN (NEW.part_of IS NOT NULL) EXECUTE FUNCTION ideas.refuse_circle();
