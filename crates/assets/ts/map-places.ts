/** Where things are: parsing of what the page and the server say. */
import type { FeatureCollection, Point } from "geojson";

/** Longitude then latitude, in degrees, as MapLibre wants them. */
export type Spot = [number, number];

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** Metropolitan France: what is seen when nothing says where to look. */
export const FRANCE: Bounds = [-5.2, 41.3, 9.7, 51.2];

export interface Places {
  collection: FeatureCollection<Point>;
  spots: Map<string, Spot>;
  bounds: Bounds | undefined;
}

/** A `lat,lon` attribute, or nothing when it is absent or is not a place on Earth. */
export function spotFrom(text: string | undefined): Spot | undefined {
  const [lat, lon] = (text ?? "").split(",").map(Number);
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
    return undefined;
  }
  return [lon, lat];
}

/** A `west,south,east,north` attribute, as it stands. */
export function boundsFrom(text: string | undefined): Bounds | undefined {
  const degrees = (text ?? "").split(",").map(Number);
  const [west, south, east, north] = degrees;
  if (degrees.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) {
    return undefined;
  }
  return degrees.every(Number.isFinite) ? [west, south, east, north] : undefined;
}

/** Where tiles are: the braces stay as they are. */
export function tilesAt(address: string): { tiles: string } {
  return { tiles: `${location.origin}${address}` };
}

/** An address a worker, which has no page, can fetch. */
export function absolute(address: string | undefined): string | undefined {
  return address ? new URL(address, location.href).href : undefined;
}

export async function loadPlaces(address: string | undefined): Promise<Places> {
  const collection: FeatureCollection<Point> = { type: "FeatureCollection", features: [] };
  if (address) {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`the points of the map answered ${answer.status}`);
    }
    const read = (await answer.json()) as FeatureCollection<Point>;
    collection.features = read.features.filter((feature) => feature.geometry?.type === "Point");
  }
  const spots = new Map<string, Spot>();
  for (const feature of collection.features) {
    const [lon, lat] = feature.geometry.coordinates;
    if (lon !== undefined && lat !== undefined) {
      spots.set(String(feature.properties?.["id"]), [lon, lat]);
    }
  }
  return { collection, spots, bounds: boundsOf(spots) };
}

/** What one sees at the least, in degrees: about ten kilometres, so that a few places have towns around them. */
const LEAST = { lon: 0.15, lat: 0.1 };

/** Around all the places, and never so close that nothing else is seen. */
function boundsOf(spots: Map<string, Spot>): Bounds | undefined {
  const tight = tightBoundsOf(spots);
  return tight === undefined ? undefined : widened(tight);
}

export function widened([west, south, east, north]: Bounds): Bounds {
  const lon = Math.max(0, LEAST.lon - (east - west)) / 2;
  const lat = Math.max(0, LEAST.lat - (north - south)) / 2;
  return [west - lon, south - lat, east + lon, north + lat];
}

function tightBoundsOf(spots: Map<string, Spot>): Bounds | undefined {
  const [first] = spots.values();
  if (first === undefined) {
    return undefined;
  }
  const bounds: Bounds = [first[0], first[1], first[0], first[1]];
  for (const [lon, lat] of spots.values()) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
