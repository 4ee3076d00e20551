-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA people;

CREATE TABLE people.person (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Only in a demo world: who one can step into from the log-in page.
  demo_key text UNIQUE,
  -- Their place on that page and two lines about them, by language; without it they are only in the stories.
  demo_entry jsonb CHECK (demo_entry IS NULL OR demo_key IS NOT NULL),
  locality uuid,
  created_at timestamptz NOT NULL,
  suspended_at timestamptz,
  erased_at timestamptz
);

-- A mailbox exists from the first time somebody writes it; it belongs to a person once its owner has confirmed it.
CREATE TABLE people.mailbox (
  id uuid PRIMARY KEY,
  address text NOT NULL UNIQUE CHECK (address = lower(address) AND address LIKE '%_@_%' AND length(address) <= 254),
  person uuid REFERENCES people.person (id),
  confirmed_at timestamptz,
  lang text NOT NULL DEFAULT 'da' CHECK (lang ~ '^[a-z]{2}$'),
  created_at timestamptz NOT NULL,
  CHECK ((person IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX mailbox_by_person ON people.mailbox (person);

CREATE TABLE people.organisation (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  kind text NOT NULL CHECK (kind IN ('association', 'business', 'institution', 'local-council', 'group', 'municipality')),
  about text NOT NULL DEFAULT '',
  about_en text NOT NULL DEFAULT '',
  cvr text UNIQUE CHECK (cvr ~ '^[0-9]{8}$'),
  locality uuid,
  demo_key text UNIQUE,
  created_at timestamptz NOT NULL
);

CREATE TABLE people.membership (
  person uuid NOT NULL REFERENCES people.person (id),
  organisation uuid NOT NULL REFERENCES people.organisation (id),
  part text NOT NULL CHECK (part IN ('member', 'speaks-for')),
  from_day date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  PRIMARY KEY (person, organisation, from_day)
);

-- Contact persons and deputies stand on their area (places.area); all other roles here, with scope and dates.
CREATE TABLE people.role (
  id uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES people.person (id),
  role text NOT NULL CHECK (role IN ('secretariat', 'employee', 'committee-member', 'council-member')),
  committee text,
  from_day date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  given_by uuid REFERENCES people.person (id),
  given_at timestamptz NOT NULL,
  CHECK ((role = 'committee-member') = (committee IS NOT NULL))
);
CREATE INDEX role_by_person ON people.role (person);

-- One-time links by mail. 'log-in' is bound to the browser that asked and lives ten minutes; the others confirm one thing.
CREATE TABLE people.mail_link (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  mailbox uuid NOT NULL REFERENCES people.mailbox (id),
  purpose text NOT NULL CHECK (purpose ~ '^[a-z][a-z-]{1,30}$'),
  thing uuid REFERENCES platform.thing (id) ON DELETE CASCADE,
  browser_hash bytea,
  code_hash bytea,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 5),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((purpose = 'log-in') = (browser_hash IS NOT NULL AND code_hash IS NOT NULL))
);
CREATE INDEX mail_link_by_mailbox ON people.mail_link (mailbox, created_at);
CREATE INDEX mail_link_by_browser ON people.mail_link (browser_hash, created_at) WHERE browser_hash IS NOT NULL;

-- What every slice may show of a person.
CREATE VIEW people.shown AS SELECT id, name, (erased_at IS NOT NULL) AS erased FROM people.person;
CREATE VIEW people.shown_role AS SELECT person, role, committee, from_day, until_day FROM people.role;

ALTER TABLE platform.thing ADD FOREIGN KEY (owner_person) REFERENCES people.person (id);
ALTER TABLE platform.thing ADD FOREIGN KEY (owner_organisation) REFERENCES people.organisation (id);
ALTER TABLE platform.session ADD FOREIGN KEY (person) REFERENCES people.person (id);
