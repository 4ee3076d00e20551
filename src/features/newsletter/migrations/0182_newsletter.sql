-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA newsletter;

-- Who wants to hear of a place, a theme, an area or (none of the three) everything, and how often. The constraint makes each once.
CREATE TABLE newsletter.subscription (
  id uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES people.person (id),
  every text NOT NULL CHECK (every IN ('day', 'week')),
  locality uuid REFERENCES places.locality (id),
  theme uuid REFERENCES themes.theme (id),
  area uuid REFERENCES places.area (id),
  since timestamptz NOT NULL,
  CHECK (num_nonnulls(locality, theme, area) <= 1),
  UNIQUE NULLS NOT DISTINCT (person, locality, theme, area)
);
CREATE INDEX subscription_by_interval ON newsletter.subscription (every, person);

-- How far each has been told, moved in the transaction of the mail: what happened is in one digest, and in one only.
CREATE TABLE newsletter.told (
  person uuid NOT NULL REFERENCES people.person (id),
  every text NOT NULL CHECK (every IN ('day', 'week')),
  until timestamptz NOT NULL,
  -- Digests written so far: they count in a person's budget of notifications, answers never do.
  digests integer NOT NULL DEFAULT 0 CHECK (digests >= 0),
  PRIMARY KEY (person, every)
);

CREATE FUNCTION newsletter.refuse_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was told is not told again' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER never_back BEFORE UPDATE ON newsletter.told
  FOR EACH ROW WHEN (NEW.until < OLD.until) EXECUTE FUNCTION newsletter.refuse_back();
