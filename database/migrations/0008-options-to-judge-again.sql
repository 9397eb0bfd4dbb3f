alter table {live}."risk_option" add column "revalue" boolean;
alter table {history}."risk_option" add column "revalue" boolean;
