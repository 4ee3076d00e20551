-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA exchange;

-- What somebody can give (offer) or looks for (need). No price, no currency: there is no column for either.
CREATE TABLE exchange.post (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('offer', 'need')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  contribution_type text NOT NULL
    CHECK (contribution_type IN ('time', 'skill', 'thing', 'space', 'knowledge', 'transport', 'sponsorship', 'visit')),
  -- The name the writer chose to be shown with, and whom they write for where it stands in no register. Whose it is stands on the thing.
  shown_name text CHECK (length(shown_name) BETWEEN 1 AND 120),
  party_name text CHECK (length(party_name) BETWEEN 1 AND 160),
  party_kind text NOT NULL
    CHECK (party_kind IN ('citizen', 'association', 'business', 'institution', 'local-council', 'group', 'municipality')),
  CHECK (party_name IS NULL OR party_kind <> 'citizen'),
  -- Where to write to before the mailbox is confirmed; whom a broker calls where there is none.
  mailbox uuid REFERENCES people.mailbox (id),
  claim_hash bytea UNIQUE,
  phone text CHECK (phone ~ '^[0-9+ ]{8,20}$'),
  remote boolean NOT NULL DEFAULT false,
  -- How far the writer would go, in kilometres.
  reach_km integer CHECK (reach_km BETWEEN 1 AND 100),
  -- Which parts of the week suit: bit 3 × day + part, Monday morning first. None: not said.
  weekdays integer CHECK (weekdays BETWEEN 1 AND 2097151),
  from_day date,
  until_day date,
  CHECK (until_day >= from_day),
  -- How many people it is about, or has room for.
  persons integer CHECK (persons BETWEEN 1 AND 10000),
  -- How many there are, and how many of them somebody has got. None: it is not counted.
  quantity integer CHECK (quantity BETWEEN 1 AND 100000),
  taken integer NOT NULL DEFAULT 0,
  CONSTRAINT never_below_zero CHECK (taken >= 0 AND taken <= coalesce(quantity, taken)),
  audience text NOT NULL DEFAULT 'everyone' CHECK (audience IN ('everyone', 'organisations')),
  min_age integer CHECK (min_age BETWEEN 15 AND 99),
  credential text CHECK (credential IN ('childrens-attest', 'criminal-record', 'driving-licence', 'first-aid', 'trade')),
  routing text NOT NULL DEFAULT 'direct' CHECK (routing IN ('direct', 'brokered')),
  copied_from uuid REFERENCES exchange.post (id) ON DELETE SET NULL,
  submitted_at timestamptz NOT NULL,
  look_by date NOT NULL,
  expires_on date NOT NULL,
  published_at timestamptz,
  paused_at timestamptz,
  -- Set by the clock the day after the last one; taken away by a renewal.
  expired_at timestamptz,
  -- Mended after somebody did not let it through: it is looked at again.
  resubmitted_at timestamptz,
  -- How often two were brought together over it, and when first: told without a word of who.
  contacts integer NOT NULL DEFAULT 0 CHECK (contacts >= 0),
  first_contact_at timestamptz,
  CHECK ((contacts = 0) = (first_contact_at IS NULL)),
  closed text CHECK (closed IN ('fulfilled', 'withdrawn', 'removed')),
  closed_at timestamptz,
  -- What a broker took off was in hand already: put back, it is so again.
  closed_before text CHECK (closed_before = 'fulfilled'),
  CHECK (closed_before IS NULL OR closed = 'removed'),
  CHECK ((closed IS NULL) = (closed_at IS NULL)),
  -- In the list or not: said by the row itself, so that the two can never differ.
  listed_at timestamptz GENERATED ALWAYS AS (
    CASE WHEN paused_at IS NULL AND expired_at IS NULL AND closed IS NULL AND (quantity IS NULL OR taken < quantity) THEN published_at END
  ) STORED,
  FOREIGN KEY (id, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE
);
CREATE INDEX post_by_mailbox ON exchange.post (mailbox) WHERE mailbox IS NOT NULL;
CREATE INDEX post_newest ON exchange.post (listed_at DESC, id DESC) WHERE listed_at IS NOT NULL;
CREATE INDEX post_listed ON exchange.post (kind, contribution_type, listed_at DESC, id DESC) WHERE listed_at IS NOT NULL;
CREATE INDEX post_by_last_day ON exchange.post (expires_on) WHERE published_at IS NOT NULL AND expired_at IS NULL AND closed IS NULL;
CREATE INDEX post_copied_from ON exchange.post (copied_from) WHERE copied_from IS NOT NULL;

-- What is over stays over, but for what a broker took off and puts back, and what is found to be still needed.
CREATE TRIGGER withdrawn_is_withdrawn BEFORE UPDATE OF closed ON exchange.post
  FOR EACH ROW WHEN (OLD.closed = 'withdrawn' AND NEW.closed IS DISTINCT FROM OLD.closed) EXECUTE FUNCTION platform.refuse_change();

-- Somebody looked at the first post of a new party, or at one that somebody sent without logging in.
CREATE TABLE exchange.look (
  id uuid PRIMARY KEY,
  post uuid NOT NULL REFERENCES exchange.post (id) ON DELETE CASCADE,
  let_through boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (let_through OR reason IS NOT NULL)
);
CREATE INDEX look_by_post ON exchange.look (post, at);

-- What stood there before its writer changed it.
CREATE TABLE exchange.edit (
  post uuid NOT NULL REFERENCES exchange.post (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 50),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (post, ordinal)
);

-- Each time the last day was moved, and from which to which.
CREATE TABLE exchange.renewal (
  post uuid NOT NULL REFERENCES exchange.post (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 100),
  from_day date NOT NULL,
  to_day date NOT NULL,
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (post, ordinal),
  CHECK (to_day > from_day)
);

-- The writer was told that a last day comes, or has been: once for each day of each promise.
CREATE TABLE exchange.expiry_warning (
  post uuid NOT NULL REFERENCES exchange.post (id) ON DELETE CASCADE,
  expires_on date NOT NULL,
  days_before integer NOT NULL CHECK (days_before IN (14, 3, 0)),
  at timestamptz NOT NULL,
  PRIMARY KEY (post, expires_on, days_before)
);

-- What a party can bring, whether or not it has a post.
CREATE TABLE exchange.profile (
  id uuid PRIMARY KEY,
  person uuid UNIQUE REFERENCES people.person (id),
  organisation uuid UNIQUE REFERENCES people.organisation (id),
  CHECK ((person IS NULL) <> (organisation IS NULL)),
  contribution_types text[] NOT NULL
    CHECK (contribution_types <@ ARRAY['time', 'skill', 'thing', 'space', 'knowledge', 'transport', 'sponsorship', 'visit']),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  weekdays integer CHECK (weekdays BETWEEN 1 AND 2097151),
  reach_km integer CHECK (reach_km BETWEEN 1 AND 100),
  remote boolean NOT NULL DEFAULT false,
  -- An organisation's is for all to see. A person's is for the brokers alone, and only because they said so here.
  changed_at timestamptz NOT NULL
);

-- Another system asks for what it sent by its own number.
CREATE INDEX external_by_id ON platform.external (external_id);
