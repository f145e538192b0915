cost-time = Time spent
cost-time-lede = The time you spend for this person, with them or without. It says what a course of support costs, and never compares colleagues.
cost-sum = { $time } in all, as far as it was noted.
cost-none = No time is noted yet.
cost-log-more = Note time spent
cost-minutes = How long
cost-minutes-value = { $minutes } min
cost-other-minutes = Another length
cost-other-minutes-hint = In minutes, or like “1 h 20”.
cost-minutes-needed = Choose how long, or write it.
cost-minutes-odd = Write a length from one minute to 24 hours: like “20” or “1 h 20”.
cost-on = On what
cost-on-needed = Choose what the time was spent on.
cost-on-call = Call
cost-on-meeting = Meeting or visit
cost-on-going-along = Going along with the person
cost-on-coordination = Looking for a place, coordinating
cost-on-writing = Writing
cost-on-other = Other
cost-day = The day
cost-day-odd = Write a day, like 24/03/2026.
cost-day-to-come = That day has not come yet. Note time once it was spent.
cost-day-before = The course of support began on { $day }: choose that day or a later one.
cost-day-after = The course of support ended on { $day }: choose that day or an earlier one.
cost-log = Note this time
cost-saved = It is noted.
cost-lines = What is noted
cost-lines-link = See each time noted
cost-take-away = Take away

cost-visits-link = Consultations before and after
cost-visits-title = Consultations with a general practitioner
cost-visits-lede = How often the person saw a general practitioner in the six months before the request, and in the six months after. Leave empty what nobody knows: nought means no consultation.
cost-visits-before = Before the request
cost-visits-after = After the request
cost-visits-count = Number of consultations { $days }
cost-visits-odd = Write a whole number of consultations, from 0 to 184.
cost-visits-wait = The six months after go on until { $day } included. Note this number once that day has passed: before, it would be too small.
cost-visits-why = The day of the request is counted on neither side: it is often that of the consultation that prescribed. Both periods are of one length, and do not depend on how long the course of support lasts.
cost-window = from { $first } to { $last }
cost-told-by-before = Where the number before comes from
cost-told-by-after = Where the number after comes from
cost-told-by-needed = Say where this number comes from.
cost-told-by-person = Told by the person
cost-told-by-care-team = Read by the care team in their records
cost-told-by-file = Taken from a file
cost-visits-said = { NUMBER($count) } · { $source }
cost-save = Save

cost-link = Costs
cost-team = Team
cost-further = See also
cost-figures-link = What a course of support costs
cost-rates-title = What an hour costs
cost-rates-lede = This program invents no amount. As long as your team writes none, figures tell hours, without euros.
cost-rates-said = The team’s amounts
cost-rates-none = No amount is written. The first may hold since a day gone by.
cost-rates-current = At present
cost-rates-corrected = Corrected since
cost-rates-since = From { $day }
cost-rates-amount = { $hour } an hour
cost-rates-amounts = { $hour } an hour, and { $other } more for each course of support
cost-rates-by = written by { $name } on { $day }
cost-rates-new = Write an amount
cost-rates-hour = An hour of a link worker, in euros
cost-rates-hour-hint = All included, such as pay, contributions and rooms. Like 32.50.
cost-rates-hour-odd = Write an amount in euros, more than nought, like 32.50.
cost-rates-other = Other costs of a course of support, in euros
cost-rates-other-hint = Optional: travel, places offered… on average for one course of support.
cost-rates-other-odd = Write an amount in euros, like 15 or 15.20, or leave it empty.
cost-rates-from = From
cost-rates-from-hint = Days before keep their amount. To correct an amount, take the day it begins on.
cost-rates-past = Days gone by would change their amount. Choose today or a day to come; to correct an amount, take exactly the day it begins on.
cost-rates-origin = Where these figures come from
cost-rates-origin-hint = For example: “Accounts of 2025, divided by 1,540 hours worked”.
cost-rates-origin-needed = Say where these figures come from: without it, nobody can check them.
cost-rates-add = Add this amount

cost-bring-title = Bring consultations
cost-bring-lede = A CSV file, with one line for each course of support and no name at all. Nothing is kept before you have read it again.
cost-columns-title = The file’s columns
cost-columns-text = The first line names the columns. The pattern holds them, with the team’s courses of support that ended and the days to count for each. An empty cell changes nothing.
cost-column-case = The address of the person’s file, or the identifier at its end.
cost-column-case-short = Course of support
cost-column-before = Consultations with a general practitioner in the six months before the request.
cost-column-after = The same in the six months after, once these six months have passed.
cost-pattern = Download the pattern to fill in
cost-bring-filled = The file, filled in
cost-bring-file = File
cost-bring-hint = CSV in UTF-8, of 2,000 lines at most.
cost-bring-look = Read it again before keeping
cost-file-no-text = This file is no text in UTF-8. In your spreadsheet, choose “CSV UTF-8”.
cost-file-no-column = The first line does not name the column “{ $column }”.
cost-file-too-many = There are more than { NUMBER($most) } lines. Cut the file in two.
cost-file-empty = Choose a file that is not empty.
cost-file-nothing-new = This file brings nothing new.
cost-file-bad = { $count ->
    [one] One line cannot be kept. Nothing was changed.
   *[other] { NUMBER($count) } lines cannot be kept. Nothing was changed.
}
cost-bad-title = The lines to correct
cost-bad-text = Correct them in your file, then bring it again.
cost-line = Line { NUMBER($number) }: { $wrong }
cost-line-unknown = no course of support of this team is “{ $typed }”.
cost-line-number = “{ $typed }” is no number of consultations, from 0 to 184 (column “{ $column }”).
cost-line-twice = this course of support is on another line already.
cost-line-too-early = the six months after go on until { $day }. Leave this cell empty for now.
cost-keep-title = Read it again before keeping
cost-keep-lede = { $count ->
    [one] One course of support would be noted like this. Nothing is kept yet.
   *[other] { NUMBER($count) } courses of support would be noted like this. Nothing is kept yet.
}
cost-keep-nothing-new = { $count ->
    [one] Another line says nothing new.
   *[other] { NUMBER($count) } other lines say nothing new.
}
cost-keep-instead = { NUMBER($count) } instead of { NUMBER($before) }
cost-keep = Keep these numbers
cost-keep-not = Keep nothing
cost-kept = { $count ->
    [one] The consultations of one course of support are kept.
   *[other] The consultations of { NUMBER($count) } courses of support are kept.
}
