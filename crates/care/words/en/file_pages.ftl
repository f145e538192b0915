heading-back = ‹ { $name }’s file
closed-notice = This course of support has ended: this page can be read, no longer changed.
stale-title = Somebody else saved in the meantime
stale-text = { $by } saved on { $at }. Nothing is lost: here is what you wrote and what is stored. Correct it below if needed, then save again.
stale-typed = What you wrote
stale-stored = What is stored
stale-nothing = (nothing)
text-too-long = This text is too long: { NUMBER($max) } characters at most. Shorten it, nothing else needs doing again.
choice-unknown = One of the ticked choices is not in the list.
saved-notice = Saved.

details-link = Correct the contact details
details-title = Correct the contact details
details-lede = What is noted of a person must be right: they may ask for it at any time.
details-save = Save
