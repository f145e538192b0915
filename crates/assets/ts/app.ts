if (document.querySelector("[data-map]") !== null) {
  void import("./map.ts");
}
