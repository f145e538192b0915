//! Who may do what: roles at a site, and the permissions each role carries.
//!
//! A permission says what kind of thing may be done; which records it may be done to is the
//! relation, decided by each capability (own referral, own caseload, own site).

crate::coded! {
    /// What somebody is at a site.
    Role {
        Prescriber = "prescriber",
        LinkWorker = "link_worker",
        Coordinator = "coordinator",
        Administrator = "administrator",
    }
}

impl Role {
    pub fn may(self, permission: Permission) -> bool {
        use Permission as P;
        use Role as R;
        match permission {
            P::Screen => matches!(self, R::Prescriber | R::LinkWorker | R::Coordinator),
            P::Refer | P::FollowOwnReferrals => matches!(self, R::Prescriber),
            P::ReceiveReferrals | P::RunCaseload => matches!(self, R::LinkWorker | R::Coordinator),
            P::ShareTheLoad => matches!(self, R::Coordinator),
            P::VerifyDirectory | P::AnswerForData => matches!(self, R::Coordinator | R::Administrator),
            P::ReadFigures => !matches!(self, R::Prescriber),
            P::KeepAccounts | P::ReadAudit => matches!(self, R::Administrator),
        }
    }
}

/// One kind of thing that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Hold a consultation with instruments.
    Screen,
    /// Send a referral in a person's name.
    Refer,
    /// See what became of the persons one referred.
    FollowOwnReferrals,
    /// Accept, decline or merge what reaches the site.
    ReceiveReferrals,
    /// Open and change files of one's caseload.
    RunCaseload,
    /// Give a case to another link worker.
    ShareTheLoad,
    /// Read a site's figures.
    ReadFigures,
    /// Invite people and close their accounts.
    KeepAccounts,
    /// Read the trail of who opened what.
    ReadAudit,
    /// Say which entries of the directory are right, or are one.
    VerifyDirectory,
    /// Say what is done with data, and why: the register of processing, the impact assessment.
    AnswerForData,
}

impl Permission {
    pub const ALL: [Permission; 11] = [
        Permission::Screen,
        Permission::Refer,
        Permission::FollowOwnReferrals,
        Permission::ReceiveReferrals,
        Permission::RunCaseload,
        Permission::ShareTheLoad,
        Permission::ReadFigures,
        Permission::KeepAccounts,
        Permission::ReadAudit,
        Permission::VerifyDirectory,
        Permission::AnswerForData,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_opens_no_file() {
        assert!(!Role::Administrator.may(Permission::RunCaseload));
        assert!(!Role::Administrator.may(Permission::ReceiveReferrals));
    }

    #[test]
    fn a_prescriber_sees_no_caseload() {
        assert!(!Role::Prescriber.may(Permission::RunCaseload));
    }
}
