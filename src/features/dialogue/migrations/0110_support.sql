-- SPDX-License-Identifier: EUPL-1.2

-- Who stands by a thing. The primary key counts each person once; taken back it is gone.
CREATE TABLE dialogue.support (
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (thing, person)
);
CREATE INDEX support_by_person ON dialogue.support (person);

-- What others may know of it: how many, not who.
CREATE VIEW dialogue.shown_support AS SELECT thing, count(*) AS supports FROM dialogue.support GROUP BY thing;
