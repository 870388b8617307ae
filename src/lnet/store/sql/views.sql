-- The published read interface: what lnet itself reads, and anybody with a SQLite tool may read too.

CREATE VIEW people AS
  SELECT c.id, c.uid, c.created_on, c.created_at, c.updated_at, c.name, c.slug,
    (SELECT json_group_array(name) FROM (SELECT name FROM nickname WHERE contact_id = c.id ORDER BY id)) AS nicknames,
    c.aims,
    (SELECT json_group_array(role) FROM (SELECT role FROM contact_role WHERE contact_id = c.id ORDER BY id)) AS roles,
    c.field, c.organisation, c.title, c.location,
    (SELECT json_group_array(topic) FROM (SELECT topic FROM contact_topic WHERE contact_id = c.id ORDER BY id)) AS topics,
    c.how_met, c.met_on,
    (SELECT name FROM contact i WHERE i.id = c.introduced_by) AS introduced_by,
    c.circle, c.every_days, c.status, c.snooze_until, c.clock_from, c.first_due, c.birthday, c.share, c.note, c.extra,
    c.imported_from, f.last_on, f.first_on, f.days AS contact_days, f.gap_twice, f.agreed_days, f.address_book
  FROM contact c JOIN figure f ON f.contact_id = c.id;
