-- A record may be part of another, and is then found by those who may read the whole.
alter table {live}.search_entry add column whole uuid;
