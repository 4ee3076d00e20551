-- SPDX-License-Identifier: EUPL-1.2
-- A "no" says what would make it possible, or which rule stands against it: which of the two it is.
ALTER TABLE ideas.answer
  ADD COLUMN by_rule boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT by_rule OR status = 'not-possible');
