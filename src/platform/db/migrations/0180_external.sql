-- SPDX-License-Identifier: EUPL-1.2
-- Where a thing was brought in from. The same line of the same source is never brought in twice.
CREATE TABLE platform.external (
  thing uuid PRIMARY KEY,
  kind text NOT NULL,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 120),
  external_id text NOT NULL CHECK (length(external_id) BETWEEN 1 AND 200),
  fetched_on date NOT NULL,
  brought_in_at timestamptz NOT NULL,
  -- Of what was sent, so that a line that has changed since can be told from one that has not.
  fingerprint bytea NOT NULL,
  FOREIGN KEY (thing, kind) REFERENCES platform.thing (id, kind) ON DELETE CASCADE,
  UNIQUE (kind, source, external_id)
);
