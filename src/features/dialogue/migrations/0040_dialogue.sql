-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA dialogue;

-- Who hears when a thing moves. Final answers always reach a follower; the primary key makes it once.
CREATE TABLE dialogue.follow (
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  person uuid NOT NULL REFERENCES people.person (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (thing, person)
);
CREATE INDEX follow_by_person ON dialogue.follow (person);

-- What others may know: who follows what.
CREATE VIEW dialogue.shown_follow AS SELECT thing, person, since FROM dialogue.follow;
