report-menu = Reports
report-foot = Published results
report-lede = One report for each quarter, always in the same order. Its figures are counted once, when everybody has been followed for three months at least, and then stay.
report-to-figures = My team’s figures, at any time
report-to-public = What everybody can read
report-none = No report yet.
report-all = All teams
report-quarter = { $number ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[other] fourth quarter of { $year }
}
report-title = Report of the { $quarter }
report-stands-frozen = frozen, read by the team
report-stands-released = public since { $day }
report-stands-provisional = provisional until { $day }
report-back = All reports
report-back-public = Published results
report-saved = Saved.
report-provisional = This report is provisional: its figures will be counted for the last time on { $day }, then frozen. Until then it stays in the team.
report-exact = You read the exact figures, for the team only.
report-see-public = See what others will see
report-public-version = A number under eleven persons is not shown, nor those from which it could be worked out.
report-see-exact = Back to the exact figures
report-words-of = The team’s words, of { $day }.
report-cohort = Requests sent from { $from } to { $to }, and what became of them by { $seen }.
report-stamp = Figures counted on { $day } and frozen, fingerprint { $fingerprint }, by Maillage { $program }.
report-write = Add the team’s words
report-write-lede = The figures stay what they are. These texts say what is understood of them on the spot. Every version is kept. Name nobody.
report-back-to-it = Back to the report
report-save = Save
report-too-long = Too long: { NUMBER($max) } characters at most.
report-place-summary = In short
report-place-context = What explains the figures
report-place-next = What comes next
report-hint-summary = What is to be kept in mind of this quarter, in a few sentences.
report-hint-context = A colleague who left, a place that closed, a new partner, the winter…
report-hint-next = What the team will try.
report-csv = Table (CSV)
report-release = Make this report public
report-release-text = Everybody will be able to read it, in the version where no number points at somebody, with the team’s words. There is no way back: what was read is not unread. The texts can still be corrected.
report-release-button = Make public
report-public-page = Its public page
report-public-title = Published results
report-public-lede = What teams of social prescribing achieve, quarter after quarter, with its limits. No number under eleven persons stands here.
report-public-none = No report is public yet.
report-csv-quarter = Quarter
report-csv-seen = Followed until
report-csv-version = Version of the data
report-no-groups = The groups are too small to be shown without pointing at somebody.
