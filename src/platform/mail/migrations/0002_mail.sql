-- SPDX-License-Identifier: EUPL-1.2
-- One row for each mail to one mailbox about one event: written once, sent by a job, its words erased after a week.
CREATE TABLE platform.mail (
  id uuid PRIMARY KEY,
  -- What it is about: an event or a link, and to whom. The same never goes twice.
  dedupe text NOT NULL UNIQUE CHECK (length(dedupe) BETWEEN 3 AND 200),
  recipient text NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
  lang text NOT NULL,
  subject text NOT NULL,
  plain text NOT NULL,
  html text NOT NULL,
  -- RFC 8058 one-click, where the mail is one a person can say no to.
  unsubscribe text,
  urgent boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  emptied_at timestamptz
);
CREATE INDEX mail_waiting ON platform.mail (created_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX mail_newest ON platform.mail (created_at DESC);
