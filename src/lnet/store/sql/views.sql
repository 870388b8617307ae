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

CREATE VIEW conversations AS
  SELECT i.id, 'i' || i.id AS ref, i.uid, i.created_on, i.created_at, i.updated_at, i.occurred_on, i.time,
    (SELECT json_group_array(json_object('name', name, 'slug', slug)) FROM (
      SELECT c.name, c.slug FROM participant p JOIN contact c ON c.id = p.contact_id
      WHERE p.interaction_id = i.id ORDER BY p.id)) AS participants,
    i.channel, i.direction, i.depth, i.summary, i.note,
    (SELECT json_group_array(topic) FROM (SELECT topic FROM interaction_topic WHERE interaction_id = i.id ORDER BY id)) AS topics,
    (SELECT json_group_array(ref) FROM (
      SELECT 'g' || goal_id AS ref FROM interaction_goal WHERE interaction_id = i.id ORDER BY id)) AS goals,
    (SELECT name FROM event e WHERE e.id = i.event_id) AS event,
    (SELECT name FROM community k WHERE k.id = i.community_id) AS community,
    (SELECT title FROM project j WHERE j.id = i.project_id) AS project,
    'e' || i.event_id AS event_ref, 'c' || i.community_id AS community_ref, 'j' || i.project_id AS project_ref,
    i.planned, 'i' || i.fulfilled_by AS fulfilled_by, i.private, i.their_words, i.differences, i.next_question,
    (SELECT json_group_array(name) FROM (
      SELECT c.name FROM mention m JOIN contact c ON c.id = m.contact_id
      WHERE m.interaction_id = i.id ORDER BY m.id)) AS mentions,
    i.imported_from
  FROM interaction i;

CREATE VIEW goals AS
  SELECT g.id, 'g' || g.id AS ref, g.uid, g.created_on, g.created_at, g.updated_at, g.title, g.why, g.criteria, g.area,
    g.status, g.every_days, g.target_on, g.reviewed_on, g.snooze_until, g.next_step, g.obstacle, g.closed_on,
    (SELECT json_group_array(json_object('name', name, 'slug', slug, 'helps_with', helps_with)) FROM (
      SELECT c.name, c.slug, l.helps_with FROM goal_contact l JOIN contact c ON c.id = l.contact_id
      WHERE l.goal_id = g.id ORDER BY l.id)) AS contacts,
    (SELECT json_group_array(topic) FROM (SELECT topic FROM goal_topic WHERE goal_id = g.id ORDER BY id)) AS topics,
    (SELECT json_group_array(json_object('on', occurred_on, 'text', text)) FROM (
      SELECT occurred_on, text FROM goal_progress WHERE goal_id = g.id ORDER BY occurred_on DESC, id DESC)) AS progress
  FROM goal g;

CREATE VIEW promises AS
  SELECT p.id, 'p' || p.id AS ref, p.uid, p.created_on, p.created_at, p.updated_at, c.name AS contact, c.slug,
    'i' || p.interaction_id AS interaction, p.owed_by, p.text, coalesce(i.occurred_on, p.created_on) AS made_on,
    p.due_on, p.was_due_on, p.renegotiated_on, p.status, p.closed_on
  FROM promise p JOIN contact c ON c.id = p.contact_id LEFT JOIN interaction i ON i.id = p.interaction_id;

CREATE VIEW feedback_notes AS
  SELECT f.id, 'f' || f.id AS ref, f.uid, f.created_on, f.created_at, f.updated_at, c.name AS contact, c.slug,
    'i' || f.interaction_id AS interaction, 'g' || f.goal_id AS goal, 'j' || f.project_id AS project,
    f.direction, f.frame, f.situation, f.behaviour, f.impact, f.text, f.occurred_on, f.action, f.act_by, f.loop,
    f.shareable, f.closed_on
  FROM feedback f JOIN contact c ON c.id = f.contact_id;

CREATE VIEW insights AS
  SELECT n.id, 'n' || n.id AS ref, n.uid, n.created_on, n.created_at, n.updated_at, n.text, c.name AS contact, c.slug,
    'i' || n.interaction_id AS interaction, 'r' || n.resource_id AS resource, 'g' || n.goal_id AS goal,
    n.kind, n.stance, n.value, n.learned_on, n.applied_on,
    (SELECT json_group_array(topic) FROM (SELECT topic FROM insight_topic WHERE insight_id = n.id ORDER BY id)) AS topics
  FROM insight n LEFT JOIN contact c ON c.id = n.contact_id;

CREATE VIEW events AS
  SELECT e.id, 'e' || e.id AS ref, e.uid, e.created_on, e.created_at, e.updated_at, e.name, e.starts_on, e.ends_on,
    e.place, e.url, e.note, e.here_since,
    (SELECT json_group_array(json_object(
        'contact', name, 'slug', slug, 'follow_up', follow_up, 'waits', waits, 'note', note)) FROM (
      SELECT c.name, c.slug, a.follow_up, a.note, EXISTS (
        SELECT 1 FROM search_meeting m WHERE m.contact_id = a.contact_id AND m.event_id = e.id) AS waits
      FROM attendance a JOIN contact c ON c.id = a.contact_id WHERE a.event_id = e.id ORDER BY a.id)) AS attendees
  FROM event e;
