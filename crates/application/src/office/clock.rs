use daftar_domain::office::Timestamp;

/// Where the time comes from: the server's clock, or a test's.
pub trait Clock: Send + Sync + 'static {
    /// The moment, cut to microseconds.
    fn now(&self) -> Timestamp;
}
