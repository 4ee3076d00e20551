-- SPDX-License-Identifier: EUPL-1.2
-- No step backwards and none left out.
CREATE FUNCTION exchange.refuse_leap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.standing, NEW.standing) IN (
    ('proposed', 'accepted'), ('proposed', 'declined'), ('proposed', 'lapsed'), ('proposed', 'withdrawn'),
    ('accepted', 'agreed'), ('accepted', 'no-agreement'), ('agreed', 'done'), ('agreed', 'no-agreement')
  ) THEN
    RAISE 'an introduction goes from % to %', OLD.standing, NEW.standing USING ERRCODE = 'check_violation', CONSTRAINT = 'no_leap';
  END IF;
  IF NEW.standing = 'accepted' AND (SELECT count(*) FROM exchange.reply WHERE reply.introduction = NEW.id AND reply.yes) < 2 THEN
    RAISE 'both must have said yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'both_said_yes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_leap BEFORE UPDATE OF standing ON exchange.introduction
  FOR EACH ROW WHEN (OLD.standing IS DISTINCT FROM NEW.standing) EXECUTE FUNCTION exchange.refuse_leap();

CREATE FUNCTION exchange.refuse_exchange_leap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.standing, NEW.standing) IN (
    ('planned', 'confirmed-by-one'), ('planned', 'cancelled'), ('confirmed-by-one', 'confirmed'), ('confirmed-by-one', 'not-done'),
    ('confirmed-by-one', 'disputed'), ('confirmed-by-one', 'resolved'), ('planned', 'resolved'), ('disputed', 'resolved')
  ) THEN
    RAISE 'an exchange goes from % to %', OLD.standing, NEW.standing USING ERRCODE = 'check_violation', CONSTRAINT = 'no_leap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_leap BEFORE UPDATE OF standing ON exchange.exchange
  FOR EACH ROW WHEN (OLD.standing IS DISTINCT FROM NEW.standing) EXECUTE FUNCTION exchange.refuse_exchange_leap();

-- An introduction never begins for a post that is not in the list on that day.
CREATE FUNCTION exchange.refuse_closed_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM exchange.post WHERE post.id IN (NEW.offer, NEW.need)
      AND (post.listed_at IS NULL OR post.expires_on < (NEW.proposed_at AT TIME ZONE 'Europe/Copenhagen')::date)
  ) OR EXISTS (SELECT FROM exchange.post WHERE post.id = NEW.offer AND post.kind <> 'offer')
    OR EXISTS (SELECT FROM exchange.post WHERE post.id = NEW.need AND post.kind <> 'need') THEN
    RAISE 'a post that is not in the list brings nobody together' USING ERRCODE = 'check_violation', CONSTRAINT = 'open_post';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_post BEFORE INSERT ON exchange.introduction FOR EACH ROW EXECUTE FUNCTION exchange.refuse_closed_post();

-- Who sees: the two; the brokers – who follows up on all, and who answers for its area. Contact data only the two, and only their
-- own before both have said yes. What they write to each other a broker sees only where one was asked to bring them together.
CREATE FUNCTION exchange.acts_for(who uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT platform.scope_person() IS NOT NULL AND (
    CASE WHEN $2 IS NULL THEN coalesce($1 = platform.scope_person(), false)
    ELSE people.speaks_for(platform.scope_person(), $2, (now() AT TIME ZONE 'Europe/Copenhagen')::date) END)
$$;
CREATE FUNCTION exchange.brokers(introduction uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT platform.scope_is_system() OR platform.scope_follows_up()
    OR EXISTS (SELECT FROM platform.thing WHERE thing.id = $1 AND thing.area = ANY (platform.scope_areas()))
$$;
-- Seen by somebody of that side. The rows of introduction are themselves guarded, so this says nothing of others'.
CREATE FUNCTION exchange.is_side(introduction uuid, side text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM exchange.introduction one WHERE one.id = $1 AND CASE $2
    WHEN 'giver' THEN exchange.acts_for(one.giver_person, one.giver_organisation)
    WHEN 'seeker' THEN exchange.acts_for(one.seeker_person, one.seeker_organisation) ELSE false END)
$$;
CREATE FUNCTION exchange.is_one_of_two(introduction uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT exchange.is_side($1, 'giver') OR exchange.is_side($1, 'seeker')
$$;
CREATE FUNCTION exchange.was_accepted(introduction uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM exchange.introduction one WHERE one.id = $1 AND one.accepted_at IS NOT NULL AND one.standing <> 'no-agreement')
$$;
CREATE FUNCTION exchange.broker_reads(introduction uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT platform.scope_is_system() OR (exchange.brokers($1)
    AND EXISTS (SELECT FROM exchange.introduction one WHERE one.id = $1 AND one.route = 'brokered'))
$$;

DO $$
DECLARE
  name text;
  sees text;
BEGIN
  FOR name, sees IN VALUES
    ('introduction', 'exchange.acts_for(giver_person, giver_organisation) OR exchange.acts_for(seeker_person, seeker_organisation) OR exchange.brokers(id)'),
    ('reply', 'exchange.is_one_of_two(introduction) OR exchange.brokers(introduction)'),
    ('contact', 'platform.scope_is_system() OR exchange.is_side(introduction, side) OR (exchange.was_accepted(introduction) AND exchange.is_one_of_two(introduction))'),
    ('message', 'exchange.is_one_of_two(introduction) OR exchange.broker_reads(introduction)'),
    ('exchange', 'exchange.is_one_of_two(introduction) OR exchange.brokers(introduction)'),
    ('outcome', 'exchange.is_one_of_two(introduction) OR exchange.brokers(introduction)'),
    ('resolution', 'exchange.is_one_of_two(introduction) OR exchange.brokers(introduction)'),
    ('appreciation', 'public OR exchange.is_one_of_two(introduction) OR platform.scope_is_system()')
  LOOP
    EXECUTE format('ALTER TABLE exchange.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE exchange.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY seen ON exchange.%I FOR SELECT USING (%s)', name, sees);
    EXECUTE format('CREATE POLICY changed ON exchange.%I FOR UPDATE USING (%s) WITH CHECK (true)', name, sees);
    EXECUTE format('CREATE POLICY removed ON exchange.%I FOR DELETE USING (%s)', name, sees);
    EXECUTE format('CREATE POLICY added ON exchange.%I FOR INSERT WITH CHECK (true)', name);
  END LOOP;
END $$;
