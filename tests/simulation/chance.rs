//! Chance without chance: everything a world does follows from its seed.
//!
//! Two ways to draw. A *stream* gives one number after another; the faults have one. Everything else asks for the chance *about*
//! something it can name (a person in a step, a letter), so that one draw more in one place never reshuffles the rest, and a
//! world with crashes and the same world without them decide alike.

/// splitmix64 (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The chance about something, by its names.
    pub(super) fn about(seed: u64, names: &[&str]) -> Self {
        // FNV-1a, a separator after each name.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ mixed(seed);
        for name in names {
            for byte in name.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        Self { state: hash }
    }

    /// The next number.
    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.state)
    }

    /// A number from 0 up to but not including the bound; 0 for the bound 0.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    /// True so many times in a thousand.
    pub(super) fn hits(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of some things.
    pub(super) fn pick<T: Clone>(&mut self, things: &[T]) -> T {
        let number = self.below(things.len() as u64);
        things[usize::try_from(number).expect("an index")].clone()
    }
}

fn mixed(state: u64) -> u64 {
    let mut z = state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
