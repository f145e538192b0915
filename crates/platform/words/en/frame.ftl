skip-to-content = Skip to content
menu = Main menu
menu-fold = Menu
menu-accounts = Accounts
menu-audit = Trail
menu-sign-ins = Sign-ins
sign-in = Sign in
sign-out = Sign out
other-language = Français
back-home = Back to the home page
foot = Maillage is free software. No data leaves this server without your agreement.
foot-licences = Licences of components
demo-region = Demonstration
demo-banner = Demonstration: all persons are invented, and all organisations but the town halls.
pages = Pages
newer = Newer
older = Older

name = Name
email = E-mail address
role = Role
site = Team
pass-phrase = Pass phrase
pass-phrase-hint = At least 12 characters: four words that mean something to you make a good phrase.
pass-phrase-choose = Choose this phrase
pass-phrase-too-short = This phrase is too short: at least { NUMBER($count) } characters are needed.
pass-phrase-too-long = This phrase is too long: 256 characters at most.
pass-phrase-known = This phrase is made of passwords everybody knows: choose four words of your own.
pass-phrase-nearby = This phrase is made of your name, your team’s or this program’s, which anybody near would try first: choose four other words.
pass-phrase-too-plain = This phrase is too easy to guess: use different words.

sign-in-title = Sign in
sign-in-already = Your account is already open: sign in with the pass phrase you chose.
sign-in-unknown = This address and this pass phrase do not go together. Check both, then try again.
sign-in-too-many = Too many tries in a minute. Wait a minute, then try again: your account stays open.
sign-in-forgotten = Forgotten your phrase? Ask whoever administers your team for a new link.
sign-in-no-account = No account yet? Ask whoever administers your team for an invitation.

invitation-title = Welcome
invitation-lede = Choose the pass phrase that will open your account.
invitation-subject = Your Maillage account is waiting for you
invitation-body =
    Hello,

    An account has been opened for you on Maillage. To choose your pass phrase, follow this link:

    { $link }

    It is valid for seven days and works once. If you did not expect this message, do nothing.

    The Maillage team

new-link-subject = Your new link for Maillage
new-link-body =
    Hello,

    Whoever administers your team sends you this link, to choose a new pass phrase:

    { $link }

    It is valid for seven days and works once. After that your old phrase opens nothing, you are signed out everywhere else and, if you sign in by two steps, your code is asked for as before. If you did not expect this message, tell your team: as long as nobody follows the link, nothing changes.

    The Maillage team

role-prescriber = Prescriber
role-link-worker = Link worker
role-coordinator = Coordinator
role-administrator = Administrator

accounts-title = Who has an account
accounts-lede = Everybody chooses their own pass phrase, through a link received by e-mail.
account-invited = Invitation sent.
account-unanswered = Invitation left unanswered.
account-new-link = Send a new link
account-link-sent = The link is on its way. It is valid for seven days and works once.
access = Access
account-close = End the access
account-close-sure = { $name } will no longer come in for the team “{ $site }”. Their files stay; a new invitation opens the access again.
invite-title = Invite somebody
invite-send = Send the invitation
problems-title = To correct
problems-kept = Nothing is lost: what you wrote is still there.
name-needed = Give the name.
email-unreadable = This e-mail address is not complete.
already-in-team = This person is already in this team.
role-needed = Choose a role.
site-needed = Choose a team.

audit-title = Who opened what
audit-lede = Every reading and every change of a file leaves a line, which nobody can erase from here.
audit-when = When
audit-who = Who
audit-what = What
audit-file = On what
audit-by-visitor = Somebody without an account
audit-by-link-holder = Somebody, by a link they received
audit-by-time = Time passing
audit-by-console = The server’s console
audit-read = read
audit-listed = saw in a list
audit-created = created
audit-changed = changed
audit-merged = merged
audit-printed = printed
audit-copied = made a copy for the person
audit-taken-out = took a copy out, with those of the team
audit-used = took their answers out without their name, for a study
audit-granted = granted
audit-refused = refused
audit-frozen = froze the data
audit-thawed = unfroze the data
audit-erased = erased the data
audit-opened-in-emergency = opened in an emergency
audit-answered = answered
audit-sent = sent
audit-lifting = sent a link that takes the second step away
audit-lifted = took the second step away
audit-released = made public
audit-restored = brought back from a backup
audit-kind-instrument = Questionnaire of the team
audit-kind-mass-export = Copy of all files of a team
audit-kind-study = Research study
audit-kind-trail = Beginning of the trail
audit-kind-store = All the data
audit-kind-person = Person
audit-kind-referral = Request
audit-kind-case = Course of support
audit-kind-connection = Connection
audit-kind-screening = Consultation
audit-kind-account = Account
audit-kind-site = Team
audit-kind-sign-ins = The team’s sign-ins
audit-kind-figures = Figures
audit-kind-duplicate = Duplicate in the directory
audit-kind-report = Reported error in the directory
audit-kind-verification = Verified entry of the directory
audit-kind-verification-request = Link sent to an organisation to check its entries
audit-kind-campaign = Campaign to verify the directory
audit-kind-incoming = Import of the directory

mailbox-title = The demonstration’s e-mails
mailbox-lede = Nothing leaves this machine: here is what would have been sent. The links work.
mailbox-empty = No message yet. Connect a person with an association: the message will appear here.

nope-not-found-title = This page does not exist, or is not for you
nope-not-found-text = The address may be incomplete, or this file is followed by another team. Nothing was lost.
nope-altered-link-title = This link is incomplete
nope-altered-link-text = Your mail program may have cut it in two. Copy the whole address from the message, or call the team that wrote to you.
nope-expired-link-title = This link is no longer valid
nope-expired-link-text = It has been used or its date has passed. Call the team that wrote to you: they will send you another.
nope-unreadable-title = We did not understand this request
nope-unreadable-text = The form or the address is incomplete. Nothing was saved: go back and try again.
nope-too-large-title = This is too long
nope-too-large-text = This text is more than we can receive. Nothing was saved: go back and shorten your text.
nope-too-long-title = This is too long for a PDF
nope-too-long-text = There are more pages than we can prepare at once. Nothing was lost: go back and take the copy as a JSON file, which holds everything.
nope-cross-site-title = This request comes from another site
nope-cross-site-text = To be safe, we did not follow it. Nothing was saved.
nope-changed-title = Somebody changed this file meanwhile
nope-changed-text = Nothing was saved, so that nothing is overwritten. Go back, reload the page, then make your change again.
nope-broken-title = Something went wrong on our side
nope-broken-text = Nothing was saved by halves. Try again in a moment; if it goes on, tell whoever administers this server.
nope-too-fast-title = One moment, please
nope-too-fast-text = Many requests come from your connection at the same time. Wait a few seconds, then reload the page.
nope-crowded-title = Many people at once
nope-crowded-text = We cannot answer you right away. Wait a few seconds, then reload the page: if you had sent a form, reload it just the same, it will count only once.
nope-away-title = One moment, we will be back
nope-away-text = The data cannot be read just now. Wait a few seconds, then reload the page: if you had sent a form, reload it just the same, it will count only once. If it goes on, tell whoever administers this server.
nope-full-title = There is no room left to save anything
nope-full-text = Nothing was saved. What was there already is safe and can be read. Tell whoever administers this server: its disk is full.
nope-slow-title = The answer takes too long
nope-slow-text = Nothing was saved by halves. Try again in a moment; if it goes on, tell whoever administers this server.
nope-wrong-day-title = This date does not fit
nope-wrong-day-text = The date does not exist, or it has passed where a day to come is needed. Nothing was saved: go back and choose another date.

paper-made = Made on { $day }
paper-page = Page { $n } of { $of }
paper-file = PDF file
paper-file-large = PDF in large print
paper-call = The call
paper-call-reached = We spoke
paper-call-nobody = No answer
paper-call-back = To call back on:
paper-call-wrong = Wrong number
paper-call-notes = To note:
paper-signs = In square brackets: the international number (Unicode) of a sign that our letters cannot draw.

proof-title = Please confirm it is you
proof-lede = What follows concerns all that is held of a person. Give your pass phrase again: a screen may have been left open.
proof-confirm = Confirm

second-title = Two-step sign-in
second-lede = After your pass phrase, a code that only your telephone knows: a phrase guessed or stolen opens nothing any more.
second-is-on = It is on: you are asked for a code after your pass phrase.
second-see = See or turn off
second-begin = Turn it on
second-back = ‹ My account
second-how-install = On your telephone, open an application for codes (FreeOTP, Aegis, the one of your password manager…).
second-how-scan = In the application, add an account and photograph this square.
second-picture = Square to photograph; the same key is written below
second-how-type = If you cannot photograph it, type this key:
second-how-code = Type here the six digits it shows.
second-first-code = The code shown
second-first-code-wrong = This is not the code shown now. Wait for the next and try again; check your telephone’s clock, too.
second-turn-on = Turn on
second-on-since = It has been on since { $since }.
second-left = { $left ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { NUMBER($left) } recovery codes left.
}
second-renew = Make ten new recovery codes
second-turn-off = Turn two-step sign-in off
second-codes-title = Your recovery codes
second-codes-lede = Print or copy them: they will not be shown again. Each serves once, the day your telephone is missing. Those from before are worth nothing any more.
second-codes-print = Print
second-codes-done = I have them
second-step-title = One more code
second-step-lede = Your phrase is right. Type the code your application shows for Maillage.
second-code = Code
second-code-hint = Six digits, or one of your recovery codes.
second-code-wrong = This code is not right, or has served already. Wait for the next, then try again.
second-step-back = Start again
second-step-lost = No telephone and no recovery codes any more? Tell whoever administers your team: they can send you a link that takes this step away.
second-step-lede-stopped = Your phrase is right. Type one of your recovery codes.
second-recovery-code = Recovery code
second-stopped = Too many wrong codes were tried for this account. For twenty-four hours, only a recovery code, a passkey or a link from whoever administers your team, which takes this step away, let you in. Were these codes not yours? Somebody knows your pass phrase: change it as soon as you are in.
second-guessed-subject = Somebody is trying codes to come in instead of you
second-guessed-body =
    Hello,

    A hundred wrong codes in a row were typed after the right pass phrase of your Maillage account. If that was not you, somebody knows your phrase and is looking for your code.

    Nobody has come in. For twenty-four hours, the codes of your application are not taken. You come in by a recovery code, a passkey or another service linked to your account; otherwise, ask whoever administers your team for a link that takes this step away.

    Then change your phrase on “My account”, for one you use nowhere else: your codes serve again at once. Tell whoever administers your team, too.

    The Maillage team
second-on-subject = Two-step sign-in is on
second-on-body =
    Hello,

    From now on you will be asked for a code after your pass phrase to enter Maillage.

    If it was not you who wanted this, tell whoever administers your team: they can send you a link that takes this step away and ends everything.

    The Maillage team
second-off-subject = Two-step sign-in is off
second-off-body =
    Hello,

    To enter Maillage, your pass phrase suffices again.

    If it was not you who wanted this, change your phrase on “My account” and tell whoever administers your team.

    The Maillage team
second-used-subject = One of your recovery codes was used
second-used-body =
    Hello,

    One of your recovery codes has just opened your Maillage account. { $left ->
        [0] It was the last.
        [one] You have one left.
       *[other] You have { NUMBER($left) } left.
    }

    If it was not you, change your phrase on “My account”, make new codes and tell whoever administers your team.

    The Maillage team

own-title = My account
own-sessions = Where you are signed in
own-sessions-lede = A session ends by itself after thirty minutes of doing nothing, and twelve hours after it began at the latest. One you do not recognise? End it, and change your pass phrase.
own-session-this = this one
own-session-line = Begun { $since }, last seen { $seen }.
own-session-unknown = A browser
own-session-end = End it
own-sessions-end-others = End all others
own-sessions-alone = You are signed in nowhere else.
own-session-ended = It has ended.
own-phrase-title = Change your pass phrase
own-phrase-current = Your present phrase
own-phrase-new = The new one
own-phrase-change = Change
own-phrase-wrong = This is not your present phrase.
own-phrase-changed = Your pass phrase has changed. Your other sessions have ended.
own-mail-subject = Your pass phrase was changed
own-mail-body =
    Hello,

    The pass phrase of your Maillage account has just been changed, and your other sessions have ended.

    If it was not you, tell whoever administers your team at once: they can send you a new link, which ends everything.

    The Maillage team

anchor-subject = The trail’s mark, to be kept
anchor-body =
    Hello,

    This is where the trail of who saw what ends today:

    { $anchor }

    Keep this message: it will prove later that nobody has made the trail anew, not even whoever administers the server. To verify it, on the server:

    maillage audit verify --anchor { $anchor }

    The Maillage team

identity-continue = Continue with { $provider }
identity-instead = Or without a pass phrase, with an identity you already have:
identity-leaving-title = On to { $provider }
identity-leaving = If the page does not change by itself, follow this button.
identity-title = Your other ways in
identity-lede = A professional identity linked to your account opens it without a pass phrase.
identity-see = See or change
identity-none = No identity is linked to your account.
identity-link = Link my { $provider } identity
identity-unlink = Unlink
identity-since = Linked since { $day }.
identity-linked = Done: this identity opens your account from now on.
identity-unlinked = Done: this identity no longer opens your account.
identity-confirm = Confirm with { $provider }
proof-lede-identity = What follows touches all the data of a person. Identify yourself again: a screen may have been left open.
own-phrase-none = Your account has no pass phrase. To choose one, ask whoever administers your team for a new link.
identity-some-provider = this service
identity-invited = To try again, open the link you received by e-mail once more: it still serves.
identity-silent = { $provider } does not answer as it should at the moment. Try again in a moment, or come in with your pass phrase.
identity-unverified = The answer of { $provider } could not be verified: to be safe, nothing was done. Try again; if it goes on, tell whoever administers this server.
identity-weak = { $provider } did not identify you surely enough. Try again, choosing a surer way at { $provider }, with a card or a second device.
identity-declined = The exchange with { $provider } was interrupted: nothing was done. Try again whenever you like.
identity-not-begun = We could not match this answer of { $provider } with your request: more than five minutes have passed, it has served already, or it came from another browser. Begin again from here.
identity-not-again = { $provider } did not identify you anew, as was needed here. Try again.
identity-unknown = { $provider } did identify you, but no account here is linked to this identity. You have an account? Come in with your pass phrase, then link it on “My account”. Otherwise, ask whoever administers your team for an invitation.
identity-taken = This { $provider } identity already opens another account: it was not linked to this one. If that account is not yours, tell whoever administers your team.
identity-not-theirs = This { $provider } identity is not linked to your account. Try again with your own.
identity-last-way-in = This is your only way in: link another identity first, or choose a pass phrase.
identity-linked-subject = A { $provider } identity opens your account
identity-linked-body =
    Hello,

    A { $provider } identity has just been linked to your Maillage account: it opens it from now on.

    If this was not you, unlink it on “My account” and tell whoever administers your team at once.

    The Maillage team
identity-unlinked-subject = A { $provider } identity no longer opens your account
identity-unlinked-body =
    Hello,

    A { $provider } identity has just been unlinked from your Maillage account: it no longer opens it.

    If this was not you, tell whoever administers your team at once.

    The Maillage team

passkey-title = Passkeys
passkey-lede = Your telephone or computer recognises you, by your face, your finger or the code that unlocks it, and opens your account for you: nothing to remember, nothing to type, and nothing a false site could use.
passkey-begin = Add one
passkey-none = No passkey opens your account.
passkey-line = Added on { $added }, used on { $used }.
passkey-line-unused = Added on { $added }, not used yet.
passkey-remove = Remove
passkey-add-title = Add a passkey
passkey-without = To add one, you need a recent browser that may run scripts, and a device one unlocks (code, finger or face) or a security key. Your pass phrase goes on to serve.
passkey-name = Its name
passkey-name-hint = To recognise it in this list: “My telephone”, “The computer at the desk”.
passkey-name-wrong = Give it a name, of sixty characters at most.
passkey-add = Add this device
passkey-added = Done: this passkey opens your account from now on.
passkey-removed = Done: this passkey no longer opens your account. You may also delete it from the device.
passkey-enter = Sign in with a passkey
passkey-confirm = Confirm with a passkey
passkey-not-begun = We could not tie this answer to your request: more than five minutes have passed, or it has served already. Start again from here.
passkey-unknown = This passkey opens no account here. It may have been removed: choose another one, or sign in another way.
passkey-taken = This passkey opens an account already: it was not added.
passkey-copied = This passkey counts backwards, as a copy would: to be safe it has opened nothing, and its owner is told by e-mail. Sign in another way.
passkey-unverified = The answer of your device could not be verified: to be safe, nothing was done. Try again, or sign in another way.
passkey-added-subject = A passkey opens your account
passkey-added-body =
    Hello,

    A passkey was just added to your Maillage account: it opens it from now on, without a pass phrase or a code.

    If that was not you, remove it on “My account”, change your phrase and tell whoever administers your team at once: they can send you a link that takes all your passkeys away and closes everything.

    The Maillage team
passkey-removed-subject = A passkey no longer opens your account
passkey-removed-body =
    Hello,

    A passkey was just removed from your Maillage account: it no longer opens it, and the sessions it had opened elsewhere are closed.

    If that was not you, tell whoever administers your team at once.

    The Maillage team
passkey-copied-subject = One of your passkeys may have been copied
passkey-copied-body =
    Hello,

    One of your passkeys has counted backwards, as a copy would. To be safe, it did not open your Maillage account.

    Sign in another way, remove it on “My account”, then add a new one. If you were not trying to sign in, also tell whoever administers your team.

    The Maillage team

door-latest = The last times
door-all-own = See every time
door-own-title = Who came in by your account
door-own-lede = Every sign-in and every attempt, for a year. There is a line you do not recognise? Change your pass phrase on “My account”, and tell whoever administers your team.
door-teams-title = Who came in, who tried
door-teams-lede = Sign-ins, attempts and sign-outs of your teams, for a year. What is alike within one minute is one line. Of the network’s address, only the beginning is kept; of an unknown e-mail address, nothing.
door-only-refused = See refusals only
door-all = See all
door-none = Nothing to show.
door-whence = From where
door-nobody = Unknown account
door-in = Signed in
door-half = Right phrase, code asked for
door-refused = Sign-in refused
door-too-many = Too many attempts, not even looked at
door-proven = Identity confirmed
door-unproven = Confirmation refused
door-out = Signed out
door-ended-elsewhere = Session ended from elsewhere
door-by-phrase = by pass phrase
door-by-code = by a code of the application
door-by-recovery = by a recovery code
door-by-passkey = by a passkey
door-by-link = by the link received
door-from-unknown = Unknown place
door-from-several = From several places
door-times = { NUMBER($times) } times

obligation-title = One more step
obligation-lede = Your role opens a great deal. Here it asks for two proofs at the door: your pass phrase is no longer enough. Choose the second, it takes two minutes. Nothing else opens before.
obligation-better = Your role asks for two proofs at the door. You already have something better than your pass phrase: a passkey, or an identity linked to your account. Sign out, then come in by it. It is gone? Tell whoever administers your team.
obligation-last = Your role asks for two proofs at the door, and this is the only one beside your pass phrase. First add another on “My account”: a passkey, or the second step.

lifting-title = Take the second step away
lifting-back = Back to accounts
lifting-lede = For somebody who no longer has their telephone, their recovery codes or their passkey, and whom you recognised, by voice or in person. They are sent a link: when they follow it, their codes and passkeys open nothing any more, and they choose a new pass phrase. The others who administer their teams are told at once.
lifting-reason = What happened?
lifting-choose = Choose
lifting-reason-needed = Say what happened.
lifting-lost = The device is lost
lifting-stolen = The device was stolen
lifting-broken = The device no longer works
lifting-replaced = The device was replaced, and the codes did not follow
lifting-send = Send the link
lifting-subject = A link to come in without your telephone
lifting-body =
    Hello,

    Whoever administers your team sends you this link, because you have nothing left to prove the second step with ({ $reason }). It is for choosing a new pass phrase; your codes and passkeys then open nothing any more:

    { $link }

    It is valid for seven days and works once. You asked for nothing, or found your device again? Do not follow this link: come in as usual, by your code or your passkey, and it will serve nobody. Then tell your team.

    The Maillage team
lifting-told-subject = An account’s second step is about to be taken away
lifting-told-body =
    Hello,

    A link that takes the second step away has just been sent to { $name }, of a team you administer. Reason given: { $reason }.

    You are surprised? Call them. A new link, sent from the “Accounts” page, makes this one useless.

    The Maillage team

visits-too-many-title = Too many requests are arriving just now
visits-too-many = We could not take yours. Nothing is lost: what you wrote is still there, send it again in a few minutes. Or telephone, we shall answer. { $telephones }
visits-telephone = { $name }: { $phone }
