-- SPDX-License-Identifier: EUPL-1.2
-- Whom one writes to when an organisation is to be asked: those who may speak for it.
CREATE VIEW people.shown_speaker AS
  SELECT organisation.id AS organisation, organisation.slug, organisation.name, organisation.kind, organisation.locality,
         membership.person, membership.from_day, membership.until_day
  FROM people.organisation
  JOIN people.membership ON membership.organisation = organisation.id AND membership.part = 'speaks-for';
