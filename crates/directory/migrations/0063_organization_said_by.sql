-- Who last said that what is said of an organization is right: itself, or the team after a telephone
-- call.
ALTER TABLE organization_verification ADD COLUMN said_by TEXT NOT NULL DEFAULT 'organization';
