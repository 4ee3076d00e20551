-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA drafts;

-- What somebody has typed in a form and not sent yet: one for each person, form and thing. Nobody else sees it.
CREATE TABLE drafts.draft (
  person uuid NOT NULL REFERENCES people.person (id),
  form text NOT NULL CHECK (form ~ '^[a-z-]+\.[a-z-]+$'),
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  typed jsonb NOT NULL CHECK (jsonb_typeof(typed) = 'object' AND length(typed::text) <= 60000),
  at timestamptz NOT NULL,
  PRIMARY KEY (person, form, thing)
);
CREATE INDEX draft_by_thing ON drafts.draft (thing);
CREATE INDEX draft_by_age ON drafts.draft (at);

-- Sentences that are used again and again: somebody's own, or shared by who answers for an area.
CREATE TABLE drafts.phrase (
  id uuid PRIMARY KEY,
  person uuid REFERENCES people.person (id),
  area uuid REFERENCES places.area (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  made_by uuid NOT NULL REFERENCES people.person (id),
  made_at timestamptz NOT NULL,
  CHECK ((person IS NULL) <> (area IS NULL))
);
CREATE INDEX phrase_by_person ON drafts.phrase (person) WHERE person IS NOT NULL;
CREATE INDEX phrase_by_area ON drafts.phrase (area) WHERE area IS NOT NULL;
