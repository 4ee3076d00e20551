-- SPDX-License-Identifier: EUPL-1.2
-- The spine: every thing that can be linked, followed, found and counted has its row in platform.thing.
CREATE SCHEMA platform;

CREATE COLLATION platform.danish (provider = icu, locale = 'da-DK');

CREATE TABLE platform.thing (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,30}$'),
  reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z]-[0-9]{4}-[0-9]{4,}$'),
  visibility text NOT NULL CHECK (visibility IN ('public', 'held', 'private')),
  owner_person uuid,
  owner_organisation uuid,
  locality uuid,
  area uuid,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  withdrawn_at timestamptz,
  UNIQUE (id, kind),
  CHECK (visibility <> 'public' OR published_at IS NOT NULL)
);
CREATE INDEX thing_public_newest ON platform.thing (kind, published_at DESC, id DESC)
  WHERE visibility = 'public' AND withdrawn_at IS NULL;
CREATE INDEX thing_public_by_locality ON platform.thing (locality, published_at DESC, id DESC)
  WHERE visibility = 'public' AND withdrawn_at IS NULL;
CREATE INDEX thing_by_owner ON platform.thing (owner_person) WHERE owner_person IS NOT NULL;
CREATE INDEX thing_by_area ON platform.thing (area, kind);

CREATE TABLE platform.thing_theme (
  thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  theme uuid NOT NULL,
  PRIMARY KEY (thing, theme)
);
CREATE INDEX thing_theme_by_theme ON platform.thing_theme (theme, thing);

-- The next readable reference of a letter and year: I-2026-0142. A sequence, so that writers need not wait for each other;
-- what was undone leaves a gap. The first of a year makes the sequence.
CREATE FUNCTION platform.next_reference(letter text, year integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  counter text := format('platform.reference_%s_%s', lower(letter), year);
  number text;
BEGIN
  IF letter !~ '^[A-Z]$' OR year NOT BETWEEN 2000 AND 9999 THEN
    RAISE 'no reference begins with % in %', letter, year USING ERRCODE = 'check_violation';
  END IF;
  IF to_regclass(counter) IS NULL THEN
    PERFORM pg_advisory_xact_lock(731004);
    EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %s', counter);
  END IF;
  number := nextval(counter);
  RETURN format('%s-%s-%s', letter, year, lpad(number, greatest(4, length(number)), '0'));
END $$;

CREATE TABLE platform.link (
  from_thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  to_thing uuid NOT NULL REFERENCES platform.thing (id) ON DELETE CASCADE,
  relation text NOT NULL CHECK (relation ~ '^[a-z][a-z-]{1,30}$'),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (from_thing, to_thing, relation),
  CHECK (from_thing <> to_thing)
);
CREATE INDEX link_back ON platform.link (to_thing);

CREATE TABLE platform.search_document (
  thing uuid PRIMARY KEY REFERENCES platform.thing (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text NOT NULL,
  tokens tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('danish', title), 'A') || setweight(to_tsvector('danish', body), 'C')
  ) STORED
);
CREATE INDEX search_document_tokens ON platform.search_document USING gin (tokens);

-- What happened, told to whoever listens (mail, feeds) by a job made in the same transaction.
CREATE TABLE platform.event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  thing uuid REFERENCES platform.thing (id) ON DELETE CASCADE,
  actor_person uuid,
  data jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL
);
CREATE INDEX event_by_thing ON platform.event (thing, id);

CREATE TABLE platform.idempotency (
  actor text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 255),
  operation text NOT NULL,
  body_hash bytea NOT NULL,
  -- json, not jsonb: a repeat gets the answer letter for letter, in its own order.
  answer json,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_by_age ON platform.idempotency (created_at);

-- Append-only: who did what to which thing, never what they wrote.
CREATE TABLE platform.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  operation text NOT NULL,
  entry text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('anonymous', 'person', 'system')),
  actor_person uuid,
  thing uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX audit_by_thing ON platform.audit (thing, id);

-- Sealed each second in commit order: leaves into a Merkle root, roots into a chain (RFC 9162 hashing).
CREATE TABLE platform.audit_batch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  root bytea NOT NULL,
  previous bytea NOT NULL,
  head bytea NOT NULL UNIQUE
);
CREATE TABLE platform.audit_leaf (
  audit bigint PRIMARY KEY REFERENCES platform.audit (id),
  batch bigint NOT NULL REFERENCES platform.audit_batch (id),
  position integer NOT NULL,
  hash bytea NOT NULL,
  UNIQUE (batch, position)
);

CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit_batch EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit_leaf EXECUTE FUNCTION platform.refuse_change();

-- The municipality's own facts (name, closed days, deadlines …): first loaded from its folder.
CREATE TABLE platform.municipality (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  code text NOT NULL,
  name text NOT NULL,
  facts jsonb NOT NULL,
  loaded_at timestamptz NOT NULL,
  -- When the demo world was told to its end; never in a real municipality.
  told_at timestamptz
);

CREATE TABLE platform.session (
  token_hash bytea PRIMARY KEY,
  person uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX session_by_person ON platform.session (person);

-- Budgets per actor, target mailbox or object: counted in fixed windows.
CREATE TABLE platform.budget (
  subject text NOT NULL,
  what text NOT NULL,
  window_start timestamptz NOT NULL,
  used integer NOT NULL CHECK (used > 0),
  PRIMARY KEY (subject, what, window_start)
);
CREATE INDEX budget_by_age ON platform.budget (window_start);
