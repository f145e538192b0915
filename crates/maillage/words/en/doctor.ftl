doctor-url = The public address is { $url }.
doctor-url-bad = The public address “{ $url }” does not do.
doctor-from = The sender “{ $typed }” holds no e-mail address.
doctor-from-do = Set mail_from, for instance Maillage <maillage@example.org>
doctor-mail = The mail server answers.
doctor-mail-unreadable = The mail server’s address needs mending.
doctor-mail-none = No mail server is set: organisations hear nothing.
doctor-mail-none-do = Set smtp, for instance smtp://localhost:25
doctor-mail-silent = The mail server does not answer as it should ({ $reason }).
doctor-mail-silent-do = Check its address, its password, and that no firewall hides it.
doctor-store = The store answers ({ $place }).
doctor-store-absent = There is no store at { $place }.
doctor-store-absent-do = Check --store, --config or --data; else start the server once: it makes it.
doctor-store-closed = The store does not answer ({ $place }: { $reason }).
doctor-store-closed-do = Check the address, who may read the file, and that PostgreSQL runs if it is one.
# The copy of a PostgreSQL store that reports are read from.
doctor-replica = The copy that reports are read from keeps up.
doctor-replica-behind = The copy that reports are read from is { $behind } behind.
doctor-replica-behind-do = See whether its replication has stopped or its line is too slow; meanwhile reports are read from the store itself.
doctor-replica-away = The copy that reports are read from does not answer, or does not copy this store ({ $reason }).
doctor-replica-away-do = Check report_store and PostgreSQL’s replication; meanwhile reports are read from the store itself.
doctor-whole = The store’s file is whole.
doctor-damaged = The store’s file is damaged ({ $damage }).
doctor-damaged-do = Stop the server, keep a copy of the file, and go back to the last backup.
doctor-disk = { $free } are left on the disk.
doctor-disk-low = Only { $free } are left on the disk.
doctor-disk-low-do = Make room: with a full disk nothing can be saved.
doctor-tables = The tables are those of this version.
doctor-tables-none = The tables have not been made yet.
doctor-tables-old = The tables are behind this version ({ $count } steps).
doctor-tables-do = Start the server once: it brings them up to date.
doctor-tables-other = The tables come from another version of Maillage, probably a later one.
doctor-tables-other-do = Run the latest version that has been used here.
doctor-broken = The tables could not be read ({ $reason }).
doctor-broken-do = Go back to the last backup, or ask for help with this line.
doctor-clock = It is { $moment } by the clock.
doctor-clock-wrong = It would be { $moment } by the clock, before what has already been noted.
doctor-clock-wrong-do = Set this machine’s time (timedatectl set-ntp true): reminders and deadlines depend on it.
doctor-jobs = Everything that was due is done.
doctor-jobs-late = { $count ->
    [one] One thing that was due has been waiting for over a quarter of an hour.
   *[other] { $count } things that were due have been waiting for over a quarter of an hour.
}
doctor-jobs-late-do = Start the server; if it runs, read its log.
doctor-jobs-failed = { $count ->
    [one] One thing that was due could not be done
   *[other] { $count } things that were due could not be done
} ({ $reason }).
doctor-jobs-failed-do = Read the server’s log at “a job failed”, and give this line to whoever helps you.
doctor-demo = This is a demonstration: its e-mails are read on a page, its accounts known to all.
doctor-outbox = No e-mail was left on its way.
doctor-outbox-waiting = { $count ->
    [one] One e-mail has been waiting for over an hour.
   *[other] { $count } e-mails have been waiting for over an hour.
}
doctor-outbox-waiting-do = Check that the server runs and that smtp is set.
doctor-outbox-failed = { $count ->
    [one] One e-mail could not leave
   *[other] { $count } e-mails could not leave
} ({ $reason }).
doctor-outbox-failed-do = Check the sender’s address and the mail server; call the people who were waiting.
doctor-outbox-doubtful = { $count ->
    [one] One e-mail may have arrived twice: the server ended while sending it.
   *[other] { $count } e-mails may have arrived twice: the server ended while sending them.
}
doctor-no-site = There is no team yet.
doctor-no-site-do = maillage site add --name … --address … --phone … --commune … --consent information
doctor-no-administrator = Nobody administers this installation.
doctor-no-administrator-do = maillage invite --role administrator --name … --email …
doctor-people = Teams: { NUMBER($sites) }. People who administer: { NUMBER($administrators) }.
doctor-no-link-worker = The team “{ $site }” has neither link worker nor coordinator: a referral would reach nobody there.
doctor-no-link-worker-do = Invite somebody on the page Accounts.
doctor-directory = { $count ->
    [one] The directory has one resource; last change on { $day }.
   *[other] The directory has { $count } resources; last change on { $day }.
}
doctor-directory-empty = The directory is empty.
doctor-directory-stale = Nothing has changed in the directory since { $day }.
doctor-directory-do = maillage import data-inclusion --structures … --services …
doctor-provider-unreadable = An identity provider is not set up well.
doctor-providers = The identity providers answer: { $names }.
doctor-provider-silent = { $name } does not answer as it should ({ $reason }).
doctor-provider-silent-do = People come in with their pass phrase meanwhile; check issuer, and that this server can reach that address.
