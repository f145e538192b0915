//! What may be chosen in the finder's form, with how many each choice would give.

use jiff::civil::Weekday;
use kernel::Lang;
use platform::web::dates;

use super::facet::{Counts, Family};
use super::form::FinderForm;
use super::travel::Travel;
use super::wanted::Wanted;
use crate::schedule::{HalfDay, Part, WEEK, day_code};
use crate::vocabulary::{Category, Coded, Format, Language, Lever, Public, Theme};

/// One choice of a list, or one box.
pub(super) struct Choice {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) is_chosen: bool,
    /// How many resources it would give; `None` where one number cannot tell.
    pub(super) count: Option<usize>,
}

impl Choice {
    /// « (12) », as options say it.
    pub(super) fn counted(&self) -> String {
        self.count.map(|count| format!("({count})")).unwrap_or_default()
    }
}

/// The lists of the form, filled for one question.
pub(super) struct Choices<'a> {
    pub(super) form: &'a FinderForm,
    pub(super) counts: &'a Counts,
    pub(super) lang: Lang,
}

impl Choices<'_> {
    pub(super) fn kilometres(&self) -> Vec<Choice> {
        Travel::by_km().map(|travel| self.travel(travel)).collect()
    }

    /// « À pied » and its minutes, « En voiture » and its own.
    pub(super) fn minutes(&self) -> Vec<(String, Vec<Choice>)> {
        let choices = |all: Vec<Travel>| all.into_iter().map(|travel| self.travel(travel)).collect();
        Travel::by_minutes().map(|(means, all)| (means.label(self.lang), choices(all))).collect()
    }

    pub(super) fn levers(&self) -> Vec<Choice> {
        let counted = |lever: Lever| self.counts.of(Family::Lever, lever.code());
        self.list(Lever::all(), &self.form.levier, |lever| lever.wish(self.lang), counted)
    }

    /// A resource for everyone suits each of them.
    pub(super) fn publics(&self) -> Vec<Choice> {
        let asked = Public::all().filter(|public| *public != Public::Everyone);
        let counted = |public: Public| self.counts.for_public(public);
        self.list(asked, &self.form.public, |public| public.label(self.lang), counted)
    }

    pub(super) fn themes(&self) -> Vec<(Choice, Vec<Choice>)> {
        let theme = |theme: Theme| theme.label(self.lang).to_owned();
        let counted = |theme: Theme| self.counts.of(Family::Theme, theme.code());
        let category = |family: Category| family.label(self.lang).to_owned();
        let all_counted = |family: Category| self.counts.of(Family::Theme, family.code());
        let whole = self.list(Category::all(), &self.form.theme, category, all_counted);
        let inside =
            Category::all().map(|family| self.list(family.themes(), &self.form.theme, theme, counted));
        whole.into_iter().zip(inside).collect()
    }

    pub(super) fn formats(&self) -> Vec<Choice> {
        let counted = |format: Format| self.counts.of(Family::Format, format.code());
        self.list(Format::all(), &self.form.forme, |format| format.label(self.lang), counted)
    }

    /// Those that have a name, and those of the directory.
    pub(super) fn languages(&self) -> Vec<Choice> {
        let named = Language::NAMED.into_iter();
        let met = self.counts.codes(Family::Language);
        let mut all: Vec<Language> = named.chain(met).filter_map(Language::parse).collect();
        all.extend(self.form.language());
        all.sort();
        all.dedup();
        let choice = |language: &Language| Choice {
            code: language.as_str().to_owned(),
            label: language.label(self.lang),
            is_chosen: self.form.language().as_ref() == Some(language),
            count: Some(self.counts.of(Family::Language, language.as_str())),
        };
        let mut choices: Vec<Choice> = all.iter().map(choice).collect();
        choices.sort_by_key(|choice| kernel::text::fold(&choice.label));
        choices
    }

    /// Counted once a part of the day is chosen: one resource may be open on two of them.
    pub(super) fn days(&self) -> Vec<Choice> {
        let choice = |day: Weekday| Choice {
            code: day_code(day).to_owned(),
            label: dates::weekday(day, self.lang).to_owned(),
            is_chosen: self.form.day() == Some(day),
            count: self.form.part().map(|part| self.half_day(HalfDay { day, part })),
        };
        WEEK.into_iter().map(choice).collect()
    }

    /// Counted once a day is chosen.
    pub(super) fn parts(&self) -> Vec<Choice> {
        let choice = |part: Part| Choice {
            code: part.code().to_owned(),
            label: part.label(self.lang),
            is_chosen: self.form.part() == Some(part),
            count: self.form.day().map(|day| self.half_day(HalfDay { day, part })),
        };
        Part::all().map(choice).collect()
    }

    pub(super) fn boxes(&self) -> Vec<Choice> {
        let choice = |wanted: Wanted| Choice {
            code: wanted.code().to_owned(),
            label: wanted.label(self.lang),
            is_chosen: self.form.wants(wanted),
            count: wanted.counted_by().map(|(family, code)| self.counts.of(family, code)),
        };
        Wanted::ALL.into_iter().map(choice).collect()
    }

    fn travel(&self, travel: Travel) -> Choice {
        Choice {
            code: travel.code(),
            label: travel.label(self.lang),
            is_chosen: travel == self.form.travel(),
            count: None,
        }
    }

    fn half_day(&self, half_day: HalfDay) -> usize {
        self.counts.of(Family::HalfDay, &half_day.code())
    }

    fn list<T: Coded>(
        &self,
        values: impl Iterator<Item = T>,
        chosen: &str,
        label: impl Fn(T) -> String,
        counted: impl Fn(T) -> usize,
    ) -> Vec<Choice> {
        let choice = |value: T| Choice {
            code: value.code().to_owned(),
            label: label(value),
            is_chosen: value.code() == chosen,
            count: Some(counted(value)),
        };
        values.map(choice).collect()
    }
}
