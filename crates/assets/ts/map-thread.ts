/** The gold thread from the person's home to a place: a wave, because no way is straight. */
import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Spot } from "./map-places.ts";

const STEPS = 48;
const SWAY = 0.11;

export function threadBetween(from: Spot | undefined, to: Spot | undefined): FeatureCollection {
  const features: Feature[] = [];
  if (from && to) {
    features.push(feature("thread", { type: "LineString", coordinates: wave(from, to) }));
  }
  if (from) {
    features.push(feature("from", { type: "Point", coordinates: from }));
  }
  if (to) {
    features.push(feature("to", { type: "Point", coordinates: to }));
  }
  return { type: "FeatureCollection", features };
}

function wave(from: Spot, to: Spot): Spot[] {
  // A degree of longitude is shorter than one of latitude: sway in the plane the eye sees.
  const shrink = Math.cos((from[1] * Math.PI) / 180);
  const east = (to[0] - from[0]) * shrink;
  const north = to[1] - from[1];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const part = step / STEPS;
    const sway = Math.sin(part * 2 * Math.PI) * SWAY;
    return [from[0] + (east * part - north * sway) / shrink, from[1] + north * part + east * sway];
  });
}

function feature(kind: string, geometry: Geometry): Feature {
  return { type: "Feature", properties: { kind }, geometry };
}
