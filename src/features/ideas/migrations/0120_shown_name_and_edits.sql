-- SPDX-License-Identifier: EUPL-1.2
-- On whose behalf an idea is sent. A class or a group of children is shown by its own name and "their grown-up": never with a person's.
ALTER TABLE ideas.idea
  ADD COLUMN on_behalf text CHECK (length(on_behalf) BETWEEN 1 AND 80),
  ADD COLUMN on_behalf_kind text CHECK (on_behalf_kind IN ('organisation', 'class', 'group')),
  ADD CHECK ((on_behalf IS NULL) = (on_behalf_kind IS NULL)),
  ADD CONSTRAINT no_childs_name CHECK (on_behalf_kind IS NULL OR on_behalf_kind = 'organisation' OR shown_name IS NULL);

-- What stood there before each edit: with the idea itself, every version is kept. Rows are only added.
CREATE TABLE ideas.edit (
  idea uuid NOT NULL REFERENCES ideas.idea (id) ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 20),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 6000),
  locality uuid REFERENCES places.locality (id),
  half_done boolean NOT NULL,
  -- Who replaced it with what came after, and when; the person goes when the author is forgotten.
  person uuid REFERENCES people.person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (idea, ordinal)
);
CREATE TRIGGER versions_stand BEFORE UPDATE OF idea, ordinal, at ON ideas.edit
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE INDEX idea_half_done ON ideas.idea (listed_at DESC, id DESC) WHERE listed_at IS NOT NULL AND half_done;
