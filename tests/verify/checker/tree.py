"""The Merkle tree of RFC 6962, section 2.1, with SHA-256; its proofs are checked as in RFC 9162, section 2.1."""

from hashlib import sha256

from checker.refusal import Refused


def leaf_hash(body):
    """The hash of a leaf; the prefix keeps a leaf from ever being taken for a node."""
    return sha256(b"\x00" + body).digest()


def node_hash(left, right):
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows by one leaf at a time and keeps only the roots of its complete subtrees, largest first."""

    def __init__(self):
        self.size = 0
        self._peaks = []

    def add(self, leaf):
        """Adds the hash of the next leaf."""
        joined, rest = leaf, self.size
        while rest & 1:
            joined = node_hash(self._peaks.pop(), joined)
            rest >>= 1
        self._peaks.append(joined)
        self.size += 1

    def root(self):
        """The root of the leaves so far."""
        if not self._peaks:
            return sha256(b"").digest()
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root


def check_inclusion(leaf, position, size, proof, root):
    """Refuses a proof (2.1.1) which does not lead from the leaf at `position` to the root of `size` leaves."""
    if not 0 <= position < size:
        raise Refused(f"position {position} is not in a tree of {size}")
    node, last = position, size - 1
    found = leaf
    for sibling in proof:
        if last == 0:
            raise Refused("the proof of inclusion is too long")
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            # On the right edge a subtree without a sibling rises unchanged.
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last != 0:
        raise Refused("the proof of inclusion is too short")
    if found != root:
        raise Refused(f"the proof of inclusion of position {position} does not lead to the root of the checkpoint")


def check_consistency(old_size, old_root, new_size, new_root, proof):
    """Refuses a proof (2.1.2) that the tree of the old size is the beginning of the tree of the new size."""
    if not 0 < old_size < new_size:
        raise Refused(f"there is no proof of consistency from {old_size} to {new_size}")
    node, last = old_size - 1, new_size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    # An old tree that is one complete subtree is where the way begins; it is known and not repeated in the proof.
    way = proof if node else [old_root, *proof]
    if not way:
        raise Refused("the proof of consistency is empty")
    old = new = way[0]
    for sibling in way[1:]:
        if last == 0:
            raise Refused("the proof of consistency is too long")
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    if last != 0:
        raise Refused("the proof of consistency is too short")
    if old != old_root:
        raise Refused(f"the proof of consistency does not lead to the root of size {old_size}")
    if new != new_root:
        raise Refused(f"the proof of consistency does not lead to the root of size {new_size}")
