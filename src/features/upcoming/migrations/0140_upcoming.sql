-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA upcoming;

-- The committees that can decide, from the municipality's own list; a name stays after the term has ended.
CREATE TABLE upcoming.committee (
  slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]+$'),
  name text NOT NULL COLLATE platform.danish,
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day)
);

-- What an area or a committee is about to take up. A draft until its thing is public.
CREATE TABLE upcoming.listing (
  id uuid PRIMARY KEY,
  kind text NOT NULL DEFAULT 'listing' CHECK (kind = 'listing'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 4000),
  -- What can still be changed, and what cannot.
  open_for text NOT NULL CHECK (length(open_for) BETWEEN 1 AND 2000),
  fixed text NOT NULL CHECK (length(fixed) BETWEEN 1 AND 2000),
  -- Who decides: this committee, or, without one, the area itself.
  committee text REFERENCES upcoming.committee (slug),
  decide_on date NOT NULL,
  question text CHECK (length(question) BETWEEN 1 AND 300),
  ask_until date,
  -- Set when it is published: since when citizens are asked, and by when they hear what it led to.
  asked_on date,
  tell_by date,
  -- Copies for the list's indexes: the newest phase, by when there is news of it, and when it stood first in the public list.
  phase text NOT NULL CHECK (phase IN ('idea', 'planning', 'decision', 'doing')),
  news_by date,
  listed_at timestamptz,
  FOREIGN KEY (id, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE,
  CHECK ((question IS NULL) = (ask_until IS NULL)),
  CHECK (asked_on IS NULL OR question IS NOT NULL),
  CHECK ((tell_by IS NULL) = (asked_on IS NULL)),
  CHECK (tell_by > ask_until),
  CHECK (listed_at IS NULL OR question IS NULL OR tell_by IS NOT NULL)
);
CREATE INDEX listing_newest ON upcoming.listing (listed_at DESC, id DESC) WHERE listed_at IS NOT NULL;
CREATE INDEX listing_asking ON upcoming.listing (ask_until, id) WHERE listed_at IS NOT NULL AND ask_until IS NOT NULL;
CREATE INDEX listing_decided ON upcoming.listing (decide_on) WHERE listed_at IS NOT NULL;

-- How far it is: each phase once, forwards only (trigger), with who said so and when there will be news.
CREATE TABLE upcoming.phase (
  listing uuid NOT NULL REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 4),
  phase text NOT NULL CHECK (phase IN ('idea', 'planning', 'decision', 'doing')),
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  news_by date,
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (listing, ordinal),
  CHECK ((ordinal, phase) IN ((1, 'idea'), (2, 'planning'), (3, 'decision'), (4, 'doing')))
);

CREATE FUNCTION upcoming.forwards_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM upcoming.phase WHERE listing = NEW.listing AND ordinal >= NEW.ordinal) THEN
    RAISE EXCEPTION 'a phase only goes forwards' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forwards_only BEFORE INSERT ON upcoming.phase FOR EACH ROW EXECUTE FUNCTION upcoming.forwards_only();

-- A day can be put off once, with a reason: the end of the question, and the day of the decision.
CREATE TABLE upcoming.postponement (
  listing uuid NOT NULL REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('question', 'decision')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (listing, what),
  CHECK (to_day > from_day)
);

-- What everybody can see moves no day without a postponement that says so; what is told by a day moves only with its question.
CREATE FUNCTION upcoming.promised_days_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.listed_at IS NULL THEN RETURN NEW; END IF;
  IF NEW.ask_until IS DISTINCT FROM OLD.ask_until AND NOT EXISTS (
    SELECT 1 FROM upcoming.postponement WHERE listing = OLD.id AND what = 'question' AND from_day = OLD.ask_until AND to_day = NEW.ask_until)
  OR NEW.decide_on <> OLD.decide_on AND NOT EXISTS (
    SELECT 1 FROM upcoming.postponement WHERE listing = OLD.id AND what = 'decision' AND from_day = OLD.decide_on AND to_day = NEW.decide_on)
  OR NEW.tell_by IS DISTINCT FROM OLD.tell_by AND NEW.ask_until IS NOT DISTINCT FROM OLD.ask_until
  OR NEW.asked_on IS DISTINCT FROM OLD.asked_on THEN
    RAISE EXCEPTION 'a promised day stands until it is put off with a reason' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promised_days_stand BEFORE UPDATE OF ask_until, decide_on, tell_by, asked_on ON upcoming.listing
  FOR EACH ROW EXECUTE FUNCTION upcoming.promised_days_stand();

-- "This is what we heard, and this is what we do": once.
CREATE TABLE upcoming.closure (
  listing uuid PRIMARY KEY REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  heard text NOT NULL CHECK (length(heard) BETWEEN 1 AND 4000),
  doing text NOT NULL CHECK (length(doing) BETWEEN 1 AND 4000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- What became of each answer. Written down one by one, told together; from then on it stands.
CREATE TABLE upcoming.fate (
  listing uuid NOT NULL REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  idea uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  fate text NOT NULL CHECK (fate IN ('taken-up', 'partly', 'not')),
  because text NOT NULL CHECK (length(because) BETWEEN 1 AND 2000),
  -- What was not taken up says what would have to be different.
  possible_if text CHECK (length(possible_if) BETWEEN 1 AND 1000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (listing, idea),
  CHECK ((fate = 'not') = (possible_if IS NOT NULL))
);
CREATE INDEX fate_by_idea ON upcoming.fate (idea);

CREATE FUNCTION upcoming.told_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM upcoming.closure WHERE listing = NEW.listing) THEN
    RAISE EXCEPTION 'what was told stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER told_stands BEFORE INSERT OR UPDATE ON upcoming.fate FOR EACH ROW EXECUTE FUNCTION upcoming.told_stands();

-- Nobody closes over an answer that has no fate. Held answers were never seen; they have the deadlines of every idea.
CREATE FUNCTION upcoming.every_answer_has_its_fate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM platform.link JOIN platform.thing answer ON answer.id = link.from_thing
    WHERE link.to_thing = NEW.listing AND link.relation = 'answers' AND answer.visibility = 'public' AND answer.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM upcoming.fate WHERE fate.listing = NEW.listing AND fate.idea = answer.id)
  ) THEN
    RAISE EXCEPTION 'an answer has no fate yet' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER every_answer_has_its_fate BEFORE INSERT ON upcoming.closure
  FOR EACH ROW EXECUTE FUNCTION upcoming.every_answer_has_its_fate();

-- One reminder on the day that it is due, one message to the secretariat when the day has passed. Never two of either.
CREATE TABLE upcoming.escalation (
  listing uuid NOT NULL REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('reminder', 'late')),
  due date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (listing, what, due)
);

-- Who was asked to join in, why, and when: each at most once for a listing.
CREATE TABLE upcoming.invitation (
  listing uuid NOT NULL REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  why text NOT NULL CHECK (why IN ('place', 'theme', 'organisation')),
  at timestamptz NOT NULL,
  PRIMARY KEY (listing, person)
);
CREATE INDEX invitation_by_person ON upcoming.invitation (person);

-- A draft that was thrown away, and by whom.
CREATE TABLE upcoming.discard (
  listing uuid PRIMARY KEY REFERENCES upcoming.listing (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);
