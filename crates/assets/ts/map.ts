import { Map, setWorkerUrl } from "maplibre-gl";
import workerUrl from "worker:maplibre-gl/dist/maplibre-gl-worker.mjs";

setWorkerUrl(workerUrl);
console.log(Map);
