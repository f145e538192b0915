study-flow-title = Flow of the study
study-flow-lede = How many persons at each step, from the first who were looked at to those whose answers may be analysed. Counts are exact: they are for the study’s teams.
study-flow-drawn = The flow drawn; the tables below say the same.
study-flow-note = Persons erased at their wish or by time are counted among those who stopped.
study-flow-table = The flow in numbers
study-flow-step = Step
study-flow-group = Group
study-flow-persons = Persons
study-flow-all = All
study-flow-assessed = Assessed for eligibility
study-flow-excluded = Not eligible
study-flow-not-met = Not met: { $text }
study-flow-met = Prevents: { $text }
study-flow-declined = Declined
study-flow-enrolled = Enrolled
study-flow-allocated = Allocated
study-flow-seen = { $point }: answered
study-flow-missed = { $point }: missed
study-flow-ahead = { $point }: not yet
study-flow-lost = Lost to follow-up
study-flow-withdrawn = Withdrawn
study-flow-analysed = Analysed
study-box-assessed = Assessed: { NUMBER($persons) }
study-box-excluded = Not eligible: { NUMBER($persons) }
study-box-declined = Declined: { NUMBER($persons) }
study-box-enrolled = Enrolled: { NUMBER($persons) }
study-box-allocated = In this arm: { NUMBER($persons) }
study-box-seen = answered: { NUMBER($persons) }
study-box-missed = missed: { NUMBER($persons) }
study-box-ahead = not yet: { NUMBER($persons) }
study-box-lost = Lost: { NUMBER($persons) }
study-box-withdrawn = Withdrawn: { NUMBER($persons) }
study-box-analysed = Analysed: { NUMBER($persons) }
study-codebook-title = Variables of the study
study-codebook-lede = What stands in each column of the data, from the study itself. One row for each person and time point.
study-codebook-csv = Dictionary (CSV)
study-codebook-json = Dictionary (JSON)
study-counting-title = Which answers count
study-counting-rule = At the start, the last answers given before entering or that day, within the window. Later, the answers within the window whose day is nearest to the day due; a whole questionnaire comes before one with gaps. Answers in two windows count for the nearer, and never twice.
study-missing-title = Where there is no answer
study-missing-answer = question without an answer
study-missing-visit = nothing for this time point
study-missing-masked = not told, so that nobody is recognised
study-variables-title = The variables
study-source = version { $version }, licence “{ $licence }”
study-variable-person = Code of the person in the study, drawn by chance
study-variable-age = Age class at enrolment
study-variable-civility = Civility, where it was said
study-variable-department = Département
study-variable-site = Team
study-variable-arm = Arm of the study
study-variable-point = Time point
study-variable-status = Where this time point stands
study-variable-days = Days from enrolment to the answers
study-variable-version = Version of the questionnaire answered
study-unit-days = days
study-unit-points = points
study-k = Each combination of age, civility, département, team and arm is shared by { NUMBER($persons) } persons at least.
study-step-no-site = The team is not told.
study-step-wider-ages = Age classes are wider.
study-step-no-department = The département is not told.
study-step-no-civility = Civility is not told.
study-masked = Persons of whom none of this is told: { NUMBER($persons) }
study-exports-title = Data of the study
study-exports-lede = Answers under codes, without names, dates, communes or free text. It takes two: somebody of the coordination asks, somebody of another team or of an administration grants.
study-exports-too-small = Fewer than { NUMBER($least) } persons let their answers be used: nothing can leave, for somebody might be recognised.
study-export-reason = Why these data are asked for
study-export-reason-hint = Who will analyse them and for which question, in a sentence or two. Whoever decides will read it.
study-export-reason-needed = Say why these data are asked for.
study-export-ask = Ask for the data
study-export-only-coordinators = Only the coordination of a team of the study may ask for its data. You may grant or refuse a request.
study-exports-empty = Nobody has asked for data.
study-export-zip = Take the files (CSV)
study-export-xlsx = Take the workbook
study-decide-title = Let the data leave?
study-decide-lede = { $persons ->
    [one] The answers of one person of the study “{ $name }” would leave this software, under a code.
   *[other] The answers of { NUMBER($persons) } persons of the study “{ $name }” would leave this software, under codes.
}
study-decide-think = Have you talked with whoever asks? Will the files be kept safe? What would tell somebody is told coarser, and the dictionary says how.
study-export-asked-body =
    Hello,

    Somebody of the coordination asks for the data of a research study, under codes. It takes a second person to grant or refuse them: you may be that person. Talk with them, then decide here, within seven days:

    { $link }

    Maillage
study-export-decided-body =
    Hello,

    Somebody has decided on your request for a study’s data. The answer is here:

    { $link }

    Maillage
