/** What happens when a point or a group of points is chosen, with a pointer or with the keyboard. */
import { GeoJSONSource, type Map as MapView, type MapGeoJSONFeature, Popup } from "maplibre-gl";
import type { Places, Spot } from "./map-places.ts";
import type { Words } from "./words.ts";

type Properties = Record<string, unknown>;

export function listenToMap(map: MapView, words: Words, places: () => Places, draw: (spot: Spot) => void): void {
  const popup = new Popup({ maxWidth: "min(18rem, 80vw)", offset: 14, className: "map-popup" });
  const showAll = (spot: Spot, all: Properties[]): void => {
    draw(spot);
    const box = document.createElement("div");
    box.append(...all.map((properties) => wordsOf(properties, words)));
    popup.setLngLat(spot).setDOMContent(box).addTo(map);
  };
  const show = (spot: Spot, properties: Properties): void => showAll(spot, [properties]);
  const choose = (feature: MapGeoJSONFeature): void => {
    const spot = spotOf(feature);
    if (spot === undefined) {
      return;
    }
    const ids = feature.properties["ids"];
    if (typeof ids === "string") {
      void saidOf(ids.split("\n")).then((all) => showAll(spot, all));
    } else if (feature.layer.id === "groups") {
      void openGroup(map, feature, spot);
    } else {
      show(spot, feature.properties);
    }
  };
  map.on("click", (event) => {
    // A thumb is wider than a point: look a little around.
    const { x, y } = event.point;
    const feature = nearest(map, x, y, 14);
    if (feature) {
      choose(feature);
    }
  });
  for (const layer of ["points", "groups"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
  map.getCanvas().addEventListener("keydown", (event) => {
    const { clientWidth, clientHeight } = map.getContainer();
    const feature = event.key === "Enter" && nearest(map, clientWidth / 2, clientHeight / 2, clientWidth);
    if (feature) {
      event.preventDefault();
      choose(feature);
    }
  });
  showFromButtons(map, places, show);
}

/** Buttons of the list that open a place on the map: the style sheet hides them until there is one. */
function showFromButtons(map: MapView, places: () => Places, show: (spot: Spot, properties: Properties) => void): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>("[data-show-point]");
    const id = button ? button.dataset["showPoint"] : undefined;
    const feature = places().collection.features.find((each) => String(each.properties?.["id"]) === id);
    const spot = places().spots.get(id ?? "");
    if (feature && spot) {
      map.getContainer().scrollIntoView({ block: "nearest" });
      map.easeTo({ center: spot, zoom: Math.max(map.getZoom(), 13) });
      show(spot, feature.properties ?? {});
    }
  });
}

function nearest(map: MapView, x: number, y: number, reach: number): MapGeoJSONFeature | undefined {
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: ["points", "groups"] },
  );
  const distance = (feature: MapGeoJSONFeature): number => {
    const spot = spotOf(feature);
    const at = spot ? map.project(spot) : { x: Infinity, y: Infinity };
    return Math.hypot(at.x - x, at.y - y);
  };
  return found.sort((one, other) => distance(one) - distance(other))[0];
}

/** What there is to say of places of a tile, which names them only. */
async function saidOf(ids: string[]): Promise<Properties[]> {
  const answer = await fetch(`/map/places.json?${new URLSearchParams(ids.map((id) => ["id", id]))}`);
  return answer.ok ? ((await answer.json()) as Properties[]) : [];
}

async function openGroup(map: MapView, feature: MapGeoJSONFeature, spot: Spot): Promise<void> {
  const group = feature.properties["cluster_id"];
  const source = map.getSource("points");
  const zoom = typeof group === "number" && source instanceof GeoJSONSource ? await source.getClusterExpansionZoom(group) : undefined;
  map.easeTo({ center: spot, zoom: zoom ?? map.getZoom() + 2 });
}

function spotOf(feature: MapGeoJSONFeature): Spot | undefined {
  if (feature.geometry.type !== "Point") {
    return undefined;
  }
  const [lon, lat] = feature.geometry.coordinates;
  return lon === undefined || lat === undefined ? undefined : [lon, lat];
}

function wordsOf(properties: Properties, words: Words): HTMLElement {
  const box = document.createElement("div");
  const line = (name: string, className: string): void => {
    const text = properties[name];
    if (typeof text === "string" && text !== "") {
      const paragraph = document.createElement("p");
      paragraph.className = className;
      paragraph.textContent = text;
      box.append(paragraph);
    }
  };
  line("name", "map-popup__name");
  line("org", "map-popup__line");
  line("detail", "map-popup__line");
  const address = properties["url"];
  if (typeof address === "string" && address.startsWith("/")) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words.seePlace;
    box.append(link);
  }
  return box;
}
