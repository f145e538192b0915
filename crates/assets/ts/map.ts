/**
 * `<div data-map data-tiles data-points data-ground data-backdrop data-outline data-centre="lat,lon" data-bounds data-from data-to data-zoom>`.
 *
 * Tiles: address of vector tiles with `{z}`, `{x}`, `{y}`; their layer `points` has marks with `count`
 * and, where all of them lie on one spot, `ids`, one a line.
 * Points, where there are no tiles: GeoJSON points whose properties are `id`, `name`, `org`, `detail`, `url`.
 * Ground: GeoJSON areas and lines of `kind` land, departement or commune, and points of `kind` town
 * with `name` and `rank` (1 is drawn first). Nothing else is fetched: no glyph, no image.
 *
 * Backdrop: address of pictures drawn instead of the ground, which come from elsewhere; empty for none.
 *
 * Outline: GeoJSON areas, drawn over whatever lies under the points.
 *
 * Any element with `data-point="ID"`, and `data-spot="lat,lon"` beside tiles, draws the thread to that
 * point when it has focus or the pointer;
 * a `<button data-show-point="ID">` opens its words on the map.
 */
import { type GeoJSONSource, Map as MapView, NavigationControl, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerAddress from "worker:maplibre-gl/dist/maplibre-gl-worker.mjs";
import { type Bounds, FRANCE, type Places, type Spot, absolute, boundsFrom, loadPlaces, spotFrom, tilesAt, widened } from "./map-places.ts";
import { listenToMap } from "./map-popup.ts";
import { paletteOf, styleOf } from "./map-style.ts";
import { threadBetween } from "./map-thread.ts";
import type { PointsChanged } from "./search.ts";
import type { Words } from "./words.ts";

const POINTS_CHANGED: PointsChanged = "points-changed";

setWorkerUrl(workerAddress);

export async function showMap(place: HTMLElement, words: Words): Promise<void> {
  const asked = (): string | undefined => place.dataset["tiles"] ?? place.dataset["points"];
  const first = asked();
  let places = await loadPlaces(place.dataset["points"]);
  let from = spotFrom(place.dataset["from"]);
  let to = spotFrom(place.dataset["to"]);
  const style = (): StyleSpecification => {
    const tiles = place.dataset["tiles"];
    const points = tiles === undefined ? places.collection : tilesAt(tiles);
    const ground = { outlines: absolute(place.dataset["ground"]), pictures: place.dataset["backdrop"], outline: absolute(place.dataset["outline"]) };
    return styleOf(paletteOf(place), ground, points, threadBetween(from, to));
  };
  const map = createMap(place, words, style(), viewOf(place, places));
  await map.once("load");
  place.classList.add("map--drawn");

  const draw = (spot: Spot): void => {
    to = spot;
    source(map, "thread")?.setData(threadBetween(from, to));
  };
  const refresh = async (): Promise<void> => {
    places = await loadPlaces(place.dataset["points"]);
    from = spotFrom(place.dataset["from"]);
    to = undefined;
    map.setStyle(style());
    show(map, viewOf(place, places));
  };
  place.addEventListener(POINTS_CHANGED, () => void refresh());
  if (asked() !== first) {
    // Something else was asked while the map was being drawn.
    await refresh();
  }
  listenToMap(map, words, () => places, draw);
  listenToList(() => places, draw);
  // The map is painted again when the reader's device turns to dark or back.
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style()));
}

/** Where to look: around a centre, else around the places, else at the whole country. */
type View = { center: Spot; zoom: number } | { bounds: Bounds; fitBoundsOptions: { padding: number; maxZoom: number } };

function viewOf(place: HTMLElement, places: Places): View {
  const center = spotFrom(place.dataset["centre"]) ?? spotFrom(place.dataset["from"]);
  if (center !== undefined) {
    return { center, zoom: Number(place.dataset["zoom"] ?? 11) };
  }
  const given = boundsFrom(place.dataset["bounds"]);
  // An outline fills the map; around a few places one still sees where they are.
  return given !== undefined && place.dataset["outline"] !== undefined
    ? { bounds: given, fitBoundsOptions: { padding: 24, maxZoom: 15 } }
    : { bounds: (given && widened(given)) ?? places.bounds ?? FRANCE, fitBoundsOptions: { padding: 24, maxZoom: 13 } };
}

function show(map: MapView, view: View): void {
  if ("center" in view) {
    map.jumpTo(view);
  } else {
    map.fitBounds(view.bounds, { ...view.fitBoundsOptions, animate: false });
  }
}

function createMap(place: HTMLElement, words: Words, style: StyleSpecification, view: View): MapView {
  place.replaceChildren();
  place.classList.add("map--ready");
  const map = new MapView({
    container: place,
    style,
    ...view,
    minZoom: 4,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: place.dataset["map"] !== "free",
    fadeDuration: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200,
    locale: {
      "Map.Title": words.mapTitle,
      "NavigationControl.ZoomIn": words.zoomIn,
      "NavigationControl.ZoomOut": words.zoomOut,
      "Popup.Close": words.close,
      "CooperativeGesturesHandler.WindowsHelpText": words.wheelHelp,
      "CooperativeGesturesHandler.MacHelpText": words.wheelHelpMac,
      "CooperativeGesturesHandler.MobileHelpText": words.touchHelp,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  return map;
}

function source(map: MapView, name: string): GeoJSONSource | undefined {
  return map.getSource<GeoJSONSource>(name);
}

function listenToList(places: () => Places, draw: (spot: Spot) => void): void {
  const follow = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-point]") : null;
    const spot = spotFrom(row?.dataset["spot"]) ?? places().spots.get(row?.dataset["point"] ?? "");
    if (spot !== undefined) {
      draw(spot);
    }
  };
  document.addEventListener("focusin", follow);
  document.addEventListener("pointerover", follow);
}
