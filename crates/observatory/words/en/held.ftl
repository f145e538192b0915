held-quarter = Figures of a quarter, frozen
held-quarter-figures = numbers of persons, without a name or a file
held-words = The team’s texts in a report
held-words-words = what the team wrote
