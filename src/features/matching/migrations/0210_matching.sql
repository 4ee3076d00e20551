-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA matching;

-- What a thing can give or looks for: put here by its slice in the transaction that wrote it. Its words are in platform.search_document.
CREATE TABLE matching.entry (
  thing uuid PRIMARY KEY,
  kind text NOT NULL,
  side text NOT NULL CHECK (side IN ('offer', 'need')),
  contribution_type text NOT NULL
    CHECK (contribution_type IN ('time', 'skill', 'thing', 'space', 'knowledge', 'transport', 'sponsorship', 'visit')),
  themes uuid[] NOT NULL,
  -- None: the whole municipality.
  locality uuid REFERENCES places.locality (id),
  remote boolean NOT NULL,
  reach_km integer CHECK (reach_km BETWEEN 0 AND 1000),
  -- 21 bits: 3 × weekday (Monday is 0) + 0 morning, 1 afternoon, 2 evening. NULL: not said.
  slots integer CHECK (slots BETWEEN 1 AND 2097151),
  from_day date,
  until_day date,
  -- How many it is about, or has room for.
  persons integer CHECK (persons > 0),
  -- Who stands behind it. NULL: nobody yet.
  party text CHECK (length(party) BETWEEN 1 AND 200),
  party_kind text,
  audience text NOT NULL CHECK (audience IN ('everyone', 'organisations')),
  min_age integer CHECK (min_age BETWEEN 0 AND 120),
  credential text CHECK (length(credential) BETWEEN 1 AND 200),
  -- NULL: not counted.
  left_over integer CHECK (left_over >= 0),
  contacts integer NOT NULL CHECK (contacts >= 0),
  -- NULL: not open now (held, paused, expired, all taken, withdrawn).
  listed_at timestamptz,
  expires_on date,
  -- What it is found by: themes, type and place, and the words of its text.
  keys text[] NOT NULL,
  FOREIGN KEY (thing, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE,
  CHECK (until_day >= from_day)
);
CREATE INDEX entry_by_party ON matching.entry (party) WHERE party IS NOT NULL;
CREATE INDEX entry_by_locality ON matching.entry (locality) WHERE locality IS NOT NULL;

-- The keys turned round, newest first: the newest few of a key are read however many there are, from the index alone. Only what is open.
CREATE TABLE matching.posting (
  side text NOT NULL,
  key text COLLATE "C" NOT NULL,
  listed_at timestamptz NOT NULL,
  thing uuid NOT NULL REFERENCES matching.entry (thing) ON DELETE CASCADE,
  contribution_type text NOT NULL,
  locality uuid,
  PRIMARY KEY (side, key, listed_at, thing) INCLUDE (contribution_type, locality)
);
CREATE INDEX posting_by_thing ON matching.posting (thing);

CREATE FUNCTION matching.post_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM matching.posting WHERE thing = NEW.thing;
  IF NEW.listed_at IS NOT NULL THEN
    INSERT INTO matching.posting (side, key, listed_at, thing, contribution_type, locality)
      SELECT DISTINCT NEW.side, key, NEW.listed_at, NEW.thing, NEW.contribution_type, NEW.locality FROM unnest(NEW.keys) AS key;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_new_entry AFTER INSERT ON matching.entry FOR EACH ROW EXECUTE FUNCTION matching.post_entry();
CREATE TRIGGER post_changed_entry AFTER UPDATE ON matching.entry FOR EACH ROW
  WHEN ((OLD.side, OLD.keys, OLD.listed_at, OLD.contribution_type, OLD.locality)
    IS DISTINCT FROM (NEW.side, NEW.keys, NEW.listed_at, NEW.contribution_type, NEW.locality))
  EXECUTE FUNCTION matching.post_entry();
