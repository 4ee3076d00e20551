-- SPDX-License-Identifier: EUPL-1.2
-- The feeds ask which ideas were answered last, "we are looking into it" among them.
CREATE INDEX answer_by_time ON ideas.answer (at DESC);
