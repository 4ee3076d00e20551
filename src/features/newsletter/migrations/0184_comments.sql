-- SPDX-License-Identifier: EUPL-1.2

-- How far each has been told of comments stands beside how far they have been told of places and themes.
ALTER TABLE newsletter.told DROP CONSTRAINT told_every_check;
ALTER TABLE newsletter.told ADD CONSTRAINT told_every_check CHECK (every IN ('day', 'week', 'comments'));

-- What was said before there was such a mail is no news: who follows something already hears of what comes from now on.
INSERT INTO newsletter.told (person, every, until)
SELECT DISTINCT person, 'comments', now() FROM dialogue.shown_follow;
