// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/working-days.ts";

// What happened to an enquiry, read with it in one statement: `enquiry` is its row there.

export type Answer = {
  id: string;
  status: "investigating" | "answered" | "called";
  text: string;
  newDay: LocalDay | null;
  calledOn: LocalDay | null;
  person: string;
  areaName: string;
  areaNameEn: string;
  at: Date;
};

export type Turn = {
  what: "acknowledged" | "handed-over" | "escalated" | "missed" | "asked" | "said";
  at: Date;
  person: string | null;
  areaName: string | null;
  areaNameEn: string | null;
  /** Of a call that nobody took, its day; of the sender's word, what it was. */
  day: LocalDay | null;
  said: string | null;
};

export type Note = { text: string; person: string; at: Date };

type Told<T> = (Omit<T, "at"> & { at: string })[];

export const answersJson = sql<Told<Answer>>`coalesce((
  SELECT json_agg(json_build_object('id', answer.id, 'status', answer.status, 'text', answer.text, 'newDay', answer.new_day,
    'calledOn', answer.called_on, 'person', coalesce(person.name, ''), 'areaName', area.name, 'areaNameEn', area.name_en, 'at', answer.at)
    ORDER BY answer.ordinal)
  FROM enquiries.answer JOIN people.shown person ON person.id = answer.person JOIN places.shown_area area ON area.id = answer.area
  WHERE answer.enquiry = enquiry.id), '[]')`;

export const turnsJson = sql<Told<Turn>>`coalesce((
  SELECT json_agg(json_build_object('what', turn.what, 'at', turn.at, 'person', person.name, 'areaName', area.name, 'areaNameEn', area.name_en,
    'day', turn.day, 'said', turn.said) ORDER BY turn.at)
  FROM (
    SELECT 'acknowledged' AS what, at, person, NULL::uuid AS area, NULL::date AS day, NULL AS said FROM enquiries.acknowledgement it WHERE it.enquiry = enquiry.id
    UNION ALL SELECT 'handed-over', at, person, to_area, NULL, NULL FROM enquiries.hand_over it WHERE it.enquiry = enquiry.id
    UNION ALL SELECT 'escalated', min(at), NULL, NULL, NULL, NULL FROM enquiries.escalation it WHERE it.enquiry = enquiry.id HAVING count(*) > 0
    UNION ALL SELECT 'missed', at, person, NULL, called_on, NULL FROM enquiries.missed_call it WHERE it.enquiry = enquiry.id
    UNION ALL SELECT 'asked', at, person, NULL, NULL, NULL FROM enquiries.proposal it WHERE it.enquiry = enquiry.id
    UNION ALL SELECT 'said', said_at, NULL, NULL, NULL, said FROM enquiries.proposal it WHERE it.enquiry = enquiry.id AND said IS NOT NULL
  ) AS turn
  LEFT JOIN people.shown person ON person.id = turn.person LEFT JOIN places.shown_area area ON area.id = turn.area), '[]')`;

export const notesJson = sql<Told<Note>>`coalesce((
  SELECT json_agg(json_build_object('text', note.text, 'person', coalesce(person.name, ''), 'at', note.at) ORDER BY note.at)
  FROM enquiries.note JOIN people.shown person ON person.id = note.person
  WHERE note.enquiry = enquiry.id AND enquiries.works_on(enquiry.id)), '[]')`;

export const asAnswers = (told: Told<Answer>): Answer[] => told.map(({ at, ...answer }) => ({ ...answer, at: new Date(at) }));
export const asTurns = (told: Told<Turn>): Turn[] => told.map(({ at, ...turn }) => ({ ...turn, at: new Date(at) }));
