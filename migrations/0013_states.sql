-- What stands already came with the last change that was recorded.
INSERT INTO `states` (`typename`, `slug`, `state`, `revisionId`)
  SELECT 'Document', slug, digest || coalesce(importId, ''), (SELECT max(id) FROM revisions) FROM documents WHERE EXISTS (SELECT 1 FROM revisions)
  UNION ALL SELECT CASE kind WHEN 'PERSON' THEN 'Person' WHEN 'ORGANIZATION' THEN 'Organization' ELSE 'UnclassifiedAgent' END,
    slug, name || ' ' || coalesce(organizationKind, ''), (SELECT max(id) FROM revisions) FROM agents WHERE EXISTS (SELECT 1 FROM revisions)
  UNION ALL SELECT 'Claim', slug, text, (SELECT max(id) FROM revisions) FROM claims WHERE EXISTS (SELECT 1 FROM revisions);
