-- Questions to the dataset, for DuckDB: first `.read views.sql`, then any of these.

-- 1. How many reports, paragraphs and sentences does each edition have?
SELECT year, count(*) AS reports, sum(paragraphs) AS paragraphs, sum(sentences) AS sentences
FROM reports GROUP BY year ORDER BY year;

-- 2. Which sentences report an abuse under the topic of prisons, and at which address?
SELECT sentence_id, text, url FROM statements
WHERE kind = 'abuse' AND list_contains(topics, 'prisons') ORDER BY report, position, sentence;

-- 3. Which reports have the most sentences on abuses for each 1,000 words?
SELECT r.name, r.year, count(*) AS abuses, round(1000.0 * count(*) / r.words, 2) AS per_1000_words
FROM findings AS f JOIN reports AS r USING (report) WHERE f.kind = 'abuse'
GROUP BY r.report, r.name, r.year, r.words ORDER BY per_1000_words DESC, r.name LIMIT 10;

-- 4. Which figures are given as a least, a most, or about, and with which words?
SELECT sentence_id, bound, text, value, value_max, unit, what FROM figures
WHERE bound <> '' ORDER BY sentence_id, figure LIMIT 100;

-- 5. Which sources are named most often, and of which type are they?
SELECT name, type, count(*) AS times, count(DISTINCT report) AS reports
FROM sources GROUP BY name, type ORDER BY times DESC, name LIMIT 20;

-- 6. Which issues of the executive summary does no sentence of the body support?
SELECT r.name, r.year, i.issue, i.text FROM issues AS i JOIN reports AS r USING (report)
WHERE len(i.evidence) = 0 ORDER BY r.name, r.year, i.issue;

-- 7. In which sections is it said that there were no reports, or that a right was respected?
SELECT report, section, heading, basis FROM sections
WHERE assessment = 'none-reported' ORDER BY report, position;

-- 8. What does a report say on a topic, paragraph by paragraph, in the order of the page?
SELECT paragraph_id, label, text FROM paragraphs
WHERE list_contains(topics, 'fair-trial') ORDER BY report, position;

-- 9. Under which heading does each edition treat a topic?
SELECT first, last, section, heading, label FROM crosswalk
WHERE topic = 'prisons' ORDER BY first, section, label;

-- 10. Which reports have doubts that must be known before their text is used?
SELECT report, unnest(warnings) AS warning FROM reports ORDER BY report, warning;
