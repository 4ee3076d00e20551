-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA ideas;

CREATE TABLE ideas.idea (
  id uuid PRIMARY KEY,
  kind text NOT NULL DEFAULT 'idea' CHECK (kind = 'idea'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  -- The name the author chose to be shown with; never derived from an account afterwards.
  shown_name text CHECK (length(shown_name) BETWEEN 1 AND 120),
  half_done boolean NOT NULL DEFAULT false,
  -- Where to write to before the mailbox is confirmed.
  mailbox uuid REFERENCES people.mailbox (id),
  -- Sent without logging in: a code, kept as its SHA-256, with which the author can claim the idea later.
  claim_hash bytea UNIQUE,
  phone text CHECK (phone ~ '^[0-9+ ]{8,20}$'),
  submitted_at timestamptz NOT NULL,
  -- Days of the municipality, promised when sent. They never move (trigger below).
  look_by date NOT NULL,
  acknowledge_by date NOT NULL,
  answer_by date NOT NULL,
  -- The day that holds now: as promised, until "we are looking into it" says another.
  due_by date NOT NULL,
  -- Status of the newest answer, and when it stood first in the public list (none while it does not). Copies of
  -- ideas.answer and platform.thing, so that the list filters, counts and pages by one index (a test holds them equal).
  standing text NOT NULL DEFAULT 'waiting' CHECK (standing IN ('waiting', 'investigating', 'we-do-it', 'you-do-we-help', 'not-possible', 'part-of')),
  listed_at timestamptz,
  FOREIGN KEY (id, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE,
  CHECK (look_by <= acknowledge_by AND acknowledge_by <= answer_by)
);
CREATE INDEX idea_by_mailbox ON ideas.idea (mailbox) WHERE mailbox IS NOT NULL;
CREATE INDEX idea_listed ON ideas.idea (standing, listed_at DESC, id DESC) WHERE listed_at IS NOT NULL;
CREATE INDEX idea_newest ON ideas.idea (listed_at DESC, id DESC) WHERE listed_at IS NOT NULL;
CREATE INDEX idea_open ON ideas.idea (due_by) WHERE standing IN ('waiting', 'investigating');

-- Hand-over, correction and postponement never move what was promised.
CREATE TRIGGER promised_days_stand BEFORE UPDATE OF submitted_at, look_by, acknowledge_by, answer_by ON ideas.idea
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- States are things with who and when.
CREATE TABLE ideas.acknowledgement (
  idea uuid PRIMARY KEY REFERENCES ideas.idea (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);

CREATE TABLE ideas.answer (
  id uuid PRIMARY KEY,
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  status text NOT NULL CHECK (status IN ('investigating', 'we-do-it', 'you-do-we-help', 'not-possible', 'part-of')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  -- A "no" says what would make it possible, or which rule stands against it, and where to go from here.
  possible_if text CHECK (length(possible_if) BETWEEN 1 AND 1000),
  next_step text CHECK (length(next_step) BETWEEN 1 AND 1000),
  -- "Vi undersøger" has a new day and comes at most twice; everything else is final and comes once.
  new_day date,
  ordinal integer NOT NULL,
  final boolean NOT NULL GENERATED ALWAYS AS (status <> 'investigating') STORED,
  part_of uuid REFERENCES platform.thing (id),
  -- The area that answered: a later hand-over does not change whose words they are.
  area uuid NOT NULL REFERENCES places.area (id),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK ((status = 'investigating') = (new_day IS NOT NULL)),
  CHECK (status <> 'investigating' OR ordinal IN (1, 2)),
  CHECK ((status = 'not-possible') = (possible_if IS NOT NULL)),
  CHECK (status <> 'not-possible' OR next_step IS NOT NULL),
  CHECK ((status = 'part-of') = (part_of IS NOT NULL)),
  CHECK (part_of <> idea),
  UNIQUE (idea, ordinal)
);
CREATE UNIQUE INDEX answer_final_once ON ideas.answer (idea) WHERE status <> 'investigating';
CREATE INDEX answer_newest ON ideas.answer (at DESC) WHERE status <> 'investigating';
CREATE INDEX answer_part_of ON ideas.answer (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE ideas.hand_over (
  id uuid PRIMARY KEY,
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  from_area uuid NOT NULL REFERENCES places.area (id),
  to_area uuid NOT NULL REFERENCES places.area (id),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (from_area <> to_area)
);
CREATE INDEX hand_over_by_idea ON ideas.hand_over (idea);

-- Told to the secretariat once for each deadline that passed.
CREATE TABLE ideas.escalation (
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('look', 'acknowledge', 'answer')),
  due date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (idea, what, due)
);

CREATE TABLE ideas.withdrawal (
  idea uuid PRIMARY KEY REFERENCES ideas.idea (id) ON DELETE CASCADE,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- Who looked at an idea that nobody had confirmed, and let it through or not.
CREATE TABLE ideas.look (
  idea uuid PRIMARY KEY REFERENCES ideas.idea (id) ON DELETE CASCADE,
  let_through boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (let_through OR reason IS NOT NULL)
);
