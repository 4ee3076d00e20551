-- SPDX-License-Identifier: EUPL-1.2
-- Who reads, for row level security: set for one transaction alone (src/platform/db/scope.ts). Where it is not set there is nobody.
-- A setting that was there before in the session reads as '' afterwards.
CREATE FUNCTION platform.scope_person() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.person', true), '')::uuid
$$;
CREATE FUNCTION platform.scope_areas() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT string_to_array(nullif(current_setting('app.areas', true), ''), ',')::uuid[]
$$;
CREATE FUNCTION platform.scope_follows_up() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.follows_up', true), '') = 'yes'
$$;
CREATE FUNCTION platform.scope_is_system() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.system', true), '') = 'yes'
$$;
