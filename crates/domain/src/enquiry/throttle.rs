//! How many wrong questions an address may ask.

use crate::identity::ThrottleRule;
use chrono::TimeDelta;
use std::net::{IpAddr, Ipv6Addr};

/// For one address: a whole ministry, or all who use one mobile network, may stand behind it and mistype.
pub const ENQUIRIES: ThrottleRule = ThrottleRule {
    window: TimeDelta::minutes(15),
    free: 29,
    first_wait: TimeDelta::seconds(5),
    longest_wait: TimeDelta::minutes(15),
};

/// What an address is counted as. Whoever has one address of IPv6 has a network of 2⁶⁴ of them: they are counted as one.
pub fn neighbourhood(address: &str) -> String {
    let bare = address.split('%').next().unwrap_or_default();
    match bare.parse() {
        Ok(IpAddr::V4(four)) => four.to_string(),
        Ok(IpAddr::V6(six)) => six
            .to_ipv4_mapped()
            .map_or_else(|| network(six), |four| four.to_string()),
        Err(_) => address.to_owned(),
    }
}

fn network(address: Ipv6Addr) -> String {
    let [a, b, c, d, ..] = address.segments();
    format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::{Failures, Throttle};
    use chrono::DateTime;

    #[test]
    fn one_network_is_one_neighbour() {
        assert_eq!(neighbourhood("192.0.2.7"), "192.0.2.7");
        assert_eq!(neighbourhood("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(neighbourhood("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(neighbourhood("2001:db8:1:2::9%eth0"), "2001:db8:1:2::/64");
        assert_ne!(neighbourhood("2001:db8:1:3::9"), neighbourhood("2001:db8:1:2::9"));
        assert_eq!(neighbourhood("unix"), "unix");
    }

    #[test]
    fn mistyping_costs_nothing_and_guessing_does() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let failed = |count| Failures { count, last: Some(now) };
        assert_eq!(ENQUIRIES.judge(failed(29), now), Throttle::Allowed);
        assert_eq!(ENQUIRIES.judge(failed(30), now), Throttle::Wait(TimeDelta::seconds(5)));
        assert_eq!(ENQUIRIES.judge(failed(31), now), Throttle::Wait(TimeDelta::seconds(10)));
    }
}
