//! A permission as a parameter: a handler that takes `May<RunCaseload>` runs only for somebody
//! whose role carries it at one of their sites.
//!
//! Which records it may touch is the capability's to decide, with the account's id in the query.

use std::marker::PhantomData;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::id::{AccountId, SiteId};
use kernel::role::{Permission, Role};

use super::guard::{Guard, Guards};
use super::nope::Nope;
use super::ui::Ui;
use crate::accounts::{Account, Membership};
use crate::app::App;
use crate::audit::Who;

/// A permission's type-level name.
pub trait Asks: Send + Sync + 'static {
    const PERMISSION: Permission;
}

macro_rules! asks {
    ($($name:ident)*) => {$(
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Asks for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )*};
}

asks! { Screen Refer FollowOwnReferrals ReceiveReferrals RunCaseload ShareTheLoad ReadFigures KeepAccounts ReadAudit VerifyDirectory AnswerForData }

/// Somebody signed in, whatever their role.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub ui: Ui,
    pub account: Account,
}

impl Guards for SignedIn {
    const GUARD: Guard = Guard::SignedIn;
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Nope;

    /// Not signed in: to the sign-in page and back.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<SignedIn, Nope> {
        let ui = <Ui as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        match ui.account.clone() {
            Some(account) => Ok(SignedIn { ui, account }),
            None if ui.short.is_some() => Err(Nope::OneMoreStep),
            None => Err(Nope::SignIn { back_to: ui.here }),
        }
    }
}

/// The same, and also somebody whose role asks for one more step than they came in by, on the way to
/// adding it.
#[derive(Clone, Debug)]
pub(crate) struct Enrolling(pub(crate) SignedIn);

impl Guards for Enrolling {
    const GUARD: Guard = Guard::SignedIn;
}

impl FromRequestParts<App> for Enrolling {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Enrolling, Nope> {
        let ui = <Ui as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        match ui.short.clone() {
            Some(short) if !short.has_better => Ok(Enrolling(SignedIn { ui, account: short.account })),
            _ => SignedIn::from_request_parts(parts, app).await.map(Enrolling),
        }
    }
}

/// Somebody signed in who may do `P`.
#[derive(Clone, Debug)]
pub struct May<P> {
    pub ui: Ui,
    pub account: Account,
    permission: PhantomData<P>,
}

impl<P: Asks> May<P> {
    pub fn app(&self) -> &App {
        &self.ui.app
    }

    /// For the trail.
    pub fn who(&self) -> Who {
        Who::Account(self.account.id)
    }

    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// The memberships that carry the permission.
    pub fn memberships(&self) -> impl Iterator<Item = &Membership> {
        self.account.memberships.iter().filter(|m| m.role.may(P::PERMISSION))
    }

    /// The sites where this account holds the permission.
    pub fn sites(&self) -> impl Iterator<Item = SiteId> + '_ {
        self.memberships().map(|m| m.site_id)
    }

    /// The first of them: where what is done on no particular record is done.
    ///
    /// # Errors
    /// [`Nope::NotFound`] when there is none; the extractor has seen that there is.
    pub fn site(&self) -> Result<SiteId, Nope> {
        self.sites().next().ok_or(Nope::NotFound)
    }

    /// What they are at one site says nothing of what they may do at another.
    pub fn is_at(&self, role: Role, site: SiteId) -> bool {
        self.account.is_at(role, site)
    }
}

impl<P> Deref for May<P> {
    type Target = Ui;

    fn deref(&self) -> &Ui {
        &self.ui
    }
}

impl<P: Asks> Guards for May<P> {
    const GUARD: Guard = Guard::May(P::PERMISSION);
}

impl<P: Asks> FromRequestParts<App> for May<P> {
    type Rejection = Nope;

    /// Not signed in: to the sign-in page and back. Signed in without the permission: as if the
    /// page did not exist.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<May<P>, Nope> {
        let SignedIn { ui, account } = SignedIn::from_request_parts(parts, app).await?;
        if account.memberships.iter().any(|m| m.role.may(P::PERMISSION)) {
            Ok(May { ui, account, permission: PhantomData })
        } else {
            Err(Nope::NotFound)
        }
    }
}
