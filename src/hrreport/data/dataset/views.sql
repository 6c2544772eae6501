
-- Every sentence with its report, its place and what it does.
CREATE OR REPLACE VIEW statements AS
SELECT s.sentence_id, s.report, r.name, r.year, c.section, c.heading, p.position, p.label, p.topics, s.sentence,
       f.kind, f.key, f.strength, s.text, r.url
FROM sentences AS s
JOIN findings AS f USING (sentence_id)
JOIN paragraphs AS p USING (paragraph_id)
JOIN sections AS c ON c.section_id = p.section_id
JOIN reports AS r ON r.report = s.report;
