menu-data = Data
foot-notice = Your data
save = Save
print = Print
unsaid = Not said yet
back-to-data = ‹ Data protection
team-instead = Rather the team “{ $name }”
text-too-long = This text is too long: { NUMBER($max) } characters at most. Shorten it, nothing else is to be done again.
years =
    { $n ->
        [one] 1 year
       *[other] { $n } years
    }
months =
    { $n ->
        [one] 1 month
       *[other] { $n } months
    }
days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
hours =
    { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }

held-controller = Who answers for data, for each team
held-controller-name = organization
held-controller-address = address
held-controller-dpo = data-protection officer’s name
held-controller-dpo-email = their e-mail
held-controller-dpo-phone = their telephone
held-controller-host = host
held-impact = Versions of the impact assessment
held-impact-content = what the team wrote in it

shared-name = first name and initial
shared-age-band = age band
shared-phone = telephone
shared-likes = likes
shared-accompaniment = need to be accompanied the first time

outside-store = Database
outside-reports = Copy of the database, for reports
outside-mail = Mail server
outside-pictures = Chosen ground map (it sees browsers’ addresses and the area looked at)
outside-provider = Professionals’ sign-in with { $name }
outside-one = { $what }: { $host }

measure-always = Always
measure-on = On here
measure-off = Not in place here
measure-theirs = To check with the host
measure-roles = Everybody sees only what their role and their files allow; what is forbidden looks like what does not exist. Administrators open no file.
measure-trail = Each read and each change of a file leaves a line in the trail, which the person may read.
measure-emergency = A file that a colleague follows is opened only in an emergency, with a reason, for { $time }; the coordination is told at once.
measure-phrases = Long pass phrases, refused when they are known, kept as a hash (Argon2id); ten guesses a minute at most.
measure-sessions = A session ends after { $idle } of doing nothing, and after { $longest } in any case.
measure-links = Organizations answer by a signed link, which serves for that alone and for a time; opening it changes nothing.
measure-letters = E-mails name nobody, in their subject or their text.
measure-nobody-else = No tracker, no font, no audience measurement from elsewhere.
measure-small-numbers = No published figure of fewer than eleven persons, nor one that lets it be found.
measure-bytes = What is erased leaves no byte in the store’s files.
measure-versions = Nobody writes over another’s work: two versions that compete are both shown.
measure-chain = The trail is sealed as a chain: a line changed, taken out or added is found.
measure-once = A form sent twice takes effect once; a form from another site is refused.
measure-whole = An act is saved whole or not at all, even if the machine stops dead.
measure-backup = Backup while it serves, read back before it counts, restored identical; a damaged backup is refused.
measure-https = Exchanges between browser and server are encrypted (HTTPS).
measure-providers = Sign-in with an identity provider (ProConnect, Pro Santé Connect).
measure-providers-named = Sign-in with an identity provider: { $names }.
measure-own-map = Ground map served by the program itself, asking nobody else for pictures.
measure-anchor = Mark of the trail kept each day outside the store, to prove that it was not made anew.
measure-erased-file = Erasures written down on another disk, to be made again if an older backup is restored.
measure-second-step = Two-step sign-in: { NUMBER($with) } account or accounts of { NUMBER($all) } in this team.
measure-disk = Encryption of the machine’s disks.
measure-sealed-backups = Backups sealed to a key kept elsewhere (option “recipient” of the backup command).
measure-each-night = A backup each night, in another place, and a restore tried now and then.
measure-hosting = A host certified for health data (HDS), if the law asks for it in your team’s case (Code de la santé publique, article L1111-8).

lack-providers = Nothing was tried with the real ProConnect and Pro Santé Connect.
lack-frozen = Frozen data stay frozen until the coordination decides; a copy of a passkey that its maker keeps on several devices is noticed by nobody.
lack-engine = With PostgreSQL, its own logs, archives and replicas keep what was erased for as long as their settings say.
lack-dependencies = Known holes of components were not looked for here; other points are still to be held. The details stand in the project’s OWASP ASVS list.
