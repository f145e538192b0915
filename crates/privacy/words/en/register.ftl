home-title = Data protection
home-lede = What your team must be able to show, made at each reading from what the program really keeps.
home-unsaid = Nobody has said yet who answers for this team’s data, nor on what legal basis.
home-who = Who answers for data
home-nobody = The register, the assessment and the sheet given to persons need these lines to be complete.
home-take-out = Take out the team’s files
home-take-out-short = A copy of all files, asked for by one person and granted by another.
home-studies-short = What the team’s studies do, and their data to grant or refuse.
home-show = To show
home-assessed = Completed on { $day }.
home-not-assessed = The team has written nothing in it yet.
home-open =
    { $n ->
        [one] One security measure is not in place here.
       *[other] { $n } security measures are not in place here.
    }

register-title = Register of processing
register-short = One sheet per activity: why, what, who, how long (GDPR, article 30).
register-lede = Data come from the store’s tables, lengths of time from the program’s constants, measures from this installation’s settings: this register says what is, today.
register-download = Download (JSON file)
register-sheets = The sheets
register-backups = Backups kept { $time }, as the organization says.
data-moments = dates
data-accounts = account of whoever noted it
sheet-purposes = Purposes
sheet-basis = Legal basis
sheet-persons = Persons concerned
sheet-data = Data
sheet-no-data = No more data: these are counts made from the files, keeping nothing of anybody.
sheet-recipients = Recipients
sheet-transfers = Transfers outside the European Union
sheet-retention = How long it is kept
sheet-measures = Security measures
sheet-measures-common = The same for every sheet: see the list at the end of the register.
measures-lede = What the program always does, what the settings turned on here, and what only the host can see to.
research-title = Research studies
research-purposes =
    Asking somebody accompanied about a study, keeping their agreement or refusal, and putting the same questions to them after some months.
    Passing their answers on, under a code, to the institution that answers for the study.
research-basis =
    The person’s agreement, with the words they heard that day; they take it back whenever they like and say whether their answers may stay.
    Each study has its controller and its formalities (committee, reference methodology), said in its protocol.
research-persons =
    Persons who were asked about a study.
    Professionals who prepare a study, ask persons about it, ask for its data or grant them.
research-recipients =
    The teams that take part: each opens the files of its own persons.
    The institution that answers for it: answers under codes, without names, dates or free text, when two persons agree; at least eleven persons share each combination of what would tell somebody.
research-kept = After the end of a study, for the months it says itself; then, at the end of { $patience } of checking, no code leads to anybody any more. Sooner, if the person is erased: only a number stays.

support-title = Support towards ties (social prescribing)
support-purposes =
    Accompanying isolated persons towards activities and ties near their home: calling them, taking stock, agreeing on a plan, connecting them, making sure they find their place.
    Telling the professional who made the request what becomes of it.
basis-unsaid = To be completed: the legal basis has not been chosen yet (GDPR, article 6).
sharing-information = The link worker belongs to the care team: the person is told of what is shared and may object (Code de la santé publique, article L1110-4). Health data, if any: GDPR, article 9, 2, h.
sharing-prior = The link worker does not belong to the care team: nothing is passed on to them without the person’s prior consent, noted, dated and taken back whenever they wish (Code de la santé publique, article L1110-4). Health data, if any: GDPR, article 9, 2, a.
support-persons =
    Persons accompanied, or for whom a request was made.
    Those close to them who were worried (their name is not told to them).
    Professionals who refer or accompany them.
support-recipients =
    The team’s link workers, for requests and files that nobody follows yet; then whoever follows the person, and the coordination.
    The professional who made the request: how far it has come, not the file.
    Organizations the person accepted, one by one, and only what they agree to tell among: { $told }.
support-kept = { $kept } after the last contact, data of a person whom nobody accompanies any more are erased by themselves, after { $patience } of checking. Sooner, if they ask.
support-kept-link = A place asked for without an answer expires after { $time }, and its link with it.
support-kept-letters = E-mails: the text until it is sent, the address and subject { $time } more. Reminders made: { $time } too.
support-kept-erased = Of a person who was erased there remain an identifier that leads to nobody any more, and the lines of the trail, without their name.
host-unsaid = The machine’s host (to be completed).
host-said = The machine’s host, a processor if they are outside: { $host }.
transfers-none = None by the program: it exchanges with no machine outside. There remains the host’s country.
transfers-to-check = The program exchanges only with the machines named in its settings, whose country is to be checked: { $hosts }.

directory-title = Directory of organizations and activities
directory-purposes =
    Knowing who offers what in the territory, publishing it, and keeping it right with the organizations.
directory-basis =
    Task in the public interest, or legitimate interest in informing the public (GDPR, article 6, 1, e or f); public data for the most part (data·inclusion, open licence).
directory-persons =
    Persons whom organizations name to be contacted.
    Those who report an error, if they left a way to reach them.
    Professionals who keep the directory.
directory-recipients =
    Everybody, for what is published, by the pages and the interface open to programs.
    The coordination and the administration, for reports.
directory-kept =
    An entry stays as long as its source gives it; then it is no longer shown, but not erased by itself.
    How to reach whoever reported an error is forgotten with the answer.
    Files brought to the directory: { $files }.

accounts-title = Professionals’ accounts and security trail
accounts-purposes =
    Opening the program to those who need it, and to them alone.
    Knowing who opened or changed which file, for the persons and in case of abuse.
accounts-basis =
    Duty of security and traceability (GDPR, articles 6, 1, c and 32); everybody’s duties.
accounts-persons =
    Professionals who have, or had, an account.
    For the trail: also persons whose file is opened, by an internal identifier.
accounts-recipients =
    The team’s administration, for accounts and the trail.
    The person accompanied, for the lines of the trail about them.
accounts-kept = Accounts: as long as they serve. A closed one opens nothing any more; after { $time } and the thirty days it takes, it loses its name, its address and whatever opened it, and what was done in its name stays “Ancien compte” and four characters.
accounts-kept-trail = Trail of who saw what: { $time }, and the thirty days it takes to go; the entry that says so is in the trail too.
accounts-kept-sessions = Sessions: they serve no more after { $idle } of doing nothing or { $longest } in all, and go when somebody next signs in.
accounts-kept-invitation = Links of invitation: they serve for { $time }; their hash stays afterwards.
accounts-kept-guess = Guesses at a pass phrase: counted over { $time }, then forgotten at the next one.
accounts-kept-sign-ins = Journal of sign-ins: { $time }. Of the network, the beginning of its address only; of an attempt under an unknown address, nothing that was typed.
accounts-kept-forms = Keys of forms received: { $time }.

figures-title = Figures of the activity
figures-purposes =
    Counting what is done, what waits and what works, for the team and those it answers to.
figures-recipients =
    The team, for its exact counts.
    Any reader of a published figure: no cell of fewer than eleven persons, and no share of fewer than eleven.
figures-kept =
    Nothing is kept: figures are counted at each reading.
    One exception: how often activities are shown in lists, as sums by month, without anybody.
