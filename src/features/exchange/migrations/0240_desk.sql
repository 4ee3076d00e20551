-- SPDX-License-Identifier: EUPL-1.2
-- What lies on a broker's desk is found without reading all posts: those nobody has looked at, and those nobody has answered.
CREATE INDEX post_held ON exchange.post (look_by, id) WHERE published_at IS NULL AND closed IS NULL;
CREATE INDEX post_without_contact ON exchange.post (published_at, id) WHERE listed_at IS NOT NULL AND contacts = 0;
