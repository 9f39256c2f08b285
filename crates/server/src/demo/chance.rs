//! Chance without chance: the same seed gives the same office on every machine, for every version of every library.

/// `SplitMix64`: small, good enough for a demonstration, and ours.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// A generator that repeats itself for the same seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high.saturating_sub(low) + 1)
    }

    /// The same, where the caller counts days or minutes.
    pub(super) fn small(&mut self, low: u32, high: u32) -> u64 {
        self.between(u64::from(low), u64::from(high))
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of a list that is not empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        let last = u64::try_from(list.len()).unwrap_or(u64::MAX).saturating_sub(1);
        let at = usize::try_from(self.between(0, last)).unwrap_or(0);
        list[at]
    }
}
