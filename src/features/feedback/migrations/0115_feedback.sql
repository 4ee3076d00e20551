-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA feedback;

-- Somebody is asked how it went, once for each occasion: after a final answer, a shift, an event.
CREATE TABLE feedback.request (
  id uuid PRIMARY KEY,
  -- The event after which one is asked ("ideas.answered").
  occasion text NOT NULL CHECK (occasion ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  person uuid REFERENCES people.person (id),
  area uuid REFERENCES places.area (id),
  asked_at timestamptz NOT NULL,
  mailed_at timestamptz,
  UNIQUE (thing, person, occasion)
);
CREATE INDEX request_by_person ON feedback.request (person) WHERE person IS NOT NULL;
CREATE INDEX request_by_area ON feedback.request (area);
CREATE INDEX request_to_mail ON feedback.request (asked_at) WHERE mailed_at IS NULL;

CREATE TABLE feedback.answer (
  request uuid PRIMARY KEY REFERENCES feedback.request (id) ON DELETE CASCADE,
  score integer NOT NULL CHECK (score BETWEEN 1 AND 5),
  line text CHECK (length(line) BETWEEN 1 AND 500),
  at timestamptz NOT NULL
);
