-- SPDX-License-Identifier: EUPL-1.2
-- Who speaks for an organisation is found from either end.
CREATE INDEX membership_by_organisation ON people.membership (organisation) WHERE part = 'speaks-for';

-- Whether a person speaks for an organisation on a day: also for row level policies. Whoever may not come in speaks for nobody.
CREATE FUNCTION people.speaks_for(person uuid, organisation uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM people.membership JOIN people.person ON person.id = membership.person
    WHERE membership.person = $1 AND membership.organisation = $2 AND membership.part = 'speaks-for'
      AND membership.from_day <= $3 AND (membership.until_day IS NULL OR membership.until_day >= $3)
      AND person.suspended_at IS NULL AND person.erased_at IS NULL
  )
$$;

-- What every slice may show of an organisation. No person stands in it.
CREATE VIEW people.shown_organisation AS SELECT id, slug, name, kind, about, about_en, locality FROM people.organisation;
