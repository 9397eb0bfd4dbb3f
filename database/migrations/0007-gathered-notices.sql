-- A notice may stand for several records, told of at once: `gathers` names the clock, what it has come to and the day, so that those of one person are one row.

alter table {live}.notice add column gathers text, add column records uuid[];
create unique index notice_gathers on {live}.notice (person, gathers);
