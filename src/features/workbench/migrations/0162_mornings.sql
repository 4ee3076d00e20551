-- SPDX-License-Identifier: EUPL-1.2
CREATE SCHEMA workbench;

-- Who has had the mail of a working day: at most one each, whatever happens to the job that writes them.
CREATE TABLE workbench.morning (
  person uuid NOT NULL REFERENCES people.person (id),
  day date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (person, day)
);

-- Of which deadlines somebody was reminded: each once. `what` names the row of the workbench.
CREATE TABLE workbench.reminder (
  person uuid NOT NULL REFERENCES people.person (id),
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 120),
  due date NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (person, what, due)
);
CREATE INDEX reminder_by_day ON workbench.reminder (day);

-- Who wants no mail in the morning.
CREATE TABLE workbench.no_mornings (
  person uuid PRIMARY KEY REFERENCES people.person (id),
  at timestamptz NOT NULL
);
