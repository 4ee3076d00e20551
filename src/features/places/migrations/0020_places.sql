-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA places;

CREATE TABLE places.locality (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  name text NOT NULL UNIQUE COLLATE platform.danish,
  postal_code text NOT NULL CHECK (postal_code ~ '^[0-9]{4}$'),
  lat double precision NOT NULL CHECK (lat BETWEEN 54 AND 58),
  lon double precision NOT NULL CHECK (lon BETWEEN 7 AND 16),
  approximate boolean NOT NULL
);

-- An area cannot be without a contact person and another as deputy: the database refuses.
CREATE TABLE places.area (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  name text NOT NULL UNIQUE COLLATE platform.danish,
  name_en text NOT NULL,
  about text NOT NULL,
  about_en text NOT NULL,
  keywords text[] NOT NULL,
  contact_person uuid NOT NULL REFERENCES people.person (id),
  deputy uuid NOT NULL REFERENCES people.person (id),
  phone text NOT NULL CHECK (phone ~ '^[0-9+ ]{8,20}$'),
  hours text NOT NULL,
  hours_en text NOT NULL,
  acknowledge_days integer NOT NULL CHECK (acknowledge_days BETWEEN 1 AND 30),
  answer_days integer NOT NULL CHECK (answer_days BETWEEN 1 AND 90),
  CHECK (contact_person <> deputy),
  CHECK (acknowledge_days <= answer_days)
);
CREATE INDEX area_by_contact_person ON places.area (contact_person);
CREATE INDEX area_by_deputy ON places.area (deputy);

-- The municipality's own closed days, besides the public holidays.
CREATE TABLE places.closed_day (
  day date PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL
);

CREATE VIEW places.shown_locality AS SELECT id, slug, name, postal_code, lat, lon FROM places.locality;
CREATE VIEW places.shown_area AS
  SELECT area.id, area.slug, area.name, area.name_en, area.contact_person, area.deputy,
         contact.name AS contact_name, deputy.name AS deputy_name
  FROM places.area
  JOIN people.person contact ON contact.id = area.contact_person
  JOIN people.person deputy ON deputy.id = area.deputy;
-- Who answers for which area: what a person's roles are read from.
CREATE VIEW places.answers_for AS
  SELECT id AS area, contact_person AS person, 'contact-person' AS role FROM places.area
  UNION ALL
  SELECT id, deputy, 'deputy' FROM places.area;

ALTER TABLE people.person ADD FOREIGN KEY (locality) REFERENCES places.locality (id);
ALTER TABLE people.organisation ADD FOREIGN KEY (locality) REFERENCES places.locality (id);
ALTER TABLE platform.thing ADD FOREIGN KEY (locality) REFERENCES places.locality (id);
ALTER TABLE platform.thing ADD FOREIGN KEY (area) REFERENCES places.area (id);
