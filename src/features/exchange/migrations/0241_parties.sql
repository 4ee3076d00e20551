-- SPDX-License-Identifier: EUPL-1.2
-- The page of an organisation shows its posts.
CREATE INDEX thing_by_organisation ON platform.thing (owner_organisation) WHERE owner_organisation IS NOT NULL;
