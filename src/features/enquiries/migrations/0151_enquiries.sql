-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA enquiries;

-- What somebody wrote or wants to be called about. Private: its words stand nowhere else, not even in the search index.
CREATE TABLE enquiries.enquiry (
  id uuid PRIMARY KEY,
  kind text NOT NULL DEFAULT 'enquiry' CHECK (kind = 'enquiry'),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  name text CHECK (length(name) BETWEEN 1 AND 120),
  -- Where to write to before the mailbox is confirmed.
  mailbox uuid REFERENCES people.mailbox (id),
  -- Sent without logging in: a code, kept as its SHA-256, with which the sender can claim it later.
  claim_hash bytea UNIQUE,
  -- With a number the answer is a call.
  phone text CHECK (phone ~ '^[0-9+ ]{8,20}$'),
  call_when text CHECK (length(call_when) BETWEEN 1 AND 200),
  submitted_at timestamptz NOT NULL,
  -- Days of the municipality, promised when sent. They never move (trigger below).
  acknowledge_by date NOT NULL,
  answer_by date NOT NULL,
  -- The day that holds now: as promised, until "we are looking into it" says another.
  due_by date NOT NULL,
  standing text NOT NULL DEFAULT 'waiting' CHECK (standing IN ('waiting', 'investigating', 'answered', 'called', 'became-idea')),
  -- When what tells who it was from was removed, some years after it was over.
  forgotten_at timestamptz,
  FOREIGN KEY (id, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE,
  CHECK (acknowledge_by <= answer_by),
  CHECK (call_when IS NULL OR phone IS NOT NULL)
);
CREATE INDEX enquiry_by_mailbox ON enquiries.enquiry (mailbox) WHERE mailbox IS NOT NULL;
CREATE INDEX enquiry_open ON enquiries.enquiry (due_by) WHERE standing IN ('waiting', 'investigating');

CREATE TRIGGER promised_days_stand BEFORE UPDATE OF submitted_at, acknowledge_by, answer_by ON enquiries.enquiry
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
-- What has been answered is not opened again.
CREATE TRIGGER over_is_over BEFORE UPDATE OF standing ON enquiries.enquiry
  FOR EACH ROW WHEN (OLD.standing NOT IN ('waiting', 'investigating')) EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE enquiries.acknowledgement (
  enquiry uuid PRIMARY KEY REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- An answer is a letter or a call; of a call this is the note of what was said.
CREATE TABLE enquiries.answer (
  id uuid PRIMARY KEY,
  enquiry uuid NOT NULL REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  status text NOT NULL CHECK (status IN ('investigating', 'answered', 'called')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  new_day date,
  -- The day of the call: it keeps the deadline, however late it was noted.
  called_on date,
  ordinal integer NOT NULL,
  final boolean NOT NULL GENERATED ALWAYS AS (status <> 'investigating') STORED,
  area uuid NOT NULL REFERENCES places.area (id),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK ((status = 'investigating') = (new_day IS NOT NULL)),
  CHECK (status <> 'investigating' OR ordinal IN (1, 2)),
  CHECK ((status = 'called') = (called_on IS NOT NULL)),
  CHECK (called_on <= (at AT TIME ZONE 'Europe/Copenhagen')::date),
  UNIQUE (enquiry, ordinal)
);
CREATE UNIQUE INDEX answer_final_once ON enquiries.answer (enquiry) WHERE status <> 'investigating';

-- We called and nobody answered.
CREATE TABLE enquiries.missed_call (
  id uuid PRIMARY KEY,
  enquiry uuid NOT NULL REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  called_on date NOT NULL,
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (called_on <= (at AT TIME ZONE 'Europe/Copenhagen')::date)
);
CREATE INDEX missed_call_by_enquiry ON enquiries.missed_call (enquiry);

CREATE TABLE enquiries.hand_over (
  id uuid PRIMARY KEY,
  enquiry uuid NOT NULL REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  from_area uuid NOT NULL REFERENCES places.area (id),
  to_area uuid NOT NULL REFERENCES places.area (id),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (from_area <> to_area)
);
CREATE INDEX hand_over_by_enquiry ON enquiries.hand_over (enquiry);

-- Told to the secretariat once for each deadline that passed. From then on it sees the enquiry.
CREATE TABLE enquiries.escalation (
  enquiry uuid NOT NULL REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('acknowledge', 'answer')),
  due date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (enquiry, what, due)
);

CREATE TABLE enquiries.withdrawal (
  enquiry uuid PRIMARY KEY REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- What colleagues write to each other. Never shown to who sent it.
CREATE TABLE enquiries.note (
  id uuid PRIMARY KEY,
  enquiry uuid NOT NULL REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);
CREATE INDEX note_by_enquiry ON enquiries.note (enquiry);

-- May it become an idea? Asked at most once, in the words that all would read; the sender changes them, says yes or says no.
CREATE TABLE enquiries.proposal (
  enquiry uuid PRIMARY KEY REFERENCES enquiries.enquiry (id) ON DELETE CASCADE,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  shown_name text CHECK (length(shown_name) BETWEEN 1 AND 60),
  locality uuid REFERENCES places.locality (id),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  said text CHECK (said IN ('yes', 'no')),
  said_at timestamptz,
  CHECK ((said IS NULL) = (said_at IS NULL))
);

-- Who sees an enquiry: its sender, who answers for its area now, and – once a promised day has passed – who follows up.
-- Asked by the policies below and by the store, so that a forgotten WHERE shows nothing.
CREATE FUNCTION enquiries.is_theirs(enquiry uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT platform.scope_is_system() OR EXISTS (
    SELECT FROM platform.thing WHERE thing.id = $1
      AND (thing.owner_person = platform.scope_person() OR thing.area = ANY (platform.scope_areas()))
  )
$$;
CREATE FUNCTION enquiries.works_on(enquiry uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT platform.scope_is_system() OR EXISTS (
    SELECT FROM platform.thing WHERE thing.id = $1
      AND (thing.area = ANY (platform.scope_areas())
        OR (platform.scope_follows_up() AND EXISTS (SELECT FROM enquiries.escalation WHERE escalation.enquiry = $1)))
  )
$$;
CREATE FUNCTION enquiries.may_see(enquiry uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT enquiries.is_theirs($1) OR enquiries.works_on($1)
$$;

-- FORCE: the program owns its tables, and an owner is held by no policy without it. A superuser is held by none at all: the
-- program says so at start. Reading is what is guarded; what may be written is the operations' business.
DO $$
DECLARE
  name text;
  sees text;
BEGIN
  FOR name, sees IN VALUES
    ('enquiry', 'enquiries.may_see(id)'),
    ('acknowledgement', 'enquiries.may_see(enquiry)'),
    ('answer', 'enquiries.may_see(enquiry)'),
    ('missed_call', 'enquiries.may_see(enquiry)'),
    ('hand_over', 'enquiries.may_see(enquiry)'),
    ('withdrawal', 'enquiries.may_see(enquiry)'),
    ('proposal', 'enquiries.may_see(enquiry)'),
    ('note', 'enquiries.works_on(enquiry)'),
    ('escalation', 'platform.scope_follows_up() OR enquiries.is_theirs(enquiry)')
  LOOP
    EXECUTE format('ALTER TABLE enquiries.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE enquiries.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY seen ON enquiries.%I FOR SELECT USING (%s)', name, sees);
    EXECUTE format('CREATE POLICY changed ON enquiries.%I FOR UPDATE USING (%s) WITH CHECK (true)', name, sees);
    EXECUTE format('CREATE POLICY removed ON enquiries.%I FOR DELETE USING (%s)', name, sees);
    EXECUTE format('CREATE POLICY added ON enquiries.%I FOR INSERT WITH CHECK (true)', name);
  END LOOP;
END $$;
