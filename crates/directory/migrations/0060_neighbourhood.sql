-- Outlines of neighbourhoods that somebody brought, such as those of urban policy.
CREATE TABLE neighbourhood (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- The commune of today its middle lies in or is nearest to.
    commune TEXT NOT NULL,
    -- As JSON: polygons, each with its rings, of longitudes and latitudes.
    outline TEXT NOT NULL,
    brought_at BIGINT NOT NULL
);
CREATE INDEX neighbourhood_by_commune ON neighbourhood (commune);
