-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA themes;

CREATE TABLE themes.theme (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9-]+$'),
  parent uuid REFERENCES themes.theme (id),
  name text NOT NULL,
  name_en text NOT NULL,
  pattern text NOT NULL CHECK (pattern IN ('waves', 'rings', 'dots', 'twill', 'zigzag', 'basket')),
  default_area uuid REFERENCES places.area (id)
);

CREATE TABLE themes.synonym (
  theme uuid NOT NULL REFERENCES themes.theme (id) ON DELETE CASCADE,
  lang text NOT NULL CHECK (lang ~ '^[a-z]{2}$'),
  word text NOT NULL,
  PRIMARY KEY (theme, lang, word)
);

ALTER TABLE platform.thing_theme ADD FOREIGN KEY (theme) REFERENCES themes.theme (id);
