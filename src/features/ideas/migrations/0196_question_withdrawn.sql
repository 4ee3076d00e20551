-- SPDX-License-Identifier: EUPL-1.2
-- Who asked a colleague can take the question back while nobody has replied. The row stays: it was asked, and it was taken back.
ALTER TABLE ideas.question
  ADD COLUMN withdrawn_at timestamptz,
  ADD CONSTRAINT replied_or_withdrawn CHECK (withdrawn_at IS NULL OR replied_at IS NULL);
DROP INDEX ideas.question_open_once;
CREATE UNIQUE INDEX question_open_once ON ideas.question (idea, asked) WHERE replied_at IS NULL AND withdrawn_at IS NULL;
