-- Fills the derived tables anew from the data.
DELETE FROM search_timeline;
INSERT INTO search_timeline SELECT * FROM timeline_source;
DELETE FROM search_topic;
INSERT INTO search_topic SELECT topic, occurred_on, i.id FROM interaction i
  JOIN interaction_topic t ON t.interaction_id = i.id WHERE NOT planned;
DELETE FROM search_name;
INSERT INTO search_name SELECT word, contact_id FROM name_source;
DELETE FROM figure;
INSERT INTO figure SELECT * FROM figure_source;
DELETE FROM search_meeting;
INSERT INTO search_meeting SELECT * FROM meeting_source;
