-- SPDX-License-Identifier: EUPL-1.2
-- How it went with a thing, for the counters of other slices: how many were asked, how many answered, how many found it good (four and
-- five, as in feedback.ts). No person and no line stands in it; with one or two asked a number still tells who said what, so a page shows sums.
CREATE VIEW feedback.shown_tally AS
  SELECT request.thing, count(*)::integer AS asked, count(answer.request)::integer AS answers,
         (count(*) FILTER (WHERE answer.score >= 4))::integer AS good
  FROM feedback.request LEFT JOIN feedback.answer ON answer.request = request.id
  GROUP BY request.thing;
