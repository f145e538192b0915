held-frozen = Figures of a quarter or a year, frozen
held-frozen-figures = numbers of persons, without a name or a file
held-words = The team’s texts in a report
held-words-words = what the team wrote
held-words-accounts = the amounts the team wrote
