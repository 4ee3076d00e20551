-- SPDX-License-Identifier: EUPL-1.2
-- A picture that somebody sent, drawn anew in two sizes. The bytes lie in DATA_DIR/files under their SHA-256; this row goes when
-- nothing shows it any more.
CREATE TABLE platform.file (
  -- Known to whoever sent it alone; made from who and what, so that the same sent twice is the same.
  id uuid PRIMARY KEY,
  large text NOT NULL CHECK (large ~ '^[0-9a-f]{64}$'),
  small text NOT NULL CHECK (small ~ '^[0-9a-f]{64}$'),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 1600),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 1600),
  small_width integer NOT NULL CHECK (small_width BETWEEN 1 AND 480),
  small_height integer NOT NULL CHECK (small_height BETWEEN 1 AND 480),
  made_at timestamptz NOT NULL
);
CREATE INDEX file_by_time ON platform.file (made_at);

-- What a thing shows, with words for who cannot see it. Who may see the thing may see its pictures, and nobody else.
CREATE TABLE platform.picture (
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 3),
  file uuid NOT NULL REFERENCES platform.file (id),
  alt text NOT NULL CHECK (length(alt) BETWEEN 3 AND 200),
  -- Whoever sent it said that nobody can be recognised in it without their yes.
  consent_at timestamptz NOT NULL,
  PRIMARY KEY (thing, place)
);
CREATE INDEX picture_by_file ON platform.picture (file);
