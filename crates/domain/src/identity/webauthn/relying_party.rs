//! For whom passkeys are made: the office's host name.

use crate::office::vocabulary;
use std::net::IpAddr;

/// The office as authenticators know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelyingParty {
    /// The host name that passkeys are bound to.
    pub id: String,
    /// The origins of pages that may ask for them.
    pub origins: Vec<String>,
}

vocabulary! {
    /// Why no passkey can be made for an office at its address.
    PasskeysImpossible {
        /// Browsers bind passkeys to names, never to addresses of the network.
        IpAddress = "ip_address",
        /// Browsers offer passkeys to pages that came by https only.
        NotSecure = "not_secure",
    }
}

/// The relying party of an office that people reach at `public_url`.
///
/// A loopback address has a name that every machine knows: there, passkeys work at `http://localhost`.
pub fn relying_party(public_url: &str) -> Result<RelyingParty, PasskeysImpossible> {
    let (scheme, rest) = public_url.split_once("://").ok_or(PasskeysImpossible::NotSecure)?;
    let authority = rest.split('/').next().unwrap_or_default().to_ascii_lowercase();
    let (host, port) = host_and_port(&authority);
    let secure = scheme == "https";
    let usual = if secure { "443" } else { "80" };
    let port = port
        .filter(|port| *port != usual)
        .map_or(String::new(), |port| format!(":{port}"));
    let own = format!("{scheme}://{host}{port}");
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) if address.is_loopback() => Ok(RelyingParty {
            id: "localhost".to_owned(),
            origins: vec![own, format!("{scheme}://localhost{port}")],
        }),
        Ok(_) => Err(PasskeysImpossible::IpAddress),
        Err(_) if secure || host == "localhost" || host.ends_with(".localhost") => Ok(RelyingParty {
            id: host.to_owned(),
            origins: vec![own],
        }),
        Err(_) => Err(PasskeysImpossible::NotSecure),
    }
}

fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_the_host_and_never_to_an_address() {
        let named = |id: &str, origins: &[&str]| {
            Ok(RelyingParty {
                id: id.to_owned(),
                origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
            })
        };
        for (url, expected) in [
            (
                "https://daftar.example",
                named("daftar.example", &["https://daftar.example"]),
            ),
            (
                "https://Daftar.Example:443",
                named("daftar.example", &["https://daftar.example"]),
            ),
            (
                "https://daftar.example:8443",
                named("daftar.example", &["https://daftar.example:8443"]),
            ),
            ("http://localhost:8080", named("localhost", &["http://localhost:8080"])),
            (
                "http://127.0.0.1:8080",
                named("localhost", &["http://127.0.0.1:8080", "http://localhost:8080"]),
            ),
            (
                "http://[::1]:8080",
                named("localhost", &["http://[::1]:8080", "http://localhost:8080"]),
            ),
            ("https://10.1.2.3", Err(PasskeysImpossible::IpAddress)),
            ("http://192.168.1.4:8080", Err(PasskeysImpossible::IpAddress)),
            ("https://[2001:db8::1]", Err(PasskeysImpossible::IpAddress)),
            ("http://daftar.example", Err(PasskeysImpossible::NotSecure)),
        ] {
            assert_eq!(relying_party(url), expected, "{url}");
        }
    }
}
