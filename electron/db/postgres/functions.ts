// What SQLite has, or is given by us, and PostgreSQL does not: so that one text of a query is understood by both.
import { SCHEMA } from './address.ts'

/** Statements within the schema of the application. */
export const functions: readonly string[] = [
  `CREATE FUNCTION instr(text, text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT strpos($1, $2)::bigint'`,
  `CREATE FUNCTION json_valid(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
     BEGIN PERFORM $1::json; RETURN true; EXCEPTION WHEN OTHERS THEN RETURN false; END $$`,
  `CREATE FUNCTION json_each(text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE
     AS 'SELECT jsonb_array_elements_text($1::jsonb)'`,
  `CREATE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE
     AS 'SELECT jsonb_path_query_first($1::jsonb, $2::jsonpath) #>> ''{}'''`,
  `CREATE FUNCTION json_remove(text, VARIADIC text[]) RETURNS text LANGUAGE sql IMMUTABLE
     AS 'SELECT ($1::jsonb - (SELECT array_agg(substr(one, 3)) FROM unnest($2) AS one))::text'`,
  // Of several values in one row; null as soon as one of them is.
  `CREATE FUNCTION min(VARIADIC text[]) RETURNS text LANGUAGE sql IMMUTABLE
     AS 'SELECT CASE WHEN array_position($1, NULL) IS NULL THEN (SELECT min(one) FROM unnest($1) AS one) END'`,
  `CREATE FUNCTION sum_of_truths(bigint, boolean) RETURNS bigint LANGUAGE sql IMMUTABLE
     AS 'SELECT CASE WHEN $2 IS NULL THEN $1 ELSE coalesce($1, 0) + $2::int END'`,
  // The engine's own would do, but lets only a superuser build on it.
  `CREATE FUNCTION more_words(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE
     AS 'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN coalesce($1, $2) ELSE $1 || $3 || $2 END'`,
  `CREATE AGGREGATE group_concat(text, text) (SFUNC = more_words, STYPE = text)`,
  `CREATE AGGREGATE sum(boolean) (SFUNC = sum_of_truths, STYPE = bigint)`,
  // As electron/domain/text/fold.ts has it.
  `CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
     SELECT translate(replace(replace(replace(replace(replace(
       lower(regexp_replace(normalize($1, NFKD), '[\\u0300-\\u036f]', '', 'g')),
       'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), '''’ʼ‐‑–—', '       ') $$`,
  `CREATE FUNCTION letters(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ${SCHEMA}.fold(left($1, 40)) $$`,
  // As `plainText` of electron/domain/text/rich-text.ts has it.
  `CREATE FUNCTION node_words(node jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
     BEGIN RETURN CASE node ->> 'type'
       WHEN 'text' THEN node ->> 'text'
       WHEN 'hardBreak' THEN E'\\n'
       WHEN 'image' THEN node #>> '{attrs,alt}'
       ELSE coalesce((SELECT string_agg(${SCHEMA}.node_words(one), CASE node ->> 'type'
           WHEN 'paragraph' THEN '' WHEN 'tableRow' THEN E'\\t' WHEN 'tableCell' THEN ' ' WHEN 'tableHeader' THEN ' ' ELSE E'\\n' END ORDER BY n)
         FROM jsonb_array_elements(node -> 'content') WITH ORDINALITY AS c(one, n)), '')
       END; END $$`,
  `CREATE FUNCTION rich_words(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ${SCHEMA}.node_words(coalesce($1, '{}')::jsonb) $$`,
]
