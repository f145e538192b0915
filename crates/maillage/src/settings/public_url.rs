//! The address people type.

/// `https://maillage.example.org`, without a path; plain `http://` on this machine only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

/// Why a text is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPublicUrl {
    /// Neither `https://` nor `http://`, no host, or a space in it.
    Shape,
    /// Something after the host: the application answers at the root of its address.
    Path,
    /// Pass phrases would travel in the clear.
    NotSecure,
}

impl PublicUrl {
    /// # Errors
    /// [`BadPublicUrl`], with what to change.
    pub fn parse(typed: &str) -> Result<PublicUrl, BadPublicUrl> {
        let typed = typed.trim().trim_end_matches('/');
        let (scheme, rest) = typed.split_once("://").ok_or(BadPublicUrl::Shape)?;
        if rest.contains(['/', '?', '#']) {
            return Err(BadPublicUrl::Path);
        }
        let host = host(rest);
        if host.is_empty() || rest.contains(|c: char| c.is_whitespace() || c == '@') {
            return Err(BadPublicUrl::Shape);
        }
        match scheme {
            "https" => {}
            "http" if is_this_machine(host) => {}
            "http" => return Err(BadPublicUrl::NotSecure),
            _ => return Err(BadPublicUrl::Shape),
        }
        Ok(PublicUrl(typed.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without scheme and port.
    pub fn host(&self) -> &str {
        self.0.split_once("://").map(|(_, rest)| host(rest)).unwrap_or_default()
    }
}

fn host(rest: &str) -> &str {
    match rest.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => rest.split(':').next().unwrap_or_default(),
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
