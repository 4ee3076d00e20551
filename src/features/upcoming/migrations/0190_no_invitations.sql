-- SPDX-License-Identifier: EUPL-1.2

-- Who wants no more invitations, and since when. What they follow and what they wrote they still hear of.
CREATE TABLE upcoming.no_invitations (
  person uuid PRIMARY KEY REFERENCES people.person (id),
  at timestamptz NOT NULL
);

-- Whoever said no is left out, also where they said it while others were being invited: nobody's press fails for that.
CREATE FUNCTION upcoming.no_means_no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM upcoming.no_invitations WHERE person = NEW.person) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_means_no BEFORE INSERT ON upcoming.invitation FOR EACH ROW EXECUTE FUNCTION upcoming.no_means_no();
