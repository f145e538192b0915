//! data·inclusion's interface, v1, answered from our directory, for other services.
//!
//! Words: an [`Endpoint`] is an address, what it looks for and what it answers with; the table
//! [`ENDPOINTS`] makes both the routes and the document that describes them ([`document`]), so that
//! neither knows an address the other does not.
//! Invariants: nothing private leaves (no contact's name, no referral address); a page is bounded;
//! totals are exact; what is refused is told, never passed over.
//!
//! Source: `gip-inclusion/data-inclusion`, api/src/data_inclusion/api/inclusion_data/v1.
//! Differences: those of [`super::search`]; `structure` beside a service also carries its quality;
//! names of sources are their slugs.

mod answer;
mod document;
mod endpoints;
mod lists;
mod official;
mod page;
mod schema;
mod services;
mod sources;
mod structures;
#[cfg(test)]
mod tests;

pub(crate) use endpoints::routes;
