notice-title = Your data and you
notice-short = The sheet to give to persons, to read or to print.
notice-see = See the sheet
notice-complete = Complete
notice-list-lede = Each team says what it notes of you, why, who reads it, and how you stay in charge. Choose yours.
notice-no-team = No team is open here yet.
notice-easy-link = In easy words
notice-plain-link = The whole sheet
notice-lede = The team “{ $team }” can accompany you towards activities and people near your home. To do so, it notes some information about you. Here is what, and how you stay in charge.
notice-who = Who answers for it
notice-controller = { $name }, { $address }.
notice-team = The team “{ $team }”, { $address }.
notice-why-title = Why
notice-why =
    To call you, understand what matters to you, propose activities and see to it that you find your place there. Also to count, without naming anybody, what is useful.
notice-public-task = The law allows it because it is a task in the public interest (GDPR, article 6, 1, e).
notice-legitimate-interests = The law allows it because the organization has a legitimate interest in accompanying isolated persons, with respect for your rights (GDPR, article 6, 1, f).
notice-consent = It rests on your consent, which you may take back at any time (GDPR, article 6, 1, a).
notice-sharing-information = The link worker belongs to the care team: you are told what is passed on to them, and you may object (Code de la santé publique, article L1110-4).
notice-sharing-prior = The link worker does not belong to the care team: nothing is passed on to them without your agreement (Code de la santé publique, article L1110-4).
notice-noted = What is noted
notice-from =
    This comes from you, from the professional who made the request or from somebody who was worried about you. You may leave a question unanswered. Without a name and a way to reach you, we could not call you.
notice-readers-title = Who reads it
notice-readers =
    the link worker who accompanies you and the coordination; at the very beginning, the team’s link workers;
    a colleague, only in an emergency, for { $time }, with a written reason;
    the professional who made the request: how far it has come, not your file;
    an organization, if you agree, and only what you accept to tell it ({ $told }).
notice-host = to run the machine, without having to read it: { $host }.
notice-nobody-else = The program sends it to nobody else, and no machine decides for you. Each opening of your file is noted; you may know who opened it.
notice-kept-title = How long
notice-kept =
    As long as you are accompanied. Then, { $kept } after the last contact, it is erased by itself, after { $patience } of checking. Sooner, if you ask.
notice-backups = Backup copies are kept { $time }.
notice-rights = Your rights
notice-rights-text = At any time you may read what is noted, receive a copy of it (on paper, in large print or as a file), have it corrected, have it frozen or erased, take back an agreement, object to what follows. Your health care does not depend on it.
notice-rights-how = Tell your link worker, call, or write:
notice-rights-month = It is free, and the answer comes within a month at most.
notice-officer = Data-protection officer:
notice-cnil = Not satisfied with the answer? You may complain to the CNIL: 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, or www.cnil.fr.
notice-made = Sheet of { $day }.

easy-title = Your data, in easy words
easy-why = Why this paper?
easy-why-text =
    The team “{ $team }” helps you to meet people.
    To help you, the team writes down information about you.
    This information is your data.
easy-noted = What do we write down?
easy-readers = Who reads your data?
easy-readers-text =
    The person who accompanies you reads your data.
    Their team may read it too.
    If your doctor told us about you, they know how far we are. They do not read everything.
    An association knows only what you are happy to tell it.
    We give your data to nobody else.
easy-agreed = Do I have to?
easy-agreed-information =
    No. You can say no.
    You can say yes, then change your mind.
    Your health care does not change.
easy-agreed-prior =
    No. We ask you first if you agree.
    You can say yes, then change your mind.
    Your health care does not change.
easy-kept = How long?
easy-kept-text =
    We keep your data while we help you.
    Afterwards we keep it { $kept } more.
    Then it is erased.
easy-rights = What are your rights?
easy-rights-text =
    You can read your data.
    You can ask for a copy.
    If it is wrong, we correct it.
    If you wish, we erase it.
    You can know who read your data.
easy-ask = Whom to ask?
easy-call = Call the team:
easy-write = Or write to the team:
easy-officer = Somebody looks after your data:
easy-cnil = You are not happy with the answer? Write to the CNIL: 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07. The CNIL protects everybody’s data.
