/** How the map is painted: the page's own colours, read from the style sheet. */
import type { FeatureCollection } from "geojson";
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";

const NAMES = ["map-sea", "map-land", "map-border", "map-point", "paper", "ink", "ink-soft", "line", "edge", "gold", "green", "on-green"] as const;

export type Palette = Record<(typeof NAMES)[number], string>;

export function paletteOf(element: HTMLElement): Palette {
  const values = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, values.getPropertyValue(`--${name}`).trim()])) as Palette;
}

/** Letters are drawn by the browser from this family: without a `glyphs` address nothing is fetched. */
const FONT = ["Atkinson Hyperlegible Next"];
const FONT_BOLD = ["Atkinson Hyperlegible Next Bold"];

/** Points with all their words, grouped by the browser; or tiles, whose groups the server has made. */
export type Points = FeatureCollection | { tiles: string };

/** The closest look tiles have; beyond, the browser draws those larger. */
const CLOSEST = 14;

/** What lies under the points: our own outlines, or pictures the deployer chose; over either, what the page is about. */
export interface Ground {
  outlines: string | undefined;
  pictures: string | undefined;
  outline: string | undefined;
}

export function styleOf(palette: Palette, ground: Ground, points: Points, thread: FeatureCollection): StyleSpecification {
  const empty: FeatureCollection = { type: "FeatureCollection", features: [] };
  return {
    version: 8,
    sources: {
      ground: { type: "geojson", data: ground.outlines ?? empty, tolerance: 0.2 },
      ...(ground.pictures ? { pictures: { type: "raster" as const, tiles: [ground.pictures], tileSize: 256 } } : {}),
      outline: { type: "geojson", data: ground.outline ?? empty },
      points: pointsSource(points),
      thread: { type: "geojson", data: thread },
    },
    layers: [...(ground.pictures ? pictureLayers(palette) : [...groundLayers(palette), ...townLayers(palette)]), ...outlineLayers(palette), ...pointLayers(palette, "tiles" in points), ...threadLayers(palette)],
  };
}

function pointsSource(points: Points): SourceSpecification {
  return "tiles" in points
    ? { type: "vector", tiles: [points.tiles], maxzoom: CLOSEST }
    : { type: "geojson", data: points, cluster: true, clusterRadius: 34, clusterMaxZoom: CLOSEST - 1 };
}

const kind = (name: string): FilterSpecification => ["==", ["get", "kind"], name];

function pictureLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": palette["map-sea"] } },
    { id: "pictures", type: "raster", source: "pictures" },
  ];
}

function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": palette["map-sea"] } },
    { id: "land", type: "fill", source: "ground", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": palette["map-land"] } },
    {
      id: "commune",
      type: "line",
      source: "ground",
      filter: kind("commune"),
      paint: { "line-color": palette["map-border"], "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.4, 13, 1.2], "line-opacity": 0.8 },
    },
    {
      id: "departement",
      type: "line",
      source: "ground",
      filter: kind("departement"),
      layout: { "line-join": "round" },
      paint: { "line-color": palette["map-border"], "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.8, 12, 2.2] },
    },
  ];
}

function outlineLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "outline-area", type: "fill", source: "outline", paint: { "fill-color": palette["gold"], "fill-opacity": 0.12 } },
    {
      id: "outline",
      type: "line",
      source: "outline",
      layout: { "line-join": "round" },
      paint: { "line-color": palette["gold"], "line-width": 3 },
    },
  ];
}

/** How many places a mark stands for, as the browser or the server says it. */
const SIZE: ExpressionSpecification = ["coalesce", ["get", "point_count"], ["get", "count"], 1];

function pointLayers(palette: Palette, areTiled: boolean): LayerSpecification[] {
  const grouped: FilterSpecification = [">", SIZE, 1];
  const source = areTiled ? { source: "points", "source-layer": "points" } : { source: "points" };
  return [
    {
      id: "points",
      type: "circle",
      ...source,
      filter: ["!", grouped],
      paint: {
        "circle-color": palette["map-point"],
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 4, 13, 7],
        "circle-stroke-color": palette["map-land"],
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "groups",
      type: "circle",
      ...source,
      filter: grouped,
      paint: {
        "circle-color": palette["green"],
        "circle-radius": ["interpolate", ["linear"], SIZE, 2, 13, 50, 20, 1000, 30, 100000, 38],
        "circle-stroke-color": palette["map-land"],
        "circle-stroke-width": 2,
      },
    },
    {
      id: "group-sizes",
      type: "symbol",
      ...source,
      filter: grouped,
      // The padding keeps names of towns off the circle, which is no label.
      layout: {
        "text-field": ["number-format", SIZE, { locale: document.documentElement.lang }],
        "text-font": FONT_BOLD,
        "text-size": 14,
        "text-allow-overlap": true,
        "text-padding": 10,
      },
      paint: { "text-color": palette["on-green"] },
    },
  ];
}

function threadLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "thread",
      type: "line",
      source: "thread",
      filter: kind("thread"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette["gold"], "line-width": 4 },
    },
    {
      id: "ends",
      type: "circle",
      source: "thread",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 8,
        "circle-color": ["match", ["get", "kind"], "from", palette["paper"], palette["green"]],
        "circle-stroke-color": ["match", ["get", "kind"], "from", palette["gold"], palette["paper"]],
        "circle-stroke-width": 3.5,
      },
    },
  ];
}

function townLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "towns",
      type: "symbol",
      source: "ground",
      filter: kind("town"),
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 7, 13, 13, 17],
        "text-padding": 4,
        // Beside the middle of the town, where its places, or somebody's home, are drawn.
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.9,
        "symbol-sort-key": ["coalesce", ["get", "rank"], 1000],
      },
      paint: { "text-color": palette["ink"], "text-halo-color": palette["map-land"], "text-halo-width": 2 },
    },
  ];
}
