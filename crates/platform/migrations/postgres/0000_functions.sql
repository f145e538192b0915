-- What SQLite has and PostgreSQL has not, so that one text of a query serves both engines.

-- The texts of a JSON list, one a row; then those of a field of a JSON object, « $.field ».
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE
AS 'SELECT json_array_elements_text(CAST(list AS json))';

CREATE FUNCTION json_each(object TEXT, path TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE
AS 'SELECT json_array_elements_text(CAST(object AS json) -> substr(path, 3))';

-- A field of a JSON object as text.
CREATE FUNCTION json_extract(object TEXT, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE
AS 'SELECT CAST(object AS json) ->> substr(path, 3)';
