-- SPDX-License-Identifier: EUPL-1.2

-- Who wants no more mails about comments, whatever they follow, and since when. Answers they still hear of.
CREATE TABLE newsletter.no_comments (
  person uuid PRIMARY KEY REFERENCES people.person (id),
  at timestamptz NOT NULL
);
