-- What a database of Samnav allows whom. Run in the maintenance database as a superuser, after roles.sql and
-- CREATE DATABASE {{database}} OWNER samnav_owner ENCODING 'UTF8'. It may be run again.
REVOKE ALL ON DATABASE {{database}} FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE {{database}} TO samnav_owner;
GRANT CONNECT ON DATABASE {{database}} TO samnav_app, samnav_ledger, samnav_sealer;
