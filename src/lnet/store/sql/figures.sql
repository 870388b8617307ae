-- What would otherwise need a person's whole history: recomputed (never counted up) whenever that history changes,
-- and free of policy: what happened, not what is due.

-- Everybody's conversations by day; `counts` = held, and of depth 2 or more (unset counts as 2); `sent` = outbound.
CREATE TABLE search_timeline (
  contact_id INTEGER NOT NULL,
  occurred_on TEXT NOT NULL,
  interaction_id INTEGER NOT NULL,
  counts INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  PRIMARY KEY (contact_id, occurred_on, interaction_id)
) STRICT, WITHOUT ROWID;
-- For when somebody leaves a conversation.
CREATE INDEX search_timeline_interaction ON search_timeline (interaction_id, contact_id);

-- The conversations held about a topic, by day.
CREATE TABLE search_topic (
  topic TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  interaction_id INTEGER NOT NULL,
  PRIMARY KEY (topic, occurred_on, interaction_id)
) STRICT, WITHOUT ROWID;

-- People met at an event and flagged, with whom there was no word since; by the last day of the event.
CREATE TABLE search_meeting (
  ended_on TEXT NOT NULL,
  contact_id INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (ended_on, contact_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_meeting_contact ON search_meeting (contact_id);

-- The words of names and nicknames, by which a sentence finds its people.
CREATE TABLE search_name (
  word TEXT NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (word, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_name_contact ON search_name (contact_id);

-- newest_on: the latest conversation held, of any depth: on a day before it these figures do not hold. sent_from and
-- sent_on: the first and the latest day of my messages that nothing has answered yet. awaits_on: sent_on of those whom a
-- nudge may be for; rests_on: of those who may be left to rest after two of them. birthday: its month and day.
-- rhythm: by which cadence an active person is reminded, and in which circle: 'mentor:30:' (an agreement, whoever set
-- the days), 'every:21:close', 'circle::close', 'gap:43:' (twice the median of the last six gaps, from four days over sixty on, the least that a
-- policy may ask for; longer than a year counts as a year, for no learned cadence is longer); base_on: the day from
-- which days count; starts_on: the first due day, while it holds.
CREATE TABLE figure (
  contact_id INTEGER PRIMARY KEY,
  newest_on TEXT,
  last_on TEXT,
  first_on TEXT,
  days INTEGER NOT NULL,
  gap_twice INTEGER,
  agreed_days INTEGER,
  sent_from TEXT,
  sent_on TEXT,
  awaits_on TEXT,
  rests_on TEXT,
  birthday TEXT,
  rhythm TEXT,
  base_on TEXT NOT NULL,
  starts_on TEXT,
  address_book INTEGER NOT NULL
) STRICT;
CREATE INDEX figure_rhythm ON figure (rhythm, base_on, starts_on) WHERE rhythm IS NOT NULL;
CREATE INDEX figure_first_due ON figure (rhythm, starts_on) WHERE starts_on IS NOT NULL;
CREATE INDEX figure_starts_on ON figure (starts_on) WHERE starts_on IS NOT NULL;
CREATE INDEX figure_newest_on ON figure (newest_on) WHERE newest_on IS NOT NULL;
CREATE INDEX figure_birthday ON figure (birthday) WHERE birthday IS NOT NULL;
CREATE INDEX figure_awaits_on ON figure (awaits_on, sent_from, rhythm, starts_on) WHERE awaits_on IS NOT NULL;
CREATE INDEX figure_rests_on ON figure (rests_on, sent_from, rhythm, base_on, starts_on) WHERE rests_on IS NOT NULL;
CREATE INDEX figure_address_book ON figure (contact_id) WHERE address_book = 1;

-- Flagged meetings, until they were followed up: by a conversation after the event's last day, or by a message from its
-- first day on. The meeting itself is neither.
CREATE VIEW meeting_source AS
  SELECT ended_on, contact_id, event_id FROM (
    SELECT a.contact_id, a.event_id,
      coalesce(e.starts_on, e.ends_on, e.created_on) AS began_on, coalesce(e.ends_on, e.starts_on, e.created_on) AS ended_on
    FROM attendance a JOIN event e ON e.id = a.event_id JOIN contact c ON c.id = a.contact_id WHERE a.follow_up
  ) m
  WHERE NOT EXISTS (
    SELECT 1 FROM search_timeline t JOIN interaction i ON i.id = t.interaction_id
    WHERE t.contact_id = m.contact_id AND t.counts
      AND (t.occurred_on > ended_on OR t.occurred_on >= began_on AND i.channel IN ('email', 'chat', 'call', 'video')));

CREATE VIEW figure_source AS
  SELECT id AS contact_id, newest_on, last_on, first_on, days, gap_twice, agreed_days, sent_from, sent_on,
    iif(status IN ('active', 'paused'), sent_on, NULL) AS awaits_on,
    iif(sent_from < sent_on AND status = 'active' AND agreed_days IS NULL AND coalesce(circle, '') NOT IN ('inner', 'close')
      AND NOT EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = s.id AND r.role = 'mentor'), sent_on, NULL) AS rests_on,
    substr(birthday, -5) AS birthday,
    CASE
      WHEN status <> 'active' OR every_days = 0 THEN NULL
      WHEN agreed_days IS NOT NULL THEN 'mentor:' || coalesce(every_days, agreed_days) || ':' || coalesce(circle, '')
      WHEN every_days IS NOT NULL THEN 'every:' || every_days || ':' || coalesce(circle, '')
      WHEN circle IS NOT NULL THEN 'circle::' || circle
      WHEN days >= 4 AND julianday(last_on) - julianday(first_on) >= 60 THEN 'gap:' || min(gap_twice, 730) || ':'
    END AS rhythm,
    max(coalesce(last_on, ''), coalesce(clock_from, ''), created_on) AS base_on,
    CASE WHEN last_on IS NULL OR last_on < clock_from THEN first_due END AS starts_on,
    address_book
  FROM (
    SELECT c.id, c.status, c.birthday, c.every_days, c.circle, c.clock_from, c.created_on, c.first_due,
      (SELECT max(occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND NOT t.planned) AS newest_on,
      (SELECT max(occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts) AS last_on,
      (SELECT min(occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts) AS first_on,
      (SELECT count(DISTINCT occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts) AS days,
      -- Asked for only where there is a day: most people of an import have none, and windows take long to set up.
      CASE WHEN EXISTS (SELECT 1 FROM search_timeline t WHERE t.contact_id = c.id AND t.counts) THEN
      (SELECT sum(CASE WHEN n % 2 THEN 2 * gap ELSE gap END) FROM (
        SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS n FROM (
          SELECT CAST(julianday(occurred_on) - julianday(lead(occurred_on) OVER (ORDER BY occurred_on DESC)) AS INTEGER) AS gap
          FROM (
            SELECT DISTINCT occurred_on FROM search_timeline t
            WHERE t.contact_id = c.id AND t.counts ORDER BY occurred_on DESC LIMIT 7
          )
        ) WHERE gap IS NOT NULL
      ) WHERE place IN ((n + 1) / 2, (n + 2) / 2)) END AS gap_twice,
      (SELECT every_days FROM mentor_agreement m WHERE m.contact_id = c.id AND m.ended_on IS NULL ORDER BY m.id DESC LIMIT 1)
        AS agreed_days,
      (SELECT min(occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.sent
        AND t.occurred_on >= c.answered_on AND (t.occurred_on > c.answered_on OR t.interaction_id > c.answer_id)) AS sent_from,
      (SELECT max(occurred_on) FROM search_timeline t WHERE t.contact_id = c.id AND t.counts AND t.sent
        AND t.occurred_on >= c.answered_on AND (t.occurred_on > c.answered_on OR t.interaction_id > c.answer_id)) AS sent_on,
      (c.imported_from IS NOT NULL AND c.circle IS NULL AND c.every_days IS NULL
        AND NOT EXISTS (SELECT 1 FROM search_timeline t WHERE t.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM promise l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM goal_contact l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM feedback l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM insight l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM exchange l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM share l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM attendance l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM membership l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM project_member l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM mentor_agreement l WHERE l.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM acquaintance l WHERE l.contact_id = c.id OR l.other_id = c.id)) AS address_book
    FROM (
      -- The latest that came from them, or that we talked: what was sent behind it waits for an answer.
      SELECT contact.*, coalesce(a.occurred_on, '') AS answered_on, coalesce(a.interaction_id, 0) AS answer_id
      FROM contact LEFT JOIN search_timeline a ON a.contact_id = contact.id
        AND (a.occurred_on, a.interaction_id) = (
          SELECT t.occurred_on, t.interaction_id FROM search_timeline t
          WHERE t.contact_id = contact.id AND NOT t.planned AND NOT t.sent
          ORDER BY t.occurred_on DESC, t.interaction_id DESC LIMIT 1)
    ) c
  ) s;

-- Whoever writes `INSERT INTO figure_refresh` of a contact's id has its figures recomputed. Not by INSERT OR REPLACE: in
-- a trigger that a foreign key's action fires, SQLite takes "abort" for it (a goal deleted from under feedback).
CREATE VIEW figure_refresh AS SELECT contact_id FROM figure;
CREATE TRIGGER figure_recompute INSTEAD OF INSERT ON figure_refresh BEGIN
  DELETE FROM figure WHERE contact_id = NEW.contact_id;
  INSERT INTO figure SELECT * FROM figure_source WHERE contact_id = NEW.contact_id;
  DELETE FROM search_meeting WHERE contact_id = NEW.contact_id;
  INSERT INTO search_meeting SELECT * FROM meeting_source WHERE contact_id = NEW.contact_id;
END;

CREATE TRIGGER figure_contact_INSERT AFTER INSERT ON contact BEGIN
  INSERT INTO figure_refresh VALUES (NEW.id);
END;
CREATE TRIGGER figure_contact_UPDATE
  AFTER UPDATE OF circle, every_days, status, clock_from, first_due, created_on, birthday, imported_from
  ON contact BEGIN
  INSERT INTO figure_refresh VALUES (NEW.id);
END;
CREATE TRIGGER figure_contact_DELETE AFTER DELETE ON contact BEGIN
  DELETE FROM figure WHERE contact_id = OLD.id;
  DELETE FROM search_meeting WHERE contact_id = OLD.id;
END;

CREATE TRIGGER figure_contact_role_INSERT AFTER INSERT ON contact_role WHEN NEW.role = 'mentor' BEGIN
  INSERT INTO figure_refresh VALUES (NEW.contact_id);
END;
CREATE TRIGGER figure_contact_role_UPDATE AFTER UPDATE ON contact_role WHEN 'mentor' IN (OLD.role, NEW.role) BEGIN
  INSERT INTO figure_refresh VALUES (OLD.contact_id);
  INSERT INTO figure_refresh VALUES (NEW.contact_id);
END;
CREATE TRIGGER figure_contact_role_DELETE AFTER DELETE ON contact_role WHEN OLD.role = 'mentor' BEGIN
  INSERT INTO figure_refresh VALUES (OLD.contact_id);
END;

-- Whichever of a conversation and its participant comes first (an undo may bring them back in either order).
CREATE VIEW timeline_source AS
  SELECT p.contact_id, i.occurred_on, i.id AS interaction_id,
    (i.planned = 0 AND coalesce(i.depth, 2) >= 2) AS counts, i.planned,
    i.direction = 'outbound' AS sent
  FROM interaction i JOIN participant p ON p.interaction_id = i.id;

CREATE TRIGGER timeline_participant_INSERT AFTER INSERT ON participant BEGIN
  INSERT INTO search_timeline SELECT * FROM timeline_source
    WHERE interaction_id = NEW.interaction_id AND contact_id = NEW.contact_id;
  INSERT INTO figure_refresh VALUES (NEW.contact_id);
END;
CREATE TRIGGER timeline_participant_UPDATE AFTER UPDATE ON participant BEGIN
  DELETE FROM search_timeline WHERE contact_id = OLD.contact_id AND interaction_id = OLD.interaction_id;
  INSERT INTO search_timeline SELECT * FROM timeline_source
    WHERE interaction_id = NEW.interaction_id AND contact_id = NEW.contact_id;
  INSERT INTO figure_refresh VALUES (OLD.contact_id);
  INSERT INTO figure_refresh VALUES (NEW.contact_id);
END;
CREATE TRIGGER timeline_participant_DELETE AFTER DELETE ON participant BEGIN
  DELETE FROM search_timeline WHERE contact_id = OLD.contact_id AND interaction_id = OLD.interaction_id;
  INSERT INTO figure_refresh VALUES (OLD.contact_id);
END;
CREATE TRIGGER timeline_interaction_INSERT AFTER INSERT ON interaction BEGIN
  INSERT INTO search_timeline SELECT * FROM timeline_source WHERE interaction_id = NEW.id;
  INSERT INTO search_topic SELECT topic, NEW.occurred_on, NEW.id FROM interaction_topic
    WHERE interaction_id = NEW.id AND NOT NEW.planned;
  INSERT INTO figure_refresh SELECT contact_id FROM participant WHERE interaction_id = NEW.id;
END;
CREATE TRIGGER timeline_interaction_UPDATE AFTER UPDATE OF occurred_on, planned, depth, direction, channel ON interaction BEGIN
  DELETE FROM search_timeline WHERE occurred_on = OLD.occurred_on AND interaction_id = OLD.id
    AND contact_id IN (SELECT contact_id FROM participant WHERE interaction_id = NEW.id);
  INSERT INTO search_timeline SELECT * FROM timeline_source WHERE interaction_id = NEW.id;
  DELETE FROM search_topic WHERE occurred_on = OLD.occurred_on AND interaction_id = OLD.id
    AND topic IN (SELECT topic FROM interaction_topic WHERE interaction_id = NEW.id);
  INSERT INTO search_topic SELECT topic, NEW.occurred_on, NEW.id FROM interaction_topic
    WHERE interaction_id = NEW.id AND NOT NEW.planned;
  INSERT INTO figure_refresh SELECT contact_id FROM participant WHERE interaction_id = NEW.id;
END;
-- In a SQLite shell foreign keys are off: a conversation goes, and what was linked to it stays.
CREATE TRIGGER timeline_interaction_DELETE AFTER DELETE ON interaction BEGIN
  DELETE FROM search_timeline WHERE occurred_on = OLD.occurred_on AND interaction_id = OLD.id
    AND contact_id IN (SELECT contact_id FROM participant WHERE interaction_id = OLD.id);
  DELETE FROM search_topic WHERE occurred_on = OLD.occurred_on AND interaction_id = OLD.id
    AND topic IN (SELECT topic FROM interaction_topic WHERE interaction_id = OLD.id);
  INSERT INTO figure_refresh SELECT contact_id FROM participant WHERE interaction_id = OLD.id;
END;

CREATE TRIGGER meeting_event_INSERT AFTER INSERT ON event BEGIN
  INSERT INTO figure_refresh SELECT contact_id FROM attendance WHERE event_id = NEW.id;
END;
CREATE TRIGGER meeting_event_UPDATE AFTER UPDATE OF starts_on, ends_on, created_on ON event BEGIN
  INSERT INTO figure_refresh SELECT contact_id FROM attendance WHERE event_id = NEW.id;
END;
CREATE TRIGGER meeting_event_DELETE AFTER DELETE ON event BEGIN
  DELETE FROM search_meeting WHERE event_id = OLD.id;
END;

CREATE TRIGGER topic_interaction_topic_INSERT AFTER INSERT ON interaction_topic BEGIN
  INSERT INTO search_topic SELECT NEW.topic, occurred_on, id FROM interaction WHERE id = NEW.interaction_id AND NOT planned;
END;
CREATE TRIGGER topic_interaction_topic_UPDATE AFTER UPDATE ON interaction_topic BEGIN
  DELETE FROM search_topic WHERE topic = OLD.topic AND interaction_id = OLD.interaction_id;
  INSERT INTO search_topic SELECT NEW.topic, occurred_on, id FROM interaction WHERE id = NEW.interaction_id AND NOT planned;
END;
CREATE TRIGGER topic_interaction_topic_DELETE AFTER DELETE ON interaction_topic BEGIN
  DELETE FROM search_topic WHERE topic = OLD.topic AND interaction_id = OLD.interaction_id;
END;

-- The words of a key stand between spaces; quoted as JSON it can be split, whatever another program has put into it.
CREATE VIEW name_source AS
  SELECT DISTINCT w.value AS word, n.contact_id FROM (
    SELECT id AS contact_id, "key" FROM contact
    UNION ALL SELECT contact_id, k."key" FROM nickname k JOIN contact ON contact.id = contact_id
  ) n, json_each('[' || replace(json_quote(n."key"), ' ', '","') || ']') w WHERE w.value <> '';

CREATE TRIGGER name_contact_INSERT AFTER INSERT ON contact BEGIN
  INSERT OR IGNORE INTO search_name SELECT word, contact_id FROM name_source WHERE contact_id = NEW.id;
END;
CREATE TRIGGER name_contact_UPDATE AFTER UPDATE OF "key" ON contact BEGIN
  DELETE FROM search_name WHERE contact_id = NEW.id;
  INSERT OR IGNORE INTO search_name SELECT word, contact_id FROM name_source WHERE contact_id = NEW.id;
END;
CREATE TRIGGER name_contact_DELETE AFTER DELETE ON contact BEGIN
  DELETE FROM search_name WHERE contact_id = OLD.id;
END;
CREATE TRIGGER name_nickname_INSERT AFTER INSERT ON nickname BEGIN
  INSERT OR IGNORE INTO search_name SELECT word, contact_id FROM name_source WHERE contact_id = NEW.contact_id;
END;
CREATE TRIGGER name_nickname_UPDATE AFTER UPDATE ON nickname BEGIN
  DELETE FROM search_name WHERE contact_id IN (OLD.contact_id, NEW.contact_id);
  INSERT OR IGNORE INTO search_name SELECT word, contact_id FROM name_source WHERE contact_id IN (OLD.contact_id, NEW.contact_id);
END;
CREATE TRIGGER name_nickname_DELETE AFTER DELETE ON nickname BEGIN
  DELETE FROM search_name WHERE contact_id = OLD.contact_id;
  INSERT OR IGNORE INTO search_name SELECT word, contact_id FROM name_source WHERE contact_id = OLD.contact_id;
END;
