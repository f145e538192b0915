-- One job writes first letters and reminders: a reminder that waits is a pass of it.
UPDATE job SET kind = 'directory.campaign.write'
WHERE kind = 'directory.campaign.remind' AND done_at IS NULL;
