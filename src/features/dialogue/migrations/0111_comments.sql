-- SPDX-License-Identifier: EUPL-1.2

-- What people say under a thing, in two levels, numbered within it: I-2026-0142.3 is its third comment.
CREATE TABLE dialogue.comment (
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  -- Answers a comment that is itself no answer: the foreign key below asks for a top one.
  reply_to integer,
  top boolean NOT NULL GENERATED ALWAYS AS (reply_to IS NULL) STORED,
  under_top boolean GENERATED ALWAYS AS (CASE WHEN reply_to IS NOT NULL THEN true END) STORED,
  person uuid REFERENCES people.person (id),
  -- The name the author chose; none is "a citizen".
  shown_name text CHECK (length(shown_name) BETWEEN 1 AND 120),
  -- What the author spoke as on that day: a later change of role does not change whose words they were.
  role text CHECK (role IN ('contact-person', 'deputy', 'committee-member', 'council-member', 'secretariat', 'employee')),
  role_area uuid REFERENCES places.area (id),
  role_committee text,
  stand text CHECK (stand IN ('for', 'against', 'question')),
  text text CHECK (length(text) BETWEEN 1 AND 2000),
  at timestamptz NOT NULL,
  corrected_at timestamptz,
  -- Taken back: the place stays for those who answered; words, name and stand are gone.
  taken_back_at timestamptz,
  PRIMARY KEY (thing, number),
  UNIQUE (thing, number, top),
  FOREIGN KEY (thing, reply_to, under_top) REFERENCES dialogue.comment (thing, number, top),
  CHECK (reply_to < number),
  CHECK (reply_to IS NULL OR stand IS NULL),
  CHECK ((taken_back_at IS NULL) = (text IS NOT NULL)),
  CHECK (taken_back_at IS NULL OR (shown_name IS NULL AND role IS NULL AND role_area IS NULL AND stand IS NULL)),
  CHECK (role_area IS NULL OR role IN ('contact-person', 'deputy'))
);
CREATE INDEX comment_replies ON dialogue.comment (thing, reply_to, number) WHERE reply_to IS NOT NULL;
CREATE INDEX comment_by_person ON dialogue.comment (person) WHERE person IS NOT NULL;
CREATE INDEX comment_newest ON dialogue.comment (at) WHERE taken_back_at IS NULL;

-- What stood there before each correction, while nobody had answered yet.
CREATE TABLE dialogue.correction (
  thing uuid NOT NULL,
  number integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  at timestamptz NOT NULL,
  PRIMARY KEY (thing, number, ordinal),
  FOREIGN KEY (thing, number) REFERENCES dialogue.comment (thing, number) ON DELETE CASCADE
);
