//! Where somebody asks from.
//!
//! The address is the peer's. Behind a proxy on this machine it is the last one of
//! `X-Forwarded-For`, which that proxy wrote; without the header its clients share one address.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::accounts::device;

/// Whose pace it is: an IPv6 subscriber has a whole /64 (RFC 6177) and counts once.
pub fn of(parts: &Parts) -> IpAddr {
    client(peer(parts), &parts.headers)
}

/// From where, as far as it is written down: too little to find somebody by, enough to tell the office
/// from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whence {
    /// « Firefox, Windows ».
    pub device: Option<String>,
    /// « 192.0.2.x »; none where only a proxy of this machine is seen.
    pub network: Option<String>,
    /// Whole, for counting while they are here: written down nowhere.
    client: Option<IpAddr>,
}

impl Whence {
    pub(crate) fn of(parts: &Parts) -> Whence {
        let address = of(parts);
        let is_somewhere = !address.is_loopback() && !address.is_unspecified();
        let client = is_somewhere.then_some(address);
        Whence { device: device::told(&parts.headers), network: client.map(network), client }
    }
}

impl Whence {
    /// None where only a proxy of this machine is seen.
    pub(crate) fn client(&self) -> Option<IpAddr> {
        self.client
    }
}

/// The first three of four numbers, or the first three of eight groups: a provider's neighbourhood, shared
/// by hundreds.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.x")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:x")
        }
    }
}

fn peer(parts: &Parts) -> Option<IpAddr> {
    parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip())
}

fn client(peer: Option<IpAddr>, headers: &HeaderMap) -> IpAddr {
    let peer = peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED)).to_canonical();
    let told = if peer.is_loopback() { forwarded_for(headers) } else { None };
    match told.unwrap_or(peer).to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(keeping_64(address)),
        address @ IpAddr::V4(_) => address,
    }
}

/// This machine's own address stays itself.
fn keeping_64(address: Ipv6Addr) -> Ipv6Addr {
    if address.is_loopback() { address } else { Ipv6Addr::from_bits(address.to_bits() >> 64 << 64) }
}

/// The last address, the only one that the proxy itself has seen.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_proxy_on_this_machine_says_for_whom_it_asks_and_nobody_else_does() {
        let headers = |value: &str| {
            HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), value.parse().unwrap())])
        };
        let told = headers("203.0.113.9, 192.0.2.7");
        let local = Some(address("127.0.0.1"));
        assert_eq!(client(local, &told), address("192.0.2.7"), "what the client wrote comes first");
        assert_eq!(client(Some(address("::ffff:127.0.0.1")), &told), address("192.0.2.7"));
        assert_eq!(client(local, &headers("nobody")), address("127.0.0.1"));
        assert_eq!(client(local, &HeaderMap::new()), address("127.0.0.1"));
        assert_eq!(client(Some(address("198.51.100.1")), &told), address("198.51.100.1"));
        let (one, other) = (address("2001:db8:1:2:3::4"), address("2001:db8:1:2:ffff::1"));
        assert_eq!(client(Some(one), &told), client(Some(other), &told));
        assert_ne!(client(Some(one), &told), client(Some(address("2001:db8:1:3::1")), &told));
    }

    #[test]
    fn what_is_written_down_is_shared_by_hundreds() {
        for (whole, kept) in [
            ("192.0.2.7", "192.0.2.x"),
            ("2001:db8:1:2:3::4", "2001:db8:1:x"),
            ("2001:db8::1", "2001:db8:0:x"),
        ] {
            assert_eq!(network(address(whole)), kept);
        }
    }
}
