-- SPDX-License-Identifier: EUPL-1.2
-- Up to three areas that an idea concerns besides the one that answers it.
CREATE TABLE ideas.concern (
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  area uuid NOT NULL REFERENCES places.area (id),
  slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 3),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (idea, area),
  UNIQUE (idea, slot)
);
CREATE INDEX concern_by_area ON ideas.concern (area);

-- A colleague is asked inside the case, one question at a time; only who asks, who is asked and who works on it can read it.
CREATE TABLE ideas.question (
  id uuid PRIMARY KEY,
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  asked_by uuid NOT NULL REFERENCES people.person (id),
  asked uuid NOT NULL REFERENCES people.person (id),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  -- A wish, no promise: the days of the idea stand.
  wished date NOT NULL,
  at timestamptz NOT NULL,
  reply text CHECK (length(reply) BETWEEN 1 AND 4000),
  replied_at timestamptz,
  CHECK (asked <> asked_by),
  CHECK ((reply IS NULL) = (replied_at IS NULL))
);
CREATE UNIQUE INDEX question_open_once ON ideas.question (idea, asked) WHERE replied_at IS NULL;
CREATE INDEX question_by_asked ON ideas.question (asked);
CREATE INDEX question_by_asker ON ideas.question (asked_by);

-- What the municipality writes to itself about an idea: never public, never mailed.
CREATE TABLE ideas.note (
  id uuid PRIMARY KEY,
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  person uuid NOT NULL REFERENCES people.person (id),
  at timestamptz NOT NULL
);
CREATE INDEX note_by_idea ON ideas.note (idea, at);
