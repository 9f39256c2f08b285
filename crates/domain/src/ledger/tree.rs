//! The Merkle tree of RFC 6962 over the entries of the ledger, kept in tiles of 256 hashes (C2SP tlog-tiles).

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A SHA-256.
pub type Hash = [u8; 32];

/// Hashes of a full tile.
pub const TILE_WIDTH: usize = 256;
/// Levels of the tree that one level of tiles spans.
const TILE_HEIGHT: u32 = 8;

/// The hash of a leaf.
pub fn leaf_hash(body: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(body).finalize().into()
}

/// The hash of a node.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let node = Sha256::new().chain_update([1]).chain_update(left).chain_update(right);
    node.finalize().into()
}

/// The root of the tree without leaves.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// Where a tile stands: its level, and its place in the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileAt {
    /// 0 holds the hashes of leaves; each level above holds one hash for a full tile below.
    pub level: u32,
    /// From 0.
    pub index: u64,
}

/// A node whose subtree is complete: `2^level` leaves, of which the first is at `index · 2^level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    level: u32,
    index: u64,
}

impl Node {
    /// The tile that the node can be computed from, and the hashes of it that lie below the node.
    fn in_tile(self) -> (TileAt, std::ops::Range<usize>) {
        let within = self.level % TILE_HEIGHT;
        let first = self.index << within;
        let tile = TileAt {
            level: self.level / TILE_HEIGHT,
            index: first / TILE_WIDTH as u64,
        };
        let first = usize::try_from(first % TILE_WIDTH as u64).unwrap_or(TILE_WIDTH);
        (tile, first..first + (1 << within))
    }
}

/// The right edge of the tree: enough to append to it and to know its root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edge {
    size: u64,
    /// For each level of tiles the hashes of its last tile, which is never full.
    tiles: Vec<Vec<Hash>>,
}

/// Tiles that an append changed, with all hashes that they hold now.
pub type ChangedTiles = BTreeMap<TileAt, Vec<Hash>>;

impl Edge {
    /// The tiles that the edge of a tree of this size is read from.
    pub fn tiles_of(size: u64) -> Vec<TileAt> {
        let level = |level: u32| {
            let hashes = size.checked_shr(TILE_HEIGHT * level).unwrap_or(0);
            let index = hashes / TILE_WIDTH as u64;
            (hashes > 0).then_some((TileAt { level, index }, hashes % TILE_WIDTH as u64))
        };
        (0..8)
            .map_while(level)
            .filter(|(_, width)| *width > 0)
            .map(|(tile, _)| tile)
            .collect()
    }

    /// How many hashes all tiles of a tree of this size hold.
    pub fn hashes_of(size: u64) -> u64 {
        (0..8)
            .map(|level| size.checked_shr(TILE_HEIGHT * level).unwrap_or(0))
            .sum()
    }

    /// Puts the edge together; `None` when a tile is missing or has too few hashes.
    pub fn read(size: u64, tiles: &BTreeMap<TileAt, Vec<Hash>>) -> Option<Self> {
        let mut edge = Self {
            size,
            tiles: Vec::new(),
        };
        for level in 0..8 {
            let hashes = size.checked_shr(TILE_HEIGHT * level).unwrap_or(0);
            if hashes == 0 {
                break;
            }
            let width = usize::try_from(hashes % TILE_WIDTH as u64).ok()?;
            let index = hashes / TILE_WIDTH as u64;
            edge.tiles.push(match width {
                0 => Vec::new(),
                width => tiles.get(&TileAt { level, index })?.get(..width)?.to_vec(),
            });
        }
        Some(edge)
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends leaves, and answers the tiles that changed.
    pub fn append(&mut self, leaves: impl IntoIterator<Item = Hash>) -> ChangedTiles {
        let mut changed = ChangedTiles::new();
        let mut last = None;
        for leaf in leaves {
            self.push(leaf, &mut changed);
            last = Some(());
        }
        if last.is_some() {
            for (level, hashes) in (0..).zip(&self.tiles) {
                let index = self.size.checked_shr(TILE_HEIGHT * (level + 1)).unwrap_or(0);
                if !hashes.is_empty() {
                    changed.insert(TileAt { level, index }, hashes.clone());
                }
            }
        }
        changed
    }

    fn push(&mut self, leaf: Hash, full: &mut ChangedTiles) {
        let mut hash = leaf;
        for level in 0_u32.. {
            let at = level as usize;
            if self.tiles.len() <= at {
                self.tiles.push(Vec::new());
            }
            self.tiles[at].push(hash);
            if self.tiles[at].len() < TILE_WIDTH {
                break;
            }
            let tile = std::mem::take(&mut self.tiles[at]);
            let index = self.size >> (TILE_HEIGHT * (level + 1));
            hash = fold(&tile);
            full.insert(TileAt { level, index }, tile);
        }
        self.size += 1;
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        let mut root: Option<Hash> = None;
        for hashes in &self.tiles {
            let mut end = hashes.len();
            while end > 0 {
                // The last complete subtree within the tile.
                let width = 1 << end.trailing_zeros();
                let peak = fold(&hashes[end - width..end]);
                root = Some(root.map_or(peak, |right| node_hash(&peak, &right)));
                end -= width;
            }
        }
        root.unwrap_or_else(empty_root)
    }
}

/// The root over a complete subtree; `hashes` are a power of two, and never none.
fn fold(hashes: &[Hash]) -> Hash {
    match hashes {
        [one] => *one,
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            node_hash(&fold(left), &fold(right))
        }
    }
}

/// A proof before its hashes are read: for each of its hashes the complete subtrees that it is put together from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofPlan(Vec<Vec<Node>>);

impl ProofPlan {
    /// The proof that the leaf at `position` is in the tree of `size` (RFC 6962, 2.1.1); `None` when it is not in it.
    pub fn inclusion(position: u64, size: u64) -> Option<Self> {
        if position >= size {
            return None;
        }
        let (mut low, mut high) = (0, size);
        let mut ranges = Vec::new();
        while high - low > 1 {
            let middle = low + left_width(high - low);
            if position < middle {
                ranges.push((middle, high));
                high = middle;
            } else {
                ranges.push((low, middle));
                low = middle;
            }
        }
        Some(Self::of(ranges))
    }

    /// The proof that the tree of `new` leaves begins with the tree of `old` (RFC 6962, 2.1.2); `None` when it is shorter.
    pub fn consistency(old: u64, new: u64) -> Option<Self> {
        if old > new {
            return None;
        }
        let (mut low, mut high) = (0, new);
        let mut ranges = Vec::new();
        // Whether what is left of the old tree is a subtree that the verifier knows: the old root itself.
        let mut known = true;
        while old > 0 && old != high {
            let middle = low + left_width(high - low);
            if old <= middle {
                ranges.push((middle, high));
                high = middle;
            } else {
                ranges.push((low, middle));
                low = middle;
                known = false;
            }
        }
        if !known {
            ranges.push((low, high));
        }
        Some(Self::of(ranges))
    }

    /// The root of the tree of `size`, as it once was.
    pub fn root(size: u64) -> Self {
        Self(vec![subtrees(0, size)])
    }

    fn of(ranges: Vec<(u64, u64)>) -> Self {
        Self(
            ranges
                .into_iter()
                .rev()
                .map(|(low, high)| subtrees(low, high))
                .collect(),
        )
    }

    /// The tiles that have to be read.
    pub fn tiles(&self) -> Vec<TileAt> {
        let mut tiles: Vec<TileAt> = self.0.iter().flatten().map(|node| node.in_tile().0).collect();
        tiles.sort_unstable();
        tiles.dedup();
        tiles
    }

    /// The hashes of the proof; `None` when a tile is missing or has too few hashes.
    pub fn hashes(&self, tiles: &BTreeMap<TileAt, Vec<Hash>>) -> Option<Vec<Hash>> {
        self.0.iter().map(|nodes| join(nodes, tiles)).collect()
    }
}

/// The width of the left subtree: the largest power of two below `width`, which is at least 2.
fn left_width(width: u64) -> u64 {
    1 << (width - 1).ilog2()
}

/// The complete subtrees that make up the leaves from `low` to before `high`, from left to right.
fn subtrees(mut low: u64, high: u64) -> Vec<Node> {
    let mut nodes = Vec::new();
    while low < high {
        let level = (high - low).ilog2();
        nodes.push(Node {
            level,
            index: low >> level,
        });
        low += 1 << level;
    }
    nodes
}

fn join(nodes: &[Node], tiles: &BTreeMap<TileAt, Vec<Hash>>) -> Option<Hash> {
    let mut joined: Option<Hash> = None;
    for node in nodes.iter().rev() {
        let (tile, range) = node.in_tile();
        let hash = fold(tiles.get(&tile)?.get(range)?);
        joined = Some(joined.map_or(hash, |right| node_hash(&hash, &right)));
    }
    Some(joined.unwrap_or_else(empty_root))
}

/// The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); `None` when the proof has the wrong length.
pub fn root_of_inclusion(leaf: &Hash, position: u64, size: u64, proof: &[Hash]) -> Option<Hash> {
    if position >= size {
        return None;
    }
    let (mut at, mut last) = (position, size - 1);
    let mut root = *leaf;
    for hash in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            root = node_hash(hash, &root);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(&root, hash);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(root)
}

/// Whether a tree of `new` leaves with one root begins with the tree of `old` leaves with another (RFC 9162, 2.1.4.2).
pub fn is_consistent(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if old == 0 || old == new {
        let same = if old == 0 {
            *old_root == empty_root()
        } else {
            old_root == new_root
        };
        return old <= new && proof.is_empty() && same;
    }
    if old > new {
        return false;
    }
    let mut hashes = proof.iter();
    let first = if old.is_power_of_two() {
        Some(old_root)
    } else {
        hashes.next()
    };
    let Some(first) = first else { return false };
    let (mut at, mut last) = (old - 1, new - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut old_side, mut new_side) = (*first, *first);
    for hash in hashes {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old_side = node_hash(hash, &old_side);
            new_side = node_hash(hash, &new_side);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new_side = node_hash(&new_side, hash);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old_side == *old_root && new_side == *new_root
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition of RFC 6962, 2.1, word for word.
    fn plain_root(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => empty_root(),
            [one] => *one,
            many => {
                let (left, right) = many.split_at(usize::try_from(left_width(many.len() as u64)).unwrap());
                node_hash(&plain_root(left), &plain_root(right))
            }
        }
    }

    fn leaves(count: usize) -> Vec<Hash> {
        (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect()
    }

    /// A tree grown in batches, with its tiles as a database would keep them.
    fn grown(leaves: &[Hash], batches: &[usize]) -> (Edge, BTreeMap<TileAt, Vec<Hash>>) {
        let (mut edge, mut kept, mut from) = (Edge::default(), BTreeMap::new(), 0);
        for batch in batches.iter().chain([&leaves.len()]) {
            let to = (from + batch).min(leaves.len());
            // Read anew each time, as the sequencer does.
            edge = Edge::read(edge.size(), &kept).unwrap();
            kept.extend(edge.append(leaves[from..to].iter().copied()));
            from = to;
        }
        (edge, kept)
    }

    #[test]
    fn the_empty_tree_has_the_root_of_the_rfc() {
        assert_eq!(
            hex::encode(Edge::default().root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn a_tree_of_several_levels_of_tiles_is_the_plain_tree() {
        let leaves = leaves(70_000);
        let (edge, kept) = grown(&leaves, &[1, 255, 256, 257, 65_000]);
        assert_eq!(edge.root(), plain_root(&leaves));
        assert_eq!(kept.len(), 274 + 2 + 1, "full and last tiles of three levels");
        let plan = ProofPlan::inclusion(66_000, 70_000).unwrap();
        let proof = plan.hashes(&kept).unwrap();
        assert_eq!(
            root_of_inclusion(&leaves[66_000], 66_000, 70_000, &proof),
            Some(edge.root())
        );
        assert!(Edge::tiles_of(70_000).iter().all(|tile| kept.contains_key(tile)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_history_gives_the_plain_tree_and_proofs_that_hold(
            batches in prop::collection::vec(1_usize..300, 1..8),
            picks in prop::collection::vec(any::<prop::sample::Index>(), 3),
            flip in any::<prop::sample::Index>(),
        ) {
            let leaves = leaves(batches.iter().sum());
            let (edge, kept) = grown(&leaves, &batches);
            let size = edge.size();
            let root = edge.root();
            prop_assert_eq!(root, plain_root(&leaves));
            let [position, older, other] = [0, 1, 2].map(|n| picks[n].index(leaves.len()));

            let then = older as u64 + 1;
            let old_root = plain_root(&leaves[..=older]);
            prop_assert_eq!(ProofPlan::root(then).hashes(&kept).unwrap(), vec![old_root]);
            let proof = ProofPlan::consistency(then, size).unwrap().hashes(&kept).unwrap();
            prop_assert!(is_consistent(then, &old_root, size, &root, &proof));
            if then < size {
                prop_assert!(!is_consistent(then, &leaves[other], size, &root, &proof) || old_root == leaves[other]);
                let mut spoilt = proof.clone();
                let at = flip.index(spoilt.len());
                spoilt[at][flip.index(32)] ^= 1;
                prop_assert!(!is_consistent(then, &old_root, size, &root, &spoilt));
                spoilt.pop();
                prop_assert!(!is_consistent(then, &old_root, size, &root, &spoilt));
            }

            let at = position as u64;
            let proof = ProofPlan::inclusion(at, size).unwrap().hashes(&kept).unwrap();
            prop_assert_eq!(root_of_inclusion(&leaves[position], at, size, &proof), Some(root));
            if position != other {
                prop_assert_ne!(root_of_inclusion(&leaves[other], at, size, &proof), Some(root));
                prop_assert_ne!(root_of_inclusion(&leaves[position], other as u64, size, &proof), Some(root));
            }
            let longer: Vec<Hash> = proof.iter().copied().chain([root]).collect();
            prop_assert_ne!(root_of_inclusion(&leaves[position], at, size, &longer), Some(root));
        }

        #[test]
        fn there_is_no_proof_beyond_the_tree(position in 0_u64..600, size in 0_u64..600) {
            prop_assert_eq!(ProofPlan::inclusion(position, size).is_some(), position < size);
            prop_assert_eq!(ProofPlan::consistency(position, size).is_some(), position <= size);
        }
    }
}
