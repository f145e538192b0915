impact-title = Impact assessment
impact-short = Context, principles, three risks and what remains (GDPR, article 35).
impact-lede = By the method of the CNIL. The program says what it knows of itself and of its settings; the team adds what it alone knows, judges the risks, and decides. Fragile persons, and sometimes their health: this assessment is needed.
impact-edit = Complete the assessment
impact-edit-lede = Write beside what the program says already. Nothing is compulsory; every version is kept.
impact-back = ‹ The impact assessment
impact-saved = Saved. The version before is kept.
impact-unwritten = The team has written nothing in it yet.
impact-written = Version { NUMBER($number) } of the team’s text, by { $by }, on { $at }.
impact-added = What the team adds

impact-context = Context
impact-context-hint = The territory, the partners, the processors, what is particular here.
impact-necessity = Necessity and proportion
impact-necessity-hint = Why this legal basis, why these data, why these lengths of time.
impact-rights = Rights of the persons
impact-rights-hint = How the sheet is handed over, who answers, how soon, for whoever does not read or hear.
impact-access = Risk: somebody reads what is not for them
impact-change = Risk: something is wrongly changed
impact-loss = Risk: data disappear
impact-risk-hint = What you do besides, and the risk that remains.
impact-opinions = Opinions
impact-opinions-hint = Of the data-protection officer, and of the persons or who represents them.
impact-decision = Decision and plan of action
impact-decision-hint = Who decides, on what day, what will be done, by whom, before when, and the day it is read again.

impact-what = What it is
impact-what-text =
    A professional, somebody close or the person asks that they be called; a link worker calls them, takes stock with them, agrees on a plan, and connects them with activities until they have taken part.
    No machine decides: proposals say their reasons, and the person chooses with the link worker.
impact-where = Where data are
impact-one-machine = On one machine: the program and its store. No other is named in the settings.
impact-sparing = What is avoided
impact-sparing-text =
    Neither social security number nor national health identity; a year of birth, not a date; reasons to tick, and an instruction: no medical information in free words.
    Answering a questionnaire is a choice; whoever takes stock alone leaves no trace.
    The organization receives at most a shortened name, an age band, a telephone and likes, if the person wishes.
    What is held for the town’s register of vulnerable persons is not in this program, and does not serve here.
impact-rights-how = How they are used
impact-rights-text =
    Being informed: a sheet per team, in plain French, in easy French and in English, to read or to hand over.
    Reading and receiving a copy: a page in words, a PDF to read (also in large print), and a complete file, with the trail of who looked.
    Correcting: at any time, by whoever follows the person.
    Freezing: the file leaves every place until the decision.
    Erasing: the coordination does it; otherwise, { $kept } after the last contact.
    Taking back an agreement or objecting: nothing more goes to the organization or team concerned.
    The person needs no account: they say so, call or write.
impact-sources = Where it may come from
impact-harm = What it would do to persons
impact-access-sources =
    A curious professional; an account lent or stolen; a link passed on; a machine or a backup stolen; an e-mail read by another.
impact-access-harm =
    Shame, gossip, a break with the care team; an isolated person found by somebody who would abuse them.
impact-change-sources =
    A slip; two people who write at once; somebody who would hide what they did.
impact-change-harm =
    A call to a wrong number, an attendance forgotten, an organization asked without agreement, trust lost.
impact-loss-sources =
    A failure, a disk lost, something erased by mistake, ransomware.
impact-loss-harm =
    A person whom nobody calls back; everything to be told again; a support interrupted.
impact-gravity = Gravity
impact-likelihood = Likelihood
level-none = Not judged yet
level-negligible = Negligible
level-limited = Limited
level-significant = Significant
level-maximal = Maximal
level-unknown = This level is not in the list.
impact-lacks = What the program does not do yet
