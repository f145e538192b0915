//! Where crates come from, and which never come.

use super::Refusal;
use super::page::{Bans, Sources};
use crate::packages::{Crate, Wanted};

/// Crates the page keeps out, unless all who ask for them may bring them along.
pub(super) fn banned(page: &Bans, crates: &[Crate]) -> Vec<Refusal> {
    let named = crates.iter().filter_map(|package| {
        let kept = page.deny.iter().find(|kept| kept.which.is(&package.name, &package.version))?;
        let by = asking(&package.name, crates);
        let is_brought = !by.is_empty() && by.iter().all(|name| kept.wrappers.iter().any(|may| may == name));
        (!is_brought).then(|| format!("{} {}: kept out: {}", package.name, package.version, kept.reason))
    });
    named.chain(idle(page, crates)).collect()
}

/// Those that may bring along what they no longer ask for.
fn idle<'a>(page: &'a Bans, crates: &'a [Crate]) -> impl Iterator<Item = Refusal> + 'a {
    page.deny.iter().flat_map(|kept| {
        let by = asking(kept.which.name(), crates);
        let gone = kept.wrappers.iter().filter(move |may| !by.contains(&may.as_str()));
        gone.map(|may| format!("deny.toml: {may} does not bring {} any more: take it out", kept.which))
    })
}

fn asking<'a>(name: &str, crates: &'a [Crate]) -> Vec<&'a str> {
    // The tests of others are not built here.
    let takes = |wanted: &Wanted, package: &Crate| {
        wanted.name == name && (package.source.is_none() || wanted.kind.as_deref() != Some("dev"))
    };
    let asks = |package: &&Crate| package.dependencies.iter().any(|wanted| takes(wanted, package));
    crates.iter().filter(asks).map(|package| package.name.as_str()).collect()
}

/// Our own crates say which versions of others they take.
pub(super) fn wildcards(crates: &[Crate]) -> Vec<Refusal> {
    let ours = crates.iter().filter(|package| package.source.is_none());
    let wanted = ours.flat_map(|package| package.dependencies.iter().map(move |wanted| (package, wanted)));
    let any = wanted.filter(|(_, wanted)| wanted.req == "*" && wanted.path.is_none());
    any.map(|(package, wanted)| format!("{} takes any version of {}: say which", package.name, wanted.name))
        .collect()
}

/// Others' crates come from the registries of the page, and from nowhere else.
pub(super) fn from_elsewhere(page: &Sources, crates: &[Crate]) -> Vec<Refusal> {
    let is_known = |source: &str| {
        source
            .strip_prefix("registry+")
            .is_some_and(|registry| page.allow_registry.iter().any(|known| known == registry))
    };
    let strange = crates.iter().filter_map(|package| {
        let source = package.source.as_deref()?;
        (!is_known(source)).then(|| {
            format!("{} {}: from {source}, which deny.toml does not name", package.name, package.version)
        })
    });
    strange.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::package;
    use super::*;

    #[test]
    fn what_is_kept_out_is_refused_with_the_reason() {
        let page: Bans = toml::from_str(
            "multiple-versions = \"deny\"\nmultiple-versions-include-dev = true\nwildcards = \"deny\"\n\
             allow-wildcard-paths = true\nskip = []\ndeny = [{ crate = \"openssl\", reason = \"one is enough\" }]",
        )
        .unwrap();
        let crates = [package("openssl", "0.10.0", "MIT"), package("a", "1.0.0", "MIT")];
        assert_eq!(banned(&page, &crates), ["openssl 0.10.0: kept out: one is enough"]);
    }

    #[test]
    fn what_is_kept_out_may_be_brought_by_those_named_and_by_no_other() {
        let page = |wrappers: &str| -> Bans {
            toml::from_str(&format!(
                "multiple-versions = \"deny\"\nmultiple-versions-include-dev = true\nwildcards = \"deny\"\n\
                 allow-wildcard-paths = true\nskip = []\n\
                 deny = [{{ crate = \"yaml\", wrappers = [{wrappers}], reason = \"old\" }}]"
            ))
            .unwrap()
        };
        let wanted = Wanted { name: "yaml".to_owned(), req: "^0.9".to_owned(), path: None, kind: None };
        let asking = |name: &str| crate::packages::Crate {
            dependencies: vec![wanted.clone()],
            ..package(name, "1.0.0", "MIT")
        };
        let one = [package("yaml", "0.9.0", "MIT"), asking("typst")];
        assert!(banned(&page("\"typst\""), &one).is_empty());
        assert_eq!(banned(&page(""), &one), ["yaml 0.9.0: kept out: old"]);
        let two = [package("yaml", "0.9.0", "MIT"), asking("typst"), asking("ours")];
        assert_eq!(banned(&page("\"typst\""), &two), ["yaml 0.9.0: kept out: old"]);
        let gone = "deny.toml: other does not bring yaml * any more: take it out";
        assert_eq!(banned(&page("\"typst\", \"other\""), &one), [gone]);
    }

    #[test]
    fn any_version_is_none() {
        let any = |name: &str, path: Option<&str>| Wanted {
            name: name.to_owned(),
            req: "*".to_owned(),
            path: path.map(ToOwned::to_owned),
            kind: None,
        };
        let mut ours = package("ours", "0.1.0", "");
        ours.source = None;
        ours.dependencies = vec![any("a", None), any("kernel", Some("/crates/kernel"))];
        let mut theirs = package("theirs", "1.0.0", "MIT");
        theirs.dependencies = vec![any("b", None)];
        assert_eq!(wildcards(&[ours, theirs]), ["ours takes any version of a: say which"]);
    }

    #[test]
    fn a_crate_comes_from_where_the_page_says() {
        let page: Sources = toml::from_str(
            "unknown-registry = \"deny\"\nunknown-git = \"deny\"\n\
             allow-registry = [\"https://github.com/rust-lang/crates.io-index\"]",
        )
        .unwrap();
        let from = |source: &str| Crate { source: Some(source.to_owned()), ..package("a", "1.0.0", "MIT") };
        assert!(from_elsewhere(&page, &[package("a", "1.0.0", "MIT")]).is_empty());
        assert_eq!(from_elsewhere(&page, &[from("git+https://example.org/a")]).len(), 1);
        assert_eq!(from_elsewhere(&page, &[from("registry+https://example.org/index")]).len(), 1);
    }
}
