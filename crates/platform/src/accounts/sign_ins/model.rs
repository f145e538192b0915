//! What happened at the door.

kernel::coded! {
    What {
        /// Coming in.
        SignIn = "sign_in",
        /// Showing once more, inside, that it is them.
        Proof = "proof",
        /// Leaving.
        SignOut = "sign_out",
        /// Closing what was open elsewhere.
        EndedElsewhere = "ended_elsewhere",
    }
}

kernel::coded! {
    Way {
        Phrase = "phrase",
        /// Of an application, after the phrase.
        Code = "code",
        /// On paper, after the phrase.
        Recovery = "recovery",
        Passkey = "passkey",
        Provider = "provider",
        /// Sent by an administrator.
        Link = "link",
        /// By a button of their own.
        Button = "button",
    }
}

kernel::coded! {
    Outcome {
        Yes = "yes",
        /// The phrase was right, and a code is asked.
        Half = "half",
        No = "no",
        /// So many that it was not even looked at.
        TooMany = "too_many",
    }
}

#[derive(Clone, Copy, Debug)]
pub(in crate::accounts) struct Event<'a> {
    pub(super) what: What,
    pub(super) way: Way,
    pub(super) outcome: Outcome,
    /// A provider's key.
    pub(super) provider: Option<&'a str>,
}

impl<'a> Event<'a> {
    pub(in crate::accounts) fn new(what: What, way: Way, outcome: Outcome) -> Event<'a> {
        Event { what, way, outcome, provider: None }
    }

    pub(in crate::accounts) fn with(what: What, provider: &'a str, outcome: Outcome) -> Event<'a> {
        Event { what, way: Way::Provider, outcome, provider: Some(provider) }
    }
}
