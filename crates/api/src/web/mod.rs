//! The SPA's files, security headers, and what answers an address that nobody knows.

mod headers;
mod spa;

pub(crate) use headers::security_headers;
pub(crate) use spa::{Spa, unknown_address};
