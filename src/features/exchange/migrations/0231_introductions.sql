-- SPDX-License-Identifier: EUPL-1.2
-- Two are brought together. Private to the two, and to the broker where one is asked; its words stand nowhere else.
CREATE TABLE exchange.introduction (
  id uuid PRIMARY KEY,
  kind text NOT NULL DEFAULT 'introduction' CHECK (kind = 'introduction'),
  offer uuid REFERENCES exchange.post (id),
  need uuid REFERENCES exchange.post (id),
  -- Help that was given without a post is noted afterwards, by one of the two.
  registered boolean NOT NULL DEFAULT false,
  CHECK (registered OR offer IS NOT NULL OR need IS NOT NULL),
  giver_person uuid REFERENCES people.person (id),
  giver_organisation uuid REFERENCES people.organisation (id),
  seeker_person uuid REFERENCES people.person (id),
  seeker_organisation uuid REFERENCES people.organisation (id),
  -- As they were shown when it began.
  giver_name text NOT NULL CHECK (length(giver_name) BETWEEN 1 AND 200),
  seeker_name text NOT NULL CHECK (length(seeker_name) BETWEEN 1 AND 200),
  giver_kind text NOT NULL,
  seeker_kind text NOT NULL,
  initiator text NOT NULL CHECK (initiator IN ('giver', 'seeker', 'broker')),
  route text NOT NULL CHECK (route IN ('direct', 'brokered')),
  -- What the one who began wrote to the other; of a broker, why the two.
  greeting text NOT NULL CHECK (length(greeting) BETWEEN 1 AND 2000),
  quantity integer NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 100000),
  proposed_by uuid REFERENCES people.person (id),
  proposed_at timestamptz NOT NULL,
  lapses_on date NOT NULL,
  standing text NOT NULL DEFAULT 'proposed'
    CHECK (standing IN ('proposed', 'accepted', 'declined', 'lapsed', 'withdrawn', 'agreed', 'no-agreement', 'done')),
  accepted_at timestamptz,
  ended_at timestamptz,
  end_reason text CHECK (length(end_reason) BETWEEN 1 AND 1000),
  CHECK ((standing IN ('declined', 'lapsed', 'withdrawn', 'no-agreement', 'done')) = (ended_at IS NOT NULL)),
  CHECK (accepted_at IS NOT NULL OR standing NOT IN ('accepted', 'agreed', 'no-agreement', 'done')),
  FOREIGN KEY (id, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE
);
-- The same two posts are brought together once at a time, and one who has no post asks once at a time.
-- Those who are forgotten are nobody: of them there may be many.
CREATE UNIQUE INDEX introduction_open_pair ON exchange.introduction (offer, need)
  WHERE standing IN ('proposed', 'accepted', 'agreed') AND offer IS NOT NULL AND need IS NOT NULL;
CREATE UNIQUE INDEX introduction_open_seeker ON exchange.introduction (offer, seeker_person, seeker_organisation)
  NULLS NOT DISTINCT WHERE standing IN ('proposed', 'accepted', 'agreed') AND need IS NULL AND NOT registered
    AND (seeker_person IS NOT NULL OR seeker_organisation IS NOT NULL);
CREATE UNIQUE INDEX introduction_open_giver ON exchange.introduction (need, giver_person, giver_organisation)
  NULLS NOT DISTINCT WHERE standing IN ('proposed', 'accepted', 'agreed') AND offer IS NULL AND NOT registered
    AND (giver_person IS NOT NULL OR giver_organisation IS NOT NULL);
CREATE INDEX introduction_by_offer ON exchange.introduction (offer) WHERE offer IS NOT NULL;
CREATE INDEX introduction_by_need ON exchange.introduction (need) WHERE need IS NOT NULL;
CREATE INDEX introduction_by_giver ON exchange.introduction (giver_person) WHERE giver_person IS NOT NULL;
CREATE INDEX introduction_by_seeker ON exchange.introduction (seeker_person) WHERE seeker_person IS NOT NULL;
CREATE INDEX introduction_by_giving_body ON exchange.introduction (giver_organisation) WHERE giver_organisation IS NOT NULL;
CREATE INDEX introduction_by_seeking_body ON exchange.introduction (seeker_organisation) WHERE seeker_organisation IS NOT NULL;
CREATE INDEX introduction_to_lapse ON exchange.introduction (lapses_on) WHERE standing = 'proposed';

-- What each side said. A broker says it for somebody who is called.
CREATE TABLE exchange.reply (
  introduction uuid NOT NULL REFERENCES exchange.introduction (id) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('giver', 'seeker')),
  yes boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  by_broker boolean NOT NULL DEFAULT false,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (introduction, side)
);
CREATE TRIGGER said_is_said BEFORE UPDATE OF introduction, side, yes, at ON exchange.reply
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- How each side chose to be reached: shown to the other once both have said yes, and gone when it came to nothing.
CREATE TABLE exchange.contact (
  introduction uuid NOT NULL REFERENCES exchange.introduction (id) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('giver', 'seeker')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  email text CHECK (length(email) BETWEEN 3 AND 254),
  phone text CHECK (phone ~ '^[0-9+ ]{8,20}$'),
  PRIMARY KEY (introduction, side),
  CHECK (email IS NOT NULL OR phone IS NOT NULL)
);

-- What they write to each other by way of the site, before and after.
CREATE TABLE exchange.message (
  id uuid PRIMARY KEY,
  introduction uuid NOT NULL REFERENCES exchange.introduction (id) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('giver', 'seeker', 'broker')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL
);
CREATE INDEX message_by_introduction ON exchange.message (introduction, at);

-- What they agreed on, and what came of it.
CREATE TABLE exchange.exchange (
  introduction uuid PRIMARY KEY REFERENCES exchange.introduction (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 500),
  on_day date NOT NULL,
  standing text NOT NULL DEFAULT 'planned'
    CHECK (standing IN ('planned', 'confirmed-by-one', 'confirmed', 'not-done', 'disputed', 'resolved', 'cancelled')),
  -- Whether it came about, once that is known.
  happened boolean,
  CHECK ((standing IN ('confirmed', 'not-done', 'resolved')) = (happened IS NOT NULL)),
  CHECK (standing <> 'confirmed' OR happened),
  CHECK (standing <> 'not-done' OR NOT happened),
  asked_at timestamptz,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL
);
CREATE INDEX exchange_to_ask ON exchange.exchange (on_day) WHERE standing IN ('planned', 'confirmed-by-one') ;

CREATE TABLE exchange.outcome (
  introduction uuid NOT NULL REFERENCES exchange.exchange (introduction) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('giver', 'seeker')),
  happened boolean NOT NULL,
  -- Hours as recognition only.
  minutes integer CHECK (minutes BETWEEN 1 AND 600000),
  by_broker boolean NOT NULL DEFAULT false,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (introduction, side),
  CHECK (happened OR minutes IS NULL)
);

-- Where the two say different things a broker asks them both, and writes down what was so.
CREATE TABLE exchange.resolution (
  introduction uuid PRIMARY KEY REFERENCES exchange.exchange (introduction) ON DELETE CASCADE,
  happened boolean NOT NULL,
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- Thanks from one to the other. Public only where the one who gives it says so, and never with more than it says.
CREATE TABLE exchange.appreciation (
  introduction uuid NOT NULL REFERENCES exchange.introduction (id) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('giver', 'seeker')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  public boolean NOT NULL DEFAULT false,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (introduction, side)
);

-- What a broker has to do about a post or an introduction, and the log of what was done.
CREATE TABLE exchange.follow_up (
  id uuid PRIMARY KEY,
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  why text NOT NULL CHECK (why IN ('no-contact', 'silence', 'not-agreed', 'no-outcome', 'disputed', 'call')),
  due_on date NOT NULL,
  at timestamptz NOT NULL,
  done_at timestamptz,
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  person uuid REFERENCES people.person (id),
  CHECK ((done_at IS NULL) = (note IS NULL))
);
CREATE UNIQUE INDEX follow_up_open_once ON exchange.follow_up (thing, why) WHERE done_at IS NULL;
CREATE INDEX follow_up_by_thing ON exchange.follow_up (thing);
CREATE INDEX follow_up_open ON exchange.follow_up (due_on) WHERE done_at IS NULL;
