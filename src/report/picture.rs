//! Pictures as PNG: SVG in, with the font that is built in, so that a picture looks alike on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::plot;

/// Letters, Latin, Greek and Cyrillic; what has no letter here stands in the table all the same.
const FONT: &[u8] = include_bytes!("font/DejaVuSans-subset.ttf");
/// Points of a picture for each unit of its SVG: screens of today show two where older ones show one.
const DENSITY: u16 = 2;

/// Renders pictures; reads the font once.
pub(super) struct Renderer {
    options: Options<'static>,
}

impl Renderer {
    pub(super) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(FONT.to_vec());
        fonts.set_sans_serif_family("DejaVu Sans");
        let options = Options { fontdb: Arc::new(fonts), font_family: "DejaVu Sans".to_owned(), ..Options::default() };
        Self { options }
    }

    /// The picture; none where its SVG cannot be drawn, which would be a defect of ours.
    pub(super) fn png(&self, svg: &str) -> Option<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).ok()?;
        let height = u32::from(DENSITY).checked_mul(tree.size().to_int_size().height())?;
        let mut map = Pixmap::new(u32::from(DENSITY).checked_mul(plot::WIDTH)?, height)?;
        let density = f32::from(DENSITY);
        resvg::render(&tree, Transform::from_scale(density, density), &mut map.as_mut());
        map.encode_png().ok()
    }
}
