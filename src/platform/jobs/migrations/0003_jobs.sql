-- SPDX-License-Identifier: EUPL-1.2
-- The clock of whoever runs jobs by hand or in a test. graphile-worker compares with `now()`; where `platform` stands
-- before pg_catalog in the search_path, that is this function, and the injected clock decides what is due.
-- On every other connection `now()` is PostgreSQL's own.
CREATE FUNCTION platform.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(pg_catalog.current_setting('medborger.now', true), '')::timestamptz, pg_catalog.now())
$$;

-- How many mails went to a domain in the last minute.
CREATE INDEX mail_sent ON platform.mail (sent_at) WHERE sent_at IS NOT NULL;
