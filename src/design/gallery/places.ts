// SPDX-License-Identifier: EUPL-1.2
import { drawFields, type Locality, type Water } from "../fields.ts";

/** A made-up municipality with sixteen places, for the gallery. */
const places: readonly Locality[] = [
  ["Nordby", 56.55, 10.02, 16],
  ["Skovlund", 56.53, 10.12, 3],
  ["Havn", 56.51, 10.24, 22],
  ["Bakkeby", 56.49, 9.98, 8],
  ["Møllerup", 56.48, 10.08, 12],
  ["Engby", 56.46, 10.17, 0],
  ["Vesterby", 56.45, 9.92, 5],
  ["Midtby", 56.43, 10.04, 58],
  ["Broby", 56.42, 10.1, 14],
  ["Østerby", 56.43, 10.22, 7],
  ["Lund", 56.4, 9.97, 2],
  ["Kær", 56.39, 10.06, 19],
  ["Sønderby", 56.36, 10.01, 31],
  ["Stensby", 56.36, 10.13, 6],
  ["Dalby", 56.38, 10.2, 4],
  ["Åby", 56.34, 9.93, 9],
].map(([name, lat, lon, count]) => ({
  name: String(name),
  slug: String(name).toLowerCase(),
  lat: Number(lat),
  lon: Number(lon),
  count: Number(count),
}));

const stream: Water = [
  [56.33, 9.88],
  [56.36, 9.95],
  [56.38, 10.02],
  [56.41, 10.06],
  [56.42, 10.13],
  [56.45, 10.19],
  [56.48, 10.22],
  [56.5, 10.29],
];

export const sampleDrawing = drawFields(places, [stream]);
export const samplePlaces = places;
