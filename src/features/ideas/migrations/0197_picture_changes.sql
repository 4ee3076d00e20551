-- SPDX-License-Identifier: EUPL-1.2
-- How often its author put pictures on an idea or took them away after it was sent. What they showed is not kept: whoever takes a
-- picture away wants it gone.
CREATE TABLE ideas.picture_change (
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 20),
  added smallint NOT NULL CHECK (added BETWEEN 0 AND 3),
  removed smallint NOT NULL CHECK (removed BETWEEN 0 AND 3),
  -- Goes when the author is forgotten.
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  CHECK (added + removed > 0),
  PRIMARY KEY (idea, ordinal)
);
CREATE TRIGGER changes_stand BEFORE UPDATE OF idea, ordinal, added, removed, at ON ideas.picture_change
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
